import type { PageStart } from './protocol';

/** What the page's HTML is made of. */
export interface PageParts {
  /** Where a page may load styles from, as the editor names it. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** Fresh for every page. */
  readonly nonce: string;
  readonly start: PageStart;
  readonly title: string;
  /** Said until the page has drawn itself. */
  readonly wait: string;
}

const NONCE_BYTES = 16;

/** @returns a nonce that nobody can guess. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The policy under which the page lives: its own script by nonce, its own style sheet, and pictures that it makes
 * itself, which a PNG needs. It can reach no network and send no form.
 */
export function pagePolicy({ cspSource, nonce }: Pick<PageParts, 'cspSource' | 'nonce'>): string {
  return [
    `default-src 'none'`,
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `img-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/**
 * The page as it is first painted: a heading and a word to wait, so that something stands there at once. It holds
 * nothing of any note; notes come by messages, and never as HTML.
 */
export function pageHtml(parts: PageParts): string {
  const { start, title, wait } = parts;
  return `<!DOCTYPE html>
<html lang="${escaped(start.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(pagePolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(parts.style)}">
</head>
<body data-start="${escaped(JSON.stringify(start))}">
<main id="page">
<h1>${escaped(title)}</h1>
<p>${escaped(wait)}</p>
</main>
<script nonce="${escaped(parts.nonce)}" src="${escaped(parts.script)}"></script>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

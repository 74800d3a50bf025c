import { isMap, isScalar, isSeq } from 'yaml';
import { conflictLine } from './conflict';
import type { Couple } from './couple';
import { readYamlMap } from './front-matter';
import type { Role } from './role';
import { yamlScalar } from './scaffold';

/** A replacement in a text, by UTF-16 offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a new `kintsugi.yaml`.
 * @param comment what the file says of itself at its top, one line
 */
export function coupleText(couple: Couple, comment: string): string {
  const partners = couple.partners.flatMap((partner) => [
    `  - id: ${yamlScalar(partner.id)}`,
    `    name: ${yamlScalar(partner.name)}`,
    ...(partner.role === 'unsaid' ? [] : [`    role: ${partner.role}`]),
    ...(partner.git.length === 0 ? [] : [`    git: [${partner.git.map(yamlScalar).join(', ')}]`]),
  ]);
  const lines = [
    `# ${comment.replace(/\s+/g, ' ')}`,
    'version: 1',
    'partners:',
    ...partners,
    ...(couple.began === undefined ? [] : [`began: ${couple.began}`]),
    `language: ${couple.language}`,
    `names: ${couple.names}`,
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The edit that changes one partner's role in `kintsugi.yaml` and leaves every other byte as it is.
 * @returns `undefined` where the file is in conflict or not laid out in a way that can be edited safely
 */
export function roleEdit(text: string, partnerId: string, role: Role): TextEdit | undefined {
  if (conflictLine(text) !== -1) {
    return undefined;
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const { document, problems } = readYamlMap(text, start, text.length);
  const root = problems.length === 0 ? document?.contents : undefined;
  const partners = isMap(root) ? root.get('partners', true) : undefined;
  const partner = isSeq(partners)
    ? partners.items.find((item) => isMap(item) && item.get('id') === partnerId)
    : undefined;
  if (!isMap(partner)) {
    return undefined;
  }
  const known = partner.get('role', true);
  if (isScalar(known) && known.range && known.range[1] > known.range[0]) {
    return { start: start + known.range[0], end: start + known.range[1], text: role };
  }
  const id = partner.get('id', true);
  const pair = partner.items.find((item) => isScalar(item.key) && item.key.value === 'id');
  if (known !== undefined || partner.flow || !isScalar(id) || !id.range || !isScalar(pair?.key) || !pair.key.range) {
    return undefined;
  }
  const keyStart = start + pair.key.range[0];
  const column = keyStart - (text.lastIndexOf('\n', keyStart - 1) + 1);
  const lineEnd = text.indexOf('\n', start + id.range[1]);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${' '.repeat(column)}role: ${role}`;
  return lineEnd === -1
    ? { start: text.length, end: text.length, text: `${eol}${line}` }
    : { start: lineEnd + 1, end: lineEnd + 1, text: `${line}${eol}` };
}

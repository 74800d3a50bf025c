import assert from 'node:assert/strict';

/** What an XML text is made of. */
export interface Xml {
  readonly names: ReadonlySet<string>;
  /** Each as `name=value`, without entities. */
  readonly attributes: readonly string[];
  readonly texts: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/y;
const TEXT = /[^<]+/y;

/** Reads the little of XML that pictures are written in, and fails on everything else. */
export function parseXml(xml: string): Xml {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(xml.startsWith(head));
  // What XML 1.0 allows as a character.
  assert.match(xml, /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  const open: string[] = [];
  const [names, attributes, texts]: [Set<string>, string[], string[]] = [new Set(), [], []];
  let roots = 0;
  let at = head.length;
  while (at < xml.length) {
    TAG.lastIndex = at;
    TEXT.lastIndex = at;
    const tag = TAG.exec(xml);
    const found = tag ?? TEXT.exec(xml);
    assert.ok(found, `no XML: ${xml.slice(at, at + 60)}`);
    at += found[0].length;
    if (!tag) {
      const text = decoded(found[0]);
      assert.ok(open.length > 0 || text.trim() === '');
      if (text.trim() !== '') {
        texts.push(text);
      }
      continue;
    }
    const [, closing, name = '', list = '', empty] = tag;
    if (closing === '/') {
      assert.equal(open.pop(), name);
      continue;
    }
    roots += open.length === 0 ? 1 : 0;
    names.add(name);
    for (const [, key = '', value = ''] of list.matchAll(/ ([a-zA-Z:-]+)="([^"<]*)"/g)) {
      attributes.push(`${key}=${decoded(value)}`);
    }
    if (empty !== '/') {
      open.push(name);
    }
  }
  assert.deepEqual([open, roots], [[], 1]);
  return { names, attributes, texts };
}

function decoded(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const letter = whole.endsWith(';') ? ENTITIES[name] : undefined;
    assert.ok(letter !== undefined, `no entity: ${whole}`);
    return letter;
  });
}

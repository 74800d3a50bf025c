import { isMap, isScalar } from 'yaml';
import type { Pair } from 'yaml';
import { findFrontMatter, readYamlMap } from '../front-matter';
import { linesOf } from './written-text';

/** One key of front matter with the lines that belong to it. */
export interface KeyLines {
  readonly lines: readonly string[];
  /** What the value says, however it is written; `undefined` for an empty one. */
  readonly value: string | undefined;
  /** The lines without the value: the key, and the comments. */
  readonly rest: string;
}

/** The front matter of a note, by lines. */
export interface FrontMatterLines {
  readonly opening: string;
  /** Lines above the first key. */
  readonly head: readonly string[];
  readonly keys: ReadonlyMap<string, KeyLines>;
  readonly closing: string;
}

/** A note in its two parts. */
export interface NoteParts {
  /** `undefined` where the note has none. */
  readonly frontMatter: FrontMatterLines | undefined;
  readonly body: readonly string[];
}

/**
 * Parts a note.
 * @param text with line feeds and without a byte order mark
 * @returns `undefined` where its front matter cannot be read as one map whose keys have lines of their own
 */
export function partsOf(text: string): NoteParts | undefined {
  const span = findFrontMatter(text);
  if (!span) {
    return { frontMatter: undefined, body: linesOf(text) };
  }
  const { document, problems } = readYamlMap(text, span.yamlStart, span.yamlEnd);
  if (!span.closed || problems.length > 0 || !document) {
    return undefined;
  }
  const [opening = ''] = linesOf(text.slice(0, span.yamlStart));
  const [closing = ''] = linesOf(text.slice(span.yamlEnd, span.bodyStart));
  const source = text.slice(span.yamlStart, span.yamlEnd);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const keys = keysOf(source, pairs);
  const head = linesOf(source.slice(0, startOf(source, pairs[0])));
  return keys && { frontMatter: { opening, head, keys, closing }, body: linesOf(text.slice(span.bodyStart)) };
}

function keysOf(source: string, pairs: readonly Pair[]): ReadonlyMap<string, KeyLines> | undefined {
  const keys = new Map<string, KeyLines>();
  for (const [index, pair] of pairs.entries()) {
    const start = startOf(source, pair);
    const end = startOf(source, pairs[index + 1]);
    const range = isScalar(pair.key) ? pair.key.range : undefined;
    // Only a key that opens its line, and alone, can be moved with its lines.
    if (!isScalar(pair.key) || end <= start || source.slice(start, range?.[0]).trim() !== '') {
      return undefined;
    }
    keys.set(String(pair.key.value), {
      lines: linesOf(source.slice(start, end)),
      ...valueOf(source, start, end, pair),
    });
  }
  return keys;
}

/** @returns where the line of a key begins; without a key, the end. */
function startOf(source: string, pair: Pair | undefined): number {
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? source.lastIndexOf('\n', range[0] - 1) + 1 : source.length;
}

function valueOf(source: string, start: number, end: number, { value }: Pair): Pick<KeyLines, 'value' | 'rest'> {
  const node = isRanged(value) ? value : undefined;
  const from = Math.max(node?.range[0] ?? end, start);
  const to = Math.min(node?.range[1] ?? end, end);
  const rest = `${source.slice(start, from)} ${source.slice(to, end)}`.replace(/\s+/g, ' ').trim().normalize('NFC');
  const plain: unknown = node?.toJSON();
  const isEmpty = plain === null || plain === undefined || plain === '';
  return { value: isEmpty ? undefined : JSON.stringify(plain, told).normalize('NFC'), rest };
}

/** JSON knows no such numbers. */
function told(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
}

interface Ranged {
  readonly range: readonly [number, number, number];
  readonly toJSON: () => unknown;
}

function isRanged(value: unknown): value is Ranged {
  return typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range);
}

import { Composer, CST, isAlias, isCollection, isMap, isNode, isScalar, isSeq, Parser, visit } from 'yaml';
import type { Document, Pair } from 'yaml';
import { readFlatMap } from './flat-front-matter';
import { Lines } from './lines';
import { problem, wholeLine } from './problem';
import type { Place, Problem } from './problem';

/** What a flat key can hold. A list of such values stays a list; deeper values are `undefined`. */
export type FlatValue = string | number | boolean | null | readonly (string | number | boolean | null)[] | undefined;

/** One key of a YAML map, with the places of the key and of its value in the file. */
export interface Field {
  readonly value: FlatValue;
  readonly key: Place;
  readonly place: Place;
}

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, Field>;
  readonly problems: readonly Problem[];
  /** UTF-16 offset in the file where the body begins. */
  readonly bodyStart: number;
  /** Whether the file has front matter, readable or not. */
  readonly present: boolean;
}

/** No hand-written front matter comes near this; a parser should not be made to read more. */
const LONGEST_YAML = 65_536;
/** Nor near this. Composing recurses, and must not get to where the engine's own stack ends. */
const DEEPEST_YAML = 64;

/** Where front matter lies in a text, in UTF-16 offsets. */
export interface FrontMatterSpan {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
  readonly closed: boolean;
}

/**
 * Finds the front matter of a text without parsing it.
 * @returns `undefined` where there is none; a first line of three hyphens that is followed by no key is a
 * thematic break of CommonMark, not an unclosed front matter.
 */
export function findFrontMatter(text: string): FrontMatterSpan | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*(?:\r?\n|$)/.exec(text.slice(mark, mark + 200));
  if (!opening) {
    return undefined;
  }
  const yamlStart = mark + opening[0].length;
  const closing = /(?<=\n)---[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = yamlStart;
  const match = yamlStart < text.length || opening[0].endsWith('\n') ? closing.exec(text) : null;
  if (match) {
    return { yamlStart, yamlEnd: match.index, bodyStart: match.index + match[0].length, closed: true };
  }
  return /^[\w-]+[ \t]*:/.test(text.slice(yamlStart, yamlStart + 200))
    ? { yamlStart, yamlEnd: text.length, bodyStart: text.length, closed: false }
    : undefined;
}

/**
 * Reads the front matter of a Markdown text. Never throws; whatever cannot be read is a problem at its line.
 * @param text the whole file
 */
export function readFrontMatter(text: string): FrontMatter {
  const span = findFrontMatter(text);
  if (!span) {
    return { fields: new Map(), problems: [], bodyStart: text.startsWith('\uFEFF') ? 1 : 0, present: false };
  }
  if (!span.closed) {
    const unclosed = problem('front-matter-unclosed', wholeLine(0));
    return { fields: new Map(), problems: [unclosed], bodyStart: span.bodyStart, present: true };
  }
  const flat = readFlatMap(text, span.yamlStart, span.yamlEnd);
  if (flat) {
    return { fields: flat, problems: [], bodyStart: span.bodyStart, present: true };
  }
  const yaml = readYamlMap(text, span.yamlStart, span.yamlEnd);
  return { fields: yaml.fields, problems: yaml.problems, bodyStart: span.bodyStart, present: true };
}

/** A YAML map whose parts can be looked at, or the problems that forbid it. */
export interface YamlMap {
  readonly document: Document.Parsed | undefined;
  readonly fields: ReadonlyMap<string, Field>;
  readonly problems: readonly Problem[];
  /** The place in the file of an offset range within the YAML source. */
  readonly placeOf: (range: readonly number[] | null | undefined) => Place;
}

/**
 * Reads a part of a text as one YAML map. Anchors and aliases are refused, because a few lines of them can stand
 * for gigabytes. Never throws.
 * @param text the whole file
 * @param start UTF-16 offset where the YAML begins
 * @param end UTF-16 offset where it ends
 */
export function readYamlMap(text: string, start: number, end: number): YamlMap {
  const lines = new Lines(text);
  const placeOf = (range: readonly number[] | null | undefined): Place =>
    lines.placeAt(start + (range?.[0] ?? 0), start + (range?.[1] ?? range?.[0] ?? 0));
  const nothing = (found: Problem): YamlMap => ({ document: undefined, fields: new Map(), problems: [found], placeOf });
  if (end - start > LONGEST_YAML) {
    return nothing(problem('too-large', placeOf([0])));
  }
  const source = text.slice(start, end);
  try {
    const tokens = [...new Parser().parse(source)];
    const deep = tooDeep(tokens);
    return deep === undefined ? readDocument(tokens, source, placeOf) : nothing(problem('too-deep', placeOf([deep])));
  } catch {
    return nothing(problem('yaml', placeOf([0])));
  }
}

/** @returns the offset of the first token that lies too deep, or `undefined`. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST_YAML) {
      return token.offset;
    }
    const children =
      token.type === 'document'
        ? [token.value]
        : CST.isCollection(token)
          ? token.items.flatMap((item): (CST.Token | null | undefined)[] => [item.key, item.value])
          : [];
    for (const child of children.reverse()) {
      if (child) {
        waiting.push({ token: child, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

function readDocument(tokens: readonly CST.Token[], source: string, placeOf: YamlMap['placeOf']): YamlMap {
  const composer = new Composer({ schema: 'core', uniqueKeys: false, strict: true, logLevel: 'silent' });
  const [document, second] = [...composer.compose(tokens, true, source.length)];
  const lastWritten = Math.max(source.trimEnd().length - 1, 0);
  const problems: Problem[] = (document?.errors ?? [])
    .slice(0, 5)
    .map(({ pos: [from, to] }) => problem('yaml', placeOf([Math.min(from, lastWritten), to])));
  if (second) {
    problems.push(problem('yaml', placeOf([second.range[0]])));
  }
  const fields = new Map<string, Field>();
  const result: YamlMap = { document, fields, problems, placeOf };
  if (problems.length > 0 || !document) {
    return result;
  }
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) {
        problems.push(problem('yaml-alias', placeOf(node.range)));
        return visit.BREAK;
      }
      return undefined;
    },
  });
  if (problems.length > 0 || document.contents === null) {
    return result;
  }
  if (!isMap(document.contents)) {
    if (!(isScalar(document.contents) && document.contents.value === null)) {
      problems.push(problem('front-matter-not-a-map', placeOf(document.contents.range)));
    }
    return result;
  }
  for (const pair of document.contents.items) {
    readPair(pair, fields, problems, placeOf);
  }
  return result;
}

function readPair(pair: Pair, fields: Map<string, Field>, problems: Problem[], placeOf: YamlMap['placeOf']): void {
  if (!isScalar(pair.key)) {
    problems.push(problem('yaml', placeOf(isNode(pair.key) ? pair.key.range : undefined)));
    return;
  }
  const name = String(pair.key.value);
  const key = placeOf(pair.key.range);
  if (fields.has(name)) {
    problems.push(problem('key-twice', key, [name]));
    return;
  }
  const range = isScalar(pair.value) || isCollection(pair.value) ? pair.value.range : pair.key.range;
  fields.set(name, { value: flatValue(pair.value), key, place: placeOf(range) });
}

function flatValue(node: unknown): FlatValue {
  if (node === null) {
    return null;
  }
  if (isScalar(node)) {
    return scalarValue(node.value);
  }
  if (isSeq(node)) {
    return node.items.map((item) => (isScalar(item) ? (scalarValue(item.value) ?? null) : null));
  }
  return undefined;
}

function scalarValue(value: unknown): string | number | boolean | null | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return value;
  }
  return typeof value === 'bigint' ? value.toString() : undefined;
}

/** @returns the text of a field that holds one, trimmed, or `undefined`. Numbers are told as they were written. */
export function textOf(field: Field | undefined): string | undefined {
  const value = field?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

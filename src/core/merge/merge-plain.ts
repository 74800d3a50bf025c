import { readCouple } from '../couple-file';
import { readYamlMap } from '../front-matter';
import { plainLines } from './line';
import { isAccountedFor, mergeLines } from './merge-lines';
import type { Joining } from './merge-lines';
import type { Three } from './three-way';

/** As many as a note may have; comparing more would take too long. */
const MOST_LINES = 10_000;
const IGNORES_PRIVATE = /^\/?private(?:\/\*{0,2})?[ \t]*$/;
const SHOWS_PRIVATE = /^!.*private/i;

/** Rows of three texts; the base's are `undefined` where there is none. */
export type Rows = Three<readonly string[] | undefined>;

const STRICT: Joining = { isApart: () => false, isSplit: false, join: () => undefined };

const LIST: Joining = {
  isApart: () => true,
  isSplit: true,
  join: ({ first, second }) => {
    const known = new Set(first.map(({ line }) => line.key));
    return [...first, ...second.filter(({ line }) => !known.has(line.key))];
  },
};

/** @returns the joined rows of two texts, or `undefined` where changes meet */
export function mergeRows(rows: Rows): readonly string[] | undefined {
  return joined(rows, STRICT);
}

/** @returns the joined rows of two files of YAML, or `undefined` where changes meet or the result cannot be used */
export function mergeYaml(rows: Rows, isCouple: boolean): readonly string[] | undefined {
  const result = joined(rows, STRICT);
  const texts = [rows.base, rows.first, rows.second, result].flatMap((each) => (each ? [`${each.join('\n')}\n`] : []));
  const isUsable = isCouple ? isCoupleFile : isYaml;
  return result && texts.every(isYaml) && isUsable(texts.at(-1) ?? '') ? result : undefined;
}

/** @returns the joined rows of two lists of ignored files, each once; `private/` never goes */
export function mergeIgnored(rows: Rows): readonly string[] | undefined {
  const result = joined(rows, LIST);
  if (!result || result.some((row) => SHOWS_PRIVATE.test(row))) {
    return undefined;
  }
  const wanted = [...(rows.first ?? []), ...(rows.second ?? [])].filter((row) => IGNORES_PRIVATE.test(row));
  return [...result, ...new Set(wanted.filter((row) => !result.includes(row)))];
}

function joined(rows: Rows, joining: Joining): readonly string[] | undefined {
  const [base, first, second] = [rows.base, rows.first ?? [], rows.second ?? []];
  if ([base ?? [], first, second].some((each) => each.length > MOST_LINES)) {
    return undefined;
  }
  const lines = { base: plainLines(base ?? []), first: plainLines(first), second: plainLines(second) };
  const merged = mergeLines(base && lines.base, lines.first, lines.second, joining);
  return merged && isAccountedFor(merged, lines) ? merged.map(({ line }) => line.text) : undefined;
}

function isYaml(text: string): boolean {
  return readYamlMap(text, 0, text.length).problems.every(({ code }) => code === 'front-matter-not-a-map');
}

function isCoupleFile(text: string): boolean {
  const { couple, problems } = readCouple(new TextEncoder().encode(text));
  return couple !== undefined && problems.every(({ severity }) => severity !== 'error');
}

import { fingerprint } from '../note-bytes';
import { textHash } from '../text-hash';
import type { CachedKind, CachedNote } from './cached-note';

/** What the disk says of a file. While it says the same, the file holds the same. Times in milliseconds. */
export interface FileStamp {
  readonly modified: number;
  /** When anything about the file changed, its name and its rights included. */
  readonly changed: number;
  readonly size: number;
}

/** A note as it lies in the cache. */
export interface CacheEntry {
  readonly stamp: FileStamp;
  readonly cached: CachedNote;
}

/** One column for each of what is kept. The stamps follow behind it, three numbers of eight bytes a note. */
interface Columns {
  readonly kinds: readonly CachedKind[];
  /** A number into the kinds for each note. */
  readonly kindOf: readonly number[];
  /** Joined by line ends: one text is read many times as fast as many. The same for the fingerprints. */
  readonly paths: string;
  readonly fingerprints: string;
  /** Of all notes, one after the other. */
  readonly numbers: readonly number[];
}

const MARK = 'kintsugi-notes';
const LINE_END = 0x0a;
const STAMP_NUMBERS = 3;

/**
 * Writes one shard of the cache.
 * @param version of everything that the entries were made by; without a space
 */
export function shardBytes(entries: ReadonlyMap<string, CacheEntry>, version: string): Uint8Array {
  const all = [...entries.values()];
  const kinds = new Map<string, { readonly index: number; readonly kind: CachedKind }>();
  const kindOf = all.map(({ cached: { kind } }) => {
    const key = JSON.stringify(Object.values(kind));
    const known = kinds.get(key) ?? { index: kinds.size, kind };
    kinds.set(key, known);
    return known.index;
  });
  const columns: Columns = {
    kinds: [...kinds.values()].map(({ kind }) => kind),
    kindOf,
    paths: [...entries.keys()].join('\n'),
    fingerprints: all.map(({ cached }) => cached.fingerprint).join('\n'),
    numbers: all.flatMap(({ cached }) => cached.numbers),
  };
  const stamps = Float64Array.from(all.flatMap(({ stamp }) => [stamp.modified, stamp.changed, stamp.size]));
  const body = joined(new TextEncoder().encode(`${JSON.stringify(columns)}\n`), new Uint8Array(stamps.buffer));
  return joined(new TextEncoder().encode(`${MARK} ${version} ${fingerprint(body)}\n`), body);
}

/**
 * Reads one shard of the cache.
 * @returns its entries by path; `undefined` for whatever was not written whole, by this version, as a shard
 */
export function readShard(bytes: Uint8Array, version: string): ReadonlyMap<string, CacheEntry> | undefined {
  const end = bytes.indexOf(LINE_END);
  const head = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
  const body = bytes.subarray(end + 1);
  if (end === -1 || head !== `${MARK} ${version} ${fingerprint(body)}`) {
    return undefined;
  }
  const columnsEnd = body.indexOf(LINE_END);
  try {
    const columns: unknown = JSON.parse(new TextDecoder().decode(body.subarray(0, columnsEnd)));
    // In memory of its own, which begins where numbers of eight bytes may.
    const stamps = new Float64Array(new Uint8Array(body.subarray(columnsEnd + 1)).buffer);
    return isColumns(columns) ? entriesOf(columns, stamps) : undefined;
  } catch {
    return undefined;
  }
}

function entriesOf(columns: Columns, stamps: Float64Array): ReadonlyMap<string, CacheEntry> | undefined {
  const { kinds, kindOf, numbers } = columns;
  const [paths, fingerprints] = [linesOf(columns.paths), linesOf(columns.fingerprints)];
  if (
    stamps.length !== paths.length * STAMP_NUMBERS ||
    [kindOf, fingerprints].some((one) => one.length !== paths.length)
  ) {
    return undefined;
  }
  const entries = new Map<string, CacheEntry>();
  let at = 0;
  for (let index = 0; index < paths.length; index += 1) {
    const [path, fingerprint, kind] = [paths[index], fingerprints[index], kinds[kindOf[index] ?? -1]];
    if (path === undefined || fingerprint === undefined || kind === undefined) {
      return undefined;
    }
    const first = index * STAMP_NUMBERS;
    const [modified = -1, changed = -1, size = -1] = stamps.subarray(first, first + STAMP_NUMBERS);
    const own = kind.numbers.length === 0 ? NO_NUMBERS : numbers.slice(at, at + kind.numbers.length);
    at += kind.numbers.length;
    entries.set(path, { stamp: { modified, changed, size }, cached: { kind, fingerprint, numbers: own } });
  }
  return entries;
}

const NO_NUMBERS: readonly number[] = [];

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function isColumns(value: unknown): value is Columns {
  return (
    isObject(value) &&
    isArrayOf(value.kinds, isKind) &&
    isArrayOf(value.kindOf, isNumber) &&
    isText(value.paths) &&
    isText(value.fingerprints) &&
    isArrayOf(value.numbers, isNumber)
  );
}

function isKind(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value.templateId) &&
    isText(value.role) &&
    isText(value.wordAhead) &&
    isNumber(value.twoVersions) &&
    isText(value.steps) &&
    isArrayOf(value.fields, (field) => isArrayOf(field, isText) && field.length === 2) &&
    isArrayOf(value.numbers, isText)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

const isText = (item: unknown): item is string => typeof item === 'string';
const isNumber = (item: unknown): item is number => typeof item === 'number';

const FEWEST_SHARDS = 16;
const MOST_IN_A_SHARD = 2000;

/**
 * How many shards a number of notes are kept in, so that reading any of them is short. It only grows.
 * @param before how many there were; taken only if it is a number that this function gives
 */
export function shardCount(notes: number, before: number): number {
  let count = FEWEST_SHARDS;
  while (count * MOST_IN_A_SHARD < notes || (count < before && before <= 65_536)) {
    count *= 2;
  }
  return count;
}

/** @returns the number of the shard in which a note is kept, from 0 */
export function shardOf(path: string, count: number): number {
  return textHash(path) % count;
}

import { fingerprint } from '../note-bytes';
import type { CachedNote } from './cached-note';

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

/** One column for each of what is kept, all of one length; texts are numbers into `texts`. */
interface Columns {
  readonly texts: readonly string[];
  readonly paths: readonly string[];
  readonly modified: readonly number[];
  readonly changed: readonly number[];
  readonly sizes: readonly number[];
  readonly fingerprints: readonly string[];
  readonly twoVersions: readonly number[];
  readonly templates: readonly number[];
  readonly roles: readonly number[];
  readonly wordsAhead: readonly number[];
  readonly steps: readonly number[];
  /** Name, value, name, value and so on. */
  readonly numbers: readonly (readonly number[])[];
  readonly fields: readonly (readonly number[])[];
}

const MARK = 'kintsugi-notes';
const COLUMNS_OF_NUMBERS = ['modified', 'changed', 'sizes', 'twoVersions', 'templates', 'roles', 'wordsAhead', 'steps'];

/**
 * Writes one shard of the cache.
 * @param version of everything that the entries were made by; without a space
 */
export function shardBytes(entries: ReadonlyMap<string, CacheEntry>, version: string): Uint8Array {
  const numbersOfTexts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbersOfTexts.get(text) ?? numbersOfTexts.size;
    numbersOfTexts.set(text, number);
    return number;
  };
  const all = [...entries.values()];
  const columns: Omit<Columns, 'texts'> = {
    paths: [...entries.keys()],
    modified: all.map(({ stamp }) => stamp.modified),
    changed: all.map(({ stamp }) => stamp.changed),
    sizes: all.map(({ stamp }) => stamp.size),
    fingerprints: all.map(({ cached }) => cached.fingerprint),
    twoVersions: all.map(({ cached }) => cached.twoVersions),
    templates: all.map(({ cached }) => numberOf(cached.templateId)),
    roles: all.map(({ cached }) => numberOf(cached.role)),
    wordsAhead: all.map(({ cached }) => numberOf(cached.wordAhead)),
    steps: all.map(({ cached }) => numberOf(cached.steps)),
    numbers: all.map(({ cached }) => cached.numbers.flatMap(([name, value]) => [numberOf(name), value])),
    fields: all.map(({ cached }) => cached.fields.flatMap(([name, value]) => [numberOf(name), numberOf(value)])),
  };
  const body = JSON.stringify({ ...columns, texts: [...numbersOfTexts.keys()] });
  const head = `${MARK} ${version} ${fingerprint(new TextEncoder().encode(body))}\n`;
  return new TextEncoder().encode(head + body);
}

/**
 * Reads one shard of the cache.
 * @returns its entries by path; `undefined` for whatever was not written whole, by this version, as a shard
 */
export function readShard(bytes: Uint8Array, version: string): ReadonlyMap<string, CacheEntry> | undefined {
  const end = bytes.indexOf(0x0a);
  const head = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
  const body = bytes.subarray(end + 1);
  if (end === -1 || head !== `${MARK} ${version} ${fingerprint(body)}`) {
    return undefined;
  }
  try {
    const columns: unknown = JSON.parse(new TextDecoder().decode(body));
    return isColumns(columns) ? entriesOf(columns) : undefined;
  } catch {
    return undefined;
  }
}

function entriesOf(columns: Columns): ReadonlyMap<string, CacheEntry> | undefined {
  const { texts } = columns;
  const entries = new Map<string, CacheEntry>();
  const textAt = (column: readonly number[], index: number): string => texts[column[index] ?? -1] ?? '';
  columns.paths.forEach((path, index) => {
    const stamp = {
      modified: columns.modified[index] ?? -1,
      changed: columns.changed[index] ?? -1,
      size: columns.sizes[index] ?? -1,
    };
    const cached = {
      templateId: textAt(columns.templates, index),
      fingerprint: columns.fingerprints[index] ?? '',
      role: textAt(columns.roles, index),
      wordAhead: textAt(columns.wordsAhead, index),
      twoVersions: columns.twoVersions[index] ?? 0,
      steps: textAt(columns.steps, index),
      numbers: pairsOf(columns.numbers[index]).map(([name, value]) => [texts[name] ?? '', value] as const),
      fields: pairsOf(columns.fields[index]).map(([name, value]) => [texts[name] ?? '', texts[value] ?? ''] as const),
    };
    entries.set(path, { stamp, cached });
  });
  return entries;
}

function pairsOf(flat: readonly number[] = []): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? -1, flat[index + 1] ?? -1]);
  }
  return pairs;
}

function isColumns(value: unknown): value is Columns {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const columns = new Map<string, unknown>(Object.entries(value));
  const paths = columns.get('paths');
  const isColumn = (name: string, isItem: (item: unknown) => boolean): boolean => {
    const column = columns.get(name);
    return Array.isArray(column) && Array.isArray(paths) && column.length === paths.length && column.every(isItem);
  };
  const texts = columns.get('texts');
  return (
    Array.isArray(texts) &&
    texts.every(isText) &&
    ['paths', 'fingerprints'].every((name) => isColumn(name, isText)) &&
    COLUMNS_OF_NUMBERS.every((name) => isColumn(name, isNumber)) &&
    ['numbers', 'fields'].every((name) => isColumn(name, (item) => Array.isArray(item) && item.every(isNumber)))
  );
}

const isText = (item: unknown): boolean => typeof item === 'string';
const isNumber = (item: unknown): boolean => typeof item === 'number';

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
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index += 1) {
    hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % count;
}

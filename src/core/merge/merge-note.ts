import { conflictLine } from '../conflict';
import { findTwoVersions } from '../two-versions';
import { mergeBodies } from './merge-body';
import { partsOf } from './front-matter-keys';
import { mergeFrontMatter } from './merge-front-matter';
import { mergeIgnored, mergeRows, mergeYaml } from './merge-plain';
import { isWithinBounds, keepsFrontMatter, keepsMarks, keepsSteps } from './note-checks';
import { mapThree } from './three-way';
import { linesOf, readWritten, writeMerged } from './written-text';
import type { WrittenText } from './written-text';

/** One of the two sides of a merge. */
export interface MergeSide {
  /** The whole file, or `undefined` where this side deleted it. */
  readonly bytes: Uint8Array | undefined;
  /** The name that stands above this side's text where both are kept; `undefined` if nobody knows whose it is. */
  readonly author: string | undefined;
  /** Whose text comes first: 0 for the first partner of `kintsugi.yaml`, 1 for the second, 2 for anybody else. */
  readonly rank: number;
}

/** What comes of a merge. */
export type MergeResult =
  | {
      readonly kind: 'merged';
      readonly bytes: Uint8Array;
      /** How many places hold both texts until someone chooses. */
      readonly toChoose: number;
    }
  /** Two values for one key, or something that is not understood: a person decides, in the merge editor. */
  | { readonly kind: 'by-hand' };

const BY_HAND: MergeResult = { kind: 'by-hand' };

/**
 * Joins two versions of one file of the notes folder. The result is the same whichever side is called ours, holds no
 * conflict markers, and never loses a line that nobody deleted.
 * @param path relative to the notes folder; its name says whether it is Markdown, YAML or a list of lines
 * @param base the version that both grew from, or `undefined` where there is none
 */
export function mergeNote(path: string, base: Uint8Array | undefined, ours: MergeSide, theirs: MergeSide): MergeResult {
  const settled = settledBytes(base, ours.bytes, theirs.bytes);
  if (settled) {
    return mergedResult(settled);
  }
  if (!ours.bytes || !theirs.bytes) {
    return BY_HAND;
  }
  const [first, second] = comesFirst(ours, theirs) ? [ours, theirs] : [theirs, ours];
  const texts = {
    base: base && readWritten(base),
    first: first.bytes && readWritten(first.bytes),
    second: second.bytes && readWritten(second.bytes),
  };
  if (!texts.first || !texts.second || (base && !texts.base)) {
    return BY_HAND;
  }
  const rows = mergedRows(path, texts.base, { ...first, ...texts.first }, { ...second, ...texts.second });
  return rows ? mergedResult(writeMerged(rows, texts.base, texts.first, texts.second)) : BY_HAND;
}

/** @returns the file that stays as it is, where only one side has something to say */
function settledBytes(
  base: Uint8Array | undefined,
  ours: Uint8Array | undefined,
  theirs: Uint8Array | undefined,
): Uint8Array | undefined {
  if (!ours || !theirs) {
    return ours ?? theirs;
  }
  if (isEqual(ours, theirs) || (base && isEqual(theirs, base))) {
    return ours;
  }
  return base && isEqual(ours, base) ? theirs : undefined;
}

function mergedResult(bytes: Uint8Array): MergeResult {
  const text = new TextDecoder().decode(bytes);
  return conflictLine(text) === -1 ? { kind: 'merged', bytes, toChoose: findTwoVersions(text).length } : BY_HAND;
}

interface WrittenSide extends WrittenText {
  readonly author: string | undefined;
}

function mergedRows(
  path: string,
  base: WrittenText | undefined,
  first: WrittenSide,
  second: WrittenSide,
): readonly string[] | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(?:md|markdown)$/.test(name)) {
    return mergedNote(base, first, second);
  }
  const rows = mapThree({ base, first, second }, (side) => side && linesOf(side.text));
  if (/\.ya?ml$/.test(name)) {
    return mergeYaml(rows, path === 'kintsugi.yaml');
  }
  return name === '.gitignore' ? mergeIgnored(rows) : mergeRows(rows);
}

function mergedNote(
  base: WrittenText | undefined,
  first: WrittenSide,
  second: WrittenSide,
): readonly string[] | undefined {
  const texts = { base: base?.text, first: first.text, second: second.text };
  if (![texts.base ?? '', texts.first, texts.second].every(isWithinBounds)) {
    return undefined;
  }
  const parts = mapThree(texts, (text) => (text === undefined ? undefined : partsOf(text)));
  if (!parts.first || !parts.second || (base && !parts.base)) {
    return undefined;
  }
  const frontMatter = mergeFrontMatter(
    mapThree(parts, (part) => part?.frontMatter),
    base !== undefined,
  );
  const authors = { first: nameOf(first.author), second: nameOf(second.author) };
  const body = mergeBodies(
    mapThree(parts, (part) => part?.body),
    authors,
  );
  if (!frontMatter || !body) {
    return undefined;
  }
  const rows = [...frontMatter.lines, ...body];
  const result = `${rows.join('\n')}\n`;
  const isWhole =
    isWithinBounds(result) && keepsFrontMatter(result, frontMatter) && keepsMarks(result) && keepsSteps(result, texts);
  return isWhole ? rows : undefined;
}

/** A name stands on one line. */
function nameOf(author: string | undefined): string | undefined {
  const name = author?.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return name === '' ? undefined : name;
}

/** The order must be the same on both machines: by rank, by name, and else by the texts. */
function comesFirst(one: MergeSide, other: MergeSide): boolean {
  if (one.rank !== other.rank) {
    return one.rank < other.rank;
  }
  const [author, otherAuthor] = [one.author ?? '', other.author ?? ''];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return author === otherAuthor ? decoder.decode(one.bytes) < decoder.decode(other.bytes) : author < otherAuthor;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

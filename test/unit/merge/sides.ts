import assert from 'node:assert/strict';
import { mergeNote } from '../../../src/core/merge/merge-note';
import type { MergeResult, MergeSide } from '../../../src/core/merge/merge-note';
import { bytesOf } from '../samples';

/** Where most merged notes lie. */
export const NOTE = '1-name-the-betrayal/together.md';

/** @returns Alex's side, who is the first partner. */
export function alex(content: string | Uint8Array | undefined): MergeSide {
  return { bytes: typeof content === 'string' ? bytesOf(content) : content, author: 'Alex', rank: 0 };
}

/** @returns Sam's side, who is the second partner. */
export function sam(content: string | Uint8Array | undefined): MergeSide {
  return { bytes: typeof content === 'string' ? bytesOf(content) : content, author: 'Sam', rank: 1 };
}

/** Merges both ways round, and fails where that is not the same. */
export function mergeBothWays(
  path: string,
  base: string | Uint8Array | undefined,
  one: MergeSide,
  other: MergeSide,
): MergeResult {
  const baseBytes = typeof base === 'string' ? bytesOf(base) : base;
  const result = mergeNote(path, baseBytes, one, other);
  assert.deepEqual(mergeNote(path, baseBytes, other, one), result);
  return result;
}

/** @returns the merged text of Alex's and Sam's sides, or `by hand`. */
export function merged(base: string | undefined, ofAlex: string, ofSam: string, path = NOTE): string {
  const result = mergeBothWays(path, base, alex(ofAlex), sam(ofSam));
  return result.kind === 'by-hand' ? 'by hand' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes);
}

/** @returns how many places are to be chosen from; fails where the merge is left to a person. */
export function toChoose(base: string | undefined, ofAlex: string, ofSam: string): number {
  const result = mergeBothWays(NOTE, base, alex(ofAlex), sam(ofSam));
  assert.ok(result.kind === 'merged');
  return result.toChoose;
}

/** @returns the marks around two texts as a merge writes them. */
export function twoVersions(ofAlex: string, ofSam: string): string {
  return `<!-- two-versions -->\n**Alex:**\n\n${ofAlex}\n\n<!-- two-versions: and -->\n**Sam:**\n\n${ofSam}\n\n<!-- two-versions: end -->`;
}

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

/**
 * Joins two versions of one file of the notes folder. The result is the same whichever side is called ours, holds no
 * conflict markers, and never loses a line that nobody deleted.
 * @param path relative to the notes folder; its name says whether it is Markdown, YAML or a list of lines
 * @param base the version that both grew from, or `undefined` where there is none
 */
export function mergeNote(
  _path: string,
  _base: Uint8Array | undefined,
  _ours: MergeSide,
  _theirs: MergeSide,
): MergeResult {
  return { kind: 'by-hand' };
}

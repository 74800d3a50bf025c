/** The scheme of the product's own texts. They are read-only and on no disk. */
export const GUIDE_SCHEME = 'kintsugi-guide';

/** The scheme of a note as it would be shared. */
export const PREVIEW_SCHEME = 'kintsugi-preview';

/** The scheme of a wording without what a file says of itself. */
export const WORDING_SCHEME = 'kintsugi-wording';

/** The schemes of everything that the product shows and nobody writes in. */
export const READ_ONLY_SCHEMES: ReadonlySet<string> = new Set([GUIDE_SCHEME, PREVIEW_SCHEME, WORDING_SCHEME]);

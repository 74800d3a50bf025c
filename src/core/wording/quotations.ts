/** A stretch of a text, in UTF-16 offsets: its quotation marks included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

const CLOSED_BY: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"' };
const MARK = /["“”„«»‘’']|\n[ \t\r]*\n/g;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Finds what is quoted in a text: between “ ”, " ", « », ‘ ’ or ' '. A quotation ends with its paragraph; where a curved
 * mark is never closed everything up to there is quoted, as in a quotation of several paragraphs. An apostrophe is no
 * mark. One pass over the text.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly start: number; readonly mark: string } | undefined;
  let single: number | undefined;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark.startsWith('\n')) {
      if (open && open.mark !== '"') {
        found.push({ start: open.start, end: index });
      }
      open = single = undefined;
    } else if (open) {
      if (CLOSED_BY[open.mark]?.includes(mark)) {
        found.push({ start: open.start, end: index + 1 });
        open = single = undefined;
      }
    } else if (CLOSED_BY[mark] !== undefined) {
      open = { start: index, mark };
    } else if (single !== undefined && closesSingle(text, index)) {
      found.push({ start: single, end: index + 1 });
      single = undefined;
    } else if (opensSingle(text, index, mark)) {
      single ??= index;
    }
  }
  if (open && open.mark !== '"') {
    found.push({ start: open.start, end: text.length });
  }
  return withoutOverlaps(found);
}

function opensSingle(text: string, index: number, mark: string): boolean {
  return (mark === '‘' || mark === "'") && !LETTER.test(text.charAt(index - 1)) && LETTER.test(text.charAt(index + 1));
}

function closesSingle(text: string, index: number): boolean {
  return /\S/.test(text.charAt(index - 1)) && !LETTER.test(text.charAt(index + 1));
}

function withoutOverlaps(found: readonly Quotation[]): readonly Quotation[] {
  const sorted = [...found].sort((one, other) => one.start - other.start);
  let end = 0;
  return sorted.filter((quotation) => {
    const isApart = quotation.start >= end;
    end = Math.max(end, quotation.end);
    return isApart;
  });
}

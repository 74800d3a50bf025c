const LONGEST = 40;

/**
 * Finds the one known word that a mistyped one must have been: one slip away, or two in a word of six letters or more,
 * where no other is as near. Capitals, and spaces or underscores for hyphens, are no slip.
 * @returns the known word, or `undefined` where none or several are near
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const wanted = plain(word);
  const most = wanted.length >= 6 ? 2 : 1;
  const near = known
    .map((candidate) => ({ candidate, slips: slipsBetween(wanted, plain(candidate), most) }))
    .filter(({ slips }) => slips <= most);
  const least = Math.min(...near.map(({ slips }) => slips));
  const nearest = near.filter(({ slips }) => slips === least);
  return nearest.length === 1 ? nearest[0]?.candidate : undefined;
}

function plain(word: string): string {
  return word.trim().toLowerCase().replace(/[ _]/g, '-');
}

/** Letters that are added, left out, changed, or swapped with the next; `most + 1` where there are more. */
function slipsBetween(one: string, other: string, most: number): number {
  if (one.length > LONGEST || other.length > LONGEST || Math.abs(one.length - other.length) > most) {
    return most + 1;
  }
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const at = (up: number, left: number): number => (up === 0 ? line : rows[row - up])?.[column - left] ?? Infinity;
      const isSame = one.charAt(row - 1) === other.charAt(column - 1);
      const isSwapped =
        one.charAt(row - 1) === other.charAt(column - 2) && one.charAt(row - 2) === other.charAt(column - 1);
      const swap = row > 1 && column > 1 && isSwapped ? at(2, 2) + 1 : Infinity;
      line.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), swap));
    }
    rows.push(line);
  }
  return rows[one.length]?.[other.length] ?? most + 1;
}

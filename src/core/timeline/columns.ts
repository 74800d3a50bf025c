/**
 * Chooses which of many points to draw, so that however many share a pixel column, its highest and its lowest stay
 * in sight. A column with one or two points keeps them.
 * @param columns the pixel column of each point, whole numbers, ascending
 * @param valueAt gives the value of a point by its index, or `null` where there is none to draw
 * @returns indices, ascending
 */
export function extremesByColumn(
  columns: ArrayLike<number>,
  valueAt: (index: number) => number | null,
): readonly number[] {
  const kept: number[] = [];
  let column = Number.NaN;
  let smallest = -1;
  let largest = -1;
  let least = 0;
  let most = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const value = valueAt(index);
    if (value === null) {
      continue;
    }
    if (columns[index] !== column) {
      keep(kept, smallest, largest);
      column = columns[index] ?? Number.NaN;
      smallest = index;
      largest = index;
      least = value;
      most = value;
    } else if (value < least) {
      smallest = index;
      least = value;
    } else if (value > most) {
      largest = index;
      most = value;
    }
  }
  keep(kept, smallest, largest);
  return kept;
}

function keep(kept: number[], one: number, other: number): void {
  if (one >= 0) {
    kept.push(Math.min(one, other));
  }
  if (one !== other) {
    kept.push(Math.max(one, other));
  }
}

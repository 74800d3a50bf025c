/**
 * Chooses which of many points to draw, so that however many share a pixel column, its highest and its lowest stay
 * in sight. A column with one or two points keeps them.
 * @param xs in CSS pixels, ascending
 * @param ys of the same length
 * @returns indices, ascending
 */
export function extremesByColumn(xs: readonly number[], ys: readonly number[]): readonly number[] {
  const kept: number[] = [];
  let column: number | undefined;
  let smallest = 0;
  let largest = 0;
  const keep = (): void => {
    if (column !== undefined) {
      kept.push(Math.min(smallest, largest));
      if (smallest !== largest) {
        kept.push(Math.max(smallest, largest));
      }
    }
  };
  xs.forEach((x, index) => {
    const y = ys[index] ?? Number.NaN;
    if (Math.floor(x) !== column) {
      keep();
      column = Math.floor(x);
      smallest = index;
      largest = index;
    } else if (y < (ys[smallest] ?? Number.NaN)) {
      smallest = index;
    } else if (y > (ys[largest] ?? Number.NaN)) {
      largest = index;
    }
  });
  keep();
  return kept;
}

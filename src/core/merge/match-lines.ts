/** Above this many cells a part of two texts is not compared exactly; notes of ordinary length never come near it. */
const MOST_CELLS = 1_000_000;
/** What is left when so many steps are spent stays unmatched, so that no text can take seconds. */
const MOST_STEPS = 20_000_000;

interface Part {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
}

/**
 * Finds lines that two texts have in common, in the same order: a longest common subsequence where that is cheap,
 * and else what lies between lines that come once in both (patience diff).
 * @param keys what stands for each line of the one text; equal keys are equal lines
 * @param otherKeys the same for the other text
 * @param mostSteps after so many steps no more is matched
 * @returns for each line of the one text the line of the other, or -1
 */
export function matchLines(
  keys: readonly string[],
  otherKeys: readonly string[],
  mostSteps = MOST_STEPS,
): readonly number[] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const one = Int32Array.from(keys, numberOf);
  const other = Int32Array.from(otherKeys, numberOf);
  const matches = new Array<number>(keys.length).fill(-1);
  const waiting: Part[] = [{ start: 0, end: one.length, otherStart: 0, otherEnd: other.length }];
  let steps = 0;
  for (let whole = waiting.pop(); whole && steps < mostSteps; whole = waiting.pop()) {
    const part = withoutCommonEnds(one, other, whole, matches);
    const [height, width] = [part.end - part.start, part.otherEnd - part.otherStart];
    steps += whole.end - whole.start + width;
    if (height === 0 || width === 0) {
      continue;
    }
    if (height * width <= MOST_CELLS) {
      steps += height * width;
      matchExactly(one, other, part, matches);
    } else {
      waiting.push(...partsBetweenUniqueLines(one, other, part));
    }
  }
  return matches;
}

function withoutCommonEnds(one: Int32Array, other: Int32Array, part: Part, matches: number[]): Part {
  let { start, end, otherStart, otherEnd } = part;
  while (start < end && otherStart < otherEnd && one[start] === other[otherStart]) {
    matches[start] = otherStart;
    start += 1;
    otherStart += 1;
  }
  while (start < end && otherStart < otherEnd && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
    matches[end] = otherEnd;
  }
  return { start, end, otherStart, otherEnd };
}

/** The textbook table of lengths, read from its beginning, so that the earliest of equal matches is taken. */
function matchExactly(one: Int32Array, other: Int32Array, part: Part, matches: number[]): void {
  const { start, end, otherStart, otherEnd } = part;
  const row = otherEnd - otherStart + 1;
  const lengths = new Uint32Array((end - start + 1) * row);
  const at = (line: number, otherLine: number): number => (line - start) * row + otherLine - otherStart;
  const length = (line: number, otherLine: number): number => lengths[at(line, otherLine)] ?? 0;
  for (let line = end - 1; line >= start; line -= 1) {
    for (let otherLine = otherEnd - 1; otherLine >= otherStart; otherLine -= 1) {
      lengths[at(line, otherLine)] =
        one[line] === other[otherLine]
          ? length(line + 1, otherLine + 1) + 1
          : Math.max(length(line + 1, otherLine), length(line, otherLine + 1));
    }
  }
  let line = start;
  let otherLine = otherStart;
  while (line < end && otherLine < otherEnd) {
    if (one[line] === other[otherLine]) {
      matches[line] = otherLine;
      line += 1;
      otherLine += 1;
    } else if (length(line + 1, otherLine) >= length(line, otherLine + 1)) {
      line += 1;
    } else {
      otherLine += 1;
    }
  }
}

/** Parts that begin at a line which comes once in both texts; none where there is no such line. */
function partsBetweenUniqueLines(one: Int32Array, other: Int32Array, part: Part): readonly Part[] {
  const places = placesOfUnique(one, part.start, part.end);
  const otherPlaces = placesOfUnique(other, part.otherStart, part.otherEnd);
  const pairs = [...places].flatMap(([number, line]) => {
    const otherLine = otherPlaces.get(number);
    return otherLine === undefined ? [] : [{ line, otherLine }];
  });
  const anchors = longestRising(pairs);
  if (anchors.length === 0) {
    return [];
  }
  const parts: Part[] = [];
  let { start, otherStart } = part;
  for (const { line, otherLine } of anchors) {
    parts.push({ start, end: line, otherStart, otherEnd: otherLine });
    [start, otherStart] = [line, otherLine];
  }
  parts.push({ start, end: part.end, otherStart, otherEnd: part.otherEnd });
  return parts;
}

/** @returns the line of each number that comes once, in the order of lines. */
function placesOfUnique(numbers: Int32Array, start: number, end: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  for (let line = start; line < end; line += 1) {
    const number = numbers[line] ?? -1;
    if (places.has(number)) {
      repeated.add(number);
    }
    places.set(number, line);
  }
  repeated.forEach((number) => places.delete(number));
  return places;
}

interface Pair {
  readonly line: number;
  readonly otherLine: number;
}

/** @returns the most pairs that rise in both texts, of pairs that rise in the one (patience sorting). */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = [];
  const before = pairs.map((pair, index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? -1]?.otherLine ?? Infinity) < pair.otherLine) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    piles[low] = index;
    return low === 0 ? -1 : (piles[low - 1] ?? -1);
  });
  const rising: Pair[] = [];
  for (let index = piles.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) {
      rising.push(pair);
    }
  }
  return rising.reverse();
}

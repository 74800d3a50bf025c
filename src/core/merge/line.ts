import { changed, sideOfChange } from './three-way';

/** One line that is not empty, or the end of the text. */
export interface Line {
  readonly text: string;
  /** Equal for lines that are the same one, whatever their tick. */
  readonly key: string;
  /** Equal even for lines that continue different items, which are the same one where only the item was changed. */
  readonly keyAnywhere: string;
  /** The empty lines above it. */
  readonly gap: readonly string[];
}

/** A NUL is in no text, so no line can look like one of these keys. */
const END_KEY = '\0end';
const TASK = /^((?:[ \t]*>)*[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t].*)$/;
const LIST_ITEM = /^(?:[ \t]*>)*[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const STEP = /<!--\s*step:\s*([a-z0-9][a-z0-9-]*)\s*-->/;

/** @returns the lines of a body with the empty ones taken as distances, and its end as the last one. */
export function spacedLines(rows: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let gap: string[] = [];
  let item: string | undefined;
  for (const row of rows) {
    if (/^[ \t]*$/.test(row)) {
      gap.push(row);
    } else {
      const own = keyOf(row);
      item = isListItem(row) ? own : isIndented(row) ? item : undefined;
      // A line that continues an item is never the same as one of another item.
      const key = item === undefined || item === own ? own : `${own}\0${item}`;
      lines.push({ text: row, key, keyAnywhere: own, gap });
      gap = [];
    }
  }
  return [...lines, { text: '', key: END_KEY, keyAnywhere: END_KEY, gap }];
}

/** @returns every row as a line of its own, for texts in which an empty one is like any other. */
export function plainLines(rows: readonly string[]): readonly Line[] {
  return rows.map((row) => {
    const key = row.normalize('NFC');
    return { text: row, key, keyAnywhere: key, gap: [] };
  });
}

function keyOf(row: string): string {
  const [, before = '', , after = ''] = TASK.exec(row) ?? [];
  if (after === '') {
    return row.normalize('NFC');
  }
  const id = STEP.exec(after)?.[1];
  return id === undefined ? `\0task:${before} ${after}`.normalize('NFC') : `\0step:${id}`;
}

/**
 * The steps that open a line, and whether they are ticked, without a parser.
 * @returns `undefined` where that cannot be told without one
 */
export function ticksByLine(text: string): ReadonlyMap<string, boolean> | undefined {
  const tasks = text.split('\n').flatMap((row) => {
    const task = TASK.exec(row);
    const id = STEP.exec(task?.[3] ?? '')?.[1];
    return task && id !== undefined ? [[id, isTick(task[2])] as const] : [];
  });
  const ticks = new Map(tasks);
  return ticks.size === text.split(/<!--\s*step:/).length - 1 ? ticks : undefined;
}

/** Whether it is no line at all, but the end of the text. */
export function isEnd(line: Line): boolean {
  return line.key === END_KEY;
}

/** Whether a line opens an item of a list. */
export function isListItem(row: string): boolean {
  return LIST_ITEM.test(row);
}

/** Whether a line continues the item above it. */
export function isIndented(row: string): boolean {
  return /^[ \t]/.test(row);
}

/** Whether two lines say the same, the tick included. */
export function isSameText(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}

/**
 * Joins two lines with the same key.
 * @param base the line that both grew from; without one, what is ticked anywhere is ticked
 * @returns `undefined` where both changed the words, and differently
 */
export function mergeLine(base: string | undefined, first: string, second: string): string | undefined {
  const whole = base === undefined ? undefined : changed({ base, first, second });
  if (whole !== undefined || isSameText(first, second)) {
    return whole ?? composed(first, second);
  }
  const [one, other] = [TASK.exec(first), TASK.exec(second)];
  if (!one || !other) {
    return undefined;
  }
  const before = base === undefined ? undefined : TASK.exec(base);
  const words = mergedWords(before, one, other);
  const [tick, otherTick] = [one[2] ?? ' ', other[2] ?? ' '];
  const isTicked = before
    ? changed({ base: isTick(before[2]), first: isTick(tick), second: isTick(otherTick) })
    : isTick(tick) || isTick(otherTick);
  const sign = isTick(tick) === isTicked ? tick : otherTick;
  return words && `${words[0]}${sign}${words[1]}`;
}

function mergedWords(
  base: RegExpExecArray | null | undefined,
  first: RegExpExecArray,
  second: RegExpExecArray,
): readonly [string, string] | undefined {
  const wordsOf = (task: RegExpExecArray): string => `${task[1] ?? ''}\0${task[3] ?? ''}`;
  const [one, other] = [wordsOf(first), wordsOf(second)];
  const side = base && sideOfChange({ base: wordsOf(base), first: one, second: other }, isSameText);
  const words = isSameText(one, other) ? composed(one, other) : side && { first: one, second: other }[side];
  const [before, after] = words?.split('\0') ?? [];
  return before === undefined || after === undefined ? undefined : [before, after];
}

function isTick(sign: string | undefined): boolean {
  return sign === 'x' || sign === 'X';
}

/** Of two ways to write the same letters, the usual one. */
function composed(first: string, second: string): string {
  return second === second.normalize('NFC') && first !== first.normalize('NFC') ? second : first;
}

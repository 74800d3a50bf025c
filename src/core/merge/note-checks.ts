import { markdownExcess } from '../markdown-bounds';
import { parseBlocks, readSteps } from '../steps';
import { findTwoVersions, twoVersionsMark } from '../two-versions';
import { partsOf } from './front-matter-keys';
import type { MergedFrontMatter } from './merge-front-matter';
import { ticksByLine } from './line';
import { changed, mapThree } from './three-way';
import type { Three } from './three-way';

/** Whether every step stands in a merged note as it has to: once, and ticked where a tick was not taken back. */
export function keepsSteps(result: string, texts: Three<string | undefined>): boolean {
  const { steps, problems } = readSteps(result);
  if (problems.some(({ code }) => code === 'step-twice' || code === 'too-large' || code === 'too-deep')) {
    return false;
  }
  const ticks = new Map(steps.map((step) => [step.id, step.ticked]));
  // The parser is slow on a note of very many steps; mostly it has nothing to add.
  const quick = mapThree(texts, (text) => ticksByLine(text ?? ''));
  return isKept(ticks, quick) || isKept(ticks, mapThree(texts, ticksIn));
}

type Ticks = ReadonlyMap<string, boolean>;

function isKept(ticks: Ticks, { base, first, second }: Three<Ticks | undefined>): boolean {
  if (!base || !first || !second) {
    return false;
  }
  return [...new Set([...first.keys(), ...second.keys()])].every((id) => {
    const ticked = ticks.get(id);
    const before = base.get(id);
    const [one, other] = [first.get(id), second.get(id)];
    if (one === undefined || other === undefined) {
      const left = one ?? other;
      // Whoever took away a step that the other left as it was may do so.
      return ticked === left || (ticked === undefined && left === before);
    }
    const expected = before === undefined ? one || other : changed({ base: before, first: one, second: other });
    return ticked === expected;
  });
}

function ticksIn(text: string | undefined): Ticks {
  const { steps } = readSteps(text ?? '');
  return new Map(steps.map((step) => [step.id, step.ticked]));
}

/** Whether the front matter of a merged note can be read, and says what was merged. */
export function keepsFrontMatter(result: string, { lines, values }: MergedFrontMatter): boolean {
  const parts = partsOf(result);
  const keys = parts?.frontMatter?.keys;
  if (!parts || !keys) {
    return parts !== undefined && lines.length === 0;
  }
  return (
    lines.length > 0 &&
    keys.size === values.size &&
    [...values].every(([key, value]) => keys.has(key) && keys.get(key)?.value === value)
  );
}

/** Whether every mark around two texts is one: paired, and not inside code, a comment or anything else. */
export function keepsMarks(result: string): boolean {
  const rows = result.split('\n').filter((row) => twoVersionsMark(row) !== undefined).length;
  if (rows === 0) {
    return true;
  }
  const marks = parseBlocks(result)?.children.filter(
    (node) => node.type === 'html' && twoVersionsMark(node.value) !== undefined,
  );
  return rows === findTwoVersions(result).length * 3 && marks?.length === rows;
}

/** Whether a Markdown text is no more than a note can be. */
export function isWithinBounds(text: string): boolean {
  return markdownExcess(text) === undefined;
}

import type { FrontMatterLines, KeyLines } from './front-matter-keys';
import { changed, sideOfChange } from './three-way';
import type { Three } from './three-way';

/** The lines of merged front matter. */
export interface MergedFrontMatter {
  readonly lines: readonly string[];
  /** What each key says, to compare with what the result says. */
  readonly values: ReadonlyMap<string, string | undefined>;
}

/**
 * Joins front matter key by key.
 * @param hasBase whether there is a note that both grew from, with or without front matter
 * @returns `undefined` where a key has two values, or lines above the keys were changed twice
 */
export function mergeFrontMatter(
  parts: Three<FrontMatterLines | undefined>,
  hasBase: boolean,
): MergedFrontMatter | undefined {
  const texts = { base: textOf(parts.base), first: textOf(parts.first), second: textOf(parts.second) };
  const side = hasBase || texts.first === texts.second ? sideOfChange(texts) : undefined;
  if (side) {
    return asItStands(parts[side]);
  }
  const keys = mergeKeys(parts, hasBase);
  const head = mergeHead(parts, hasBase);
  const fences = parts.first ?? parts.second;
  if (!keys || !head || !fences) {
    return undefined;
  }
  const isLeft =
    keys.size > 0 || head.length > 0 || !hasBase || (parts.first !== undefined && parts.second !== undefined);
  const lines = [fences.opening, ...head, ...[...keys.values()].flatMap((key) => key.lines), fences.closing];
  return isLeft ? { lines, values: valuesOf(keys) } : { lines: [], values: new Map() };
}

function asItStands(part: FrontMatterLines | undefined): MergedFrontMatter {
  return part ? { lines: linesOfPart(part), values: valuesOf(part.keys) } : { lines: [], values: new Map() };
}

function linesOfPart({ opening, head, keys, closing }: FrontMatterLines): readonly string[] {
  return [opening, ...head, ...[...keys.values()].flatMap((key) => key.lines), closing];
}

function textOf(part: FrontMatterLines | undefined): string | undefined {
  return part && linesOfPart(part).join('\n').normalize('NFC');
}

function valuesOf(keys: ReadonlyMap<string, KeyLines>): ReadonlyMap<string, string | undefined> {
  return new Map([...keys].map(([key, { value }]) => [key, value]));
}

function mergeHead(parts: Three<FrontMatterLines | undefined>, hasBase: boolean): readonly string[] | undefined {
  const [base, first, second] = [parts.base?.head ?? [], parts.first?.head ?? [], parts.second?.head ?? []];
  if (!hasBase && (first.length === 0 || second.length === 0)) {
    return [...first, ...second];
  }
  const side = sideOfChange({ base: base.join('\n'), first: first.join('\n'), second: second.join('\n') });
  return side && { first, second }[side];
}

/** @returns the keys in the order of the side that changed it; what only the other has comes last */
function mergeKeys(
  parts: Three<FrontMatterLines | undefined>,
  hasBase: boolean,
): ReadonlyMap<string, KeyLines> | undefined {
  const of = (side: keyof Three<unknown>): ReadonlyMap<string, KeyLines> =>
    parts[side]?.keys ?? new Map<string, KeyLines>();
  const [base, first, second] = [of('base'), of('first'), of('second')];
  const isOrderKept = orderOf(first, base) === orderOf(base, first);
  const [leading, following] =
    isOrderKept && orderOf(second, base) !== orderOf(base, second) ? [second, first] : [first, second];
  const known = [...leading.keys()].filter((key) => base.has(key));
  const names = new Set([
    ...known,
    ...[...following.keys()].filter((key) => base.has(key)),
    ...first.keys(),
    ...second.keys(),
  ]);
  const merged = new Map<string, KeyLines>();
  for (const name of names) {
    const key = mergeKey({ base: base.get(name), first: first.get(name), second: second.get(name) }, hasBase);
    if (key === 'conflict') {
      return undefined;
    }
    if (key !== 'deleted') {
      merged.set(name, key);
    }
  }
  return merged;
}

/** @returns the keys of a map that another has too, in order. */
function orderOf(keys: ReadonlyMap<string, unknown>, among: ReadonlyMap<string, unknown>): string {
  return [...keys.keys()].filter((key) => among.has(key)).join('\n');
}

function mergeKey(
  { base, first, second }: Three<KeyLines | undefined>,
  hasBase: boolean,
): KeyLines | 'deleted' | 'conflict' {
  if (!first || !second) {
    const left = first ?? second;
    const isUntouched = left && base && left.lines.join('\n') === base.lines.join('\n');
    return left && !isUntouched ? left : 'deleted';
  }
  const known = hasBase ? base : undefined;
  const side =
    known && sideOfChange({ base: known, first, second }, (one, other) => textOfKey(one) === textOfKey(other));
  if (side) {
    return side === 'first' ? first : second;
  }
  const value = mergedValue({ base: known?.value, first: first.value, second: second.value }, known !== undefined);
  const rest =
    first.rest === second.rest || !known
      ? first.rest
      : changed({ base: known.rest, first: first.rest, second: second.rest });
  const isTwice = !known && first.rest !== second.rest;
  return isTwice || value === 'conflict' || rest === undefined
    ? 'conflict'
    : ([first, second].find((one) => one.value === value && one.rest === rest) ?? 'conflict');
}

function textOfKey({ lines }: KeyLines): string {
  return lines.join('\n').normalize('NFC');
}

/** An empty value asks to be filled: it is nobody's answer. */
function mergedValue({ base, first, second }: Three<string | undefined>, hasBase: boolean): string | undefined {
  if (first === second) {
    return first;
  }
  const side = hasBase ? sideOfChange({ base, first, second }) : undefined;
  if (side) {
    return side === 'first' ? first : second;
  }
  return first === undefined || second === undefined ? (first ?? second) : 'conflict';
}

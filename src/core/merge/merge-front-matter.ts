import type { FrontMatterLines, KeyLines } from './front-matter-keys';
import { sideOfChange } from './three-way';
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
  const keys = mergeKeys(parts);
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

/** @returns the keys in the base's order, or the one that a side changed; added keys come last */
function mergeKeys(parts: Three<FrontMatterLines | undefined>): ReadonlyMap<string, KeyLines> | undefined {
  const of = (side: keyof Three<unknown>): ReadonlyMap<string, KeyLines> =>
    parts[side]?.keys ?? new Map<string, KeyLines>();
  const [base, first, second] = [of('base'), of('first'), of('second')];
  const isMoved = (keys: ReadonlyMap<string, KeyLines>): boolean => orderOf(keys, base) !== orderOf(base, keys);
  const leading = isMoved(first) ? first : isMoved(second) ? second : base;
  const known = [...leading.keys(), ...base.keys()].filter((key) => base.has(key));
  const names = new Set([...known, ...first.keys(), ...second.keys()]);
  const merged = new Map<string, KeyLines>();
  for (const name of names) {
    const key = mergeKey({ base: base.get(name), first: first.get(name), second: second.get(name) });
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

function mergeKey({ base, first, second }: Three<KeyLines | undefined>): KeyLines | 'deleted' | 'conflict' {
  if (!first || !second) {
    const left = first ?? second;
    return left && !(base && isSameKey(left, base)) ? left : 'deleted';
  }
  const side = base && sideOfChange({ base, first, second }, isSameKey);
  if (side) {
    return { first, second }[side];
  }
  const ofRest = sidesWith({ base: base?.rest, first: first.rest, second: second.rest }, base !== undefined);
  const ofValue = sidesWith({ base: base?.value, first: first.value, second: second.value }, base !== undefined);
  // An empty value asks to be filled: it is nobody's answer.
  const filled = first.value === undefined ? 'second' : second.value === undefined ? 'first' : undefined;
  const one = ofRest.find((each) => (ofValue.length > 0 ? ofValue.includes(each) : each === filled));
  return one ? { first, second }[one] : 'conflict';
}

function isSameKey(one: KeyLines, other: KeyLines): boolean {
  return one.lines.join('\n').normalize('NFC') === other.lines.join('\n').normalize('NFC');
}

/** @returns the sides that have the value that stays; none where both changed it, and differently */
function sidesWith(three: Three<string | undefined>, hasBase: boolean): readonly ('first' | 'second')[] {
  if (three.first === three.second) {
    return ['first', 'second'];
  }
  const side = hasBase ? sideOfChange(three) : undefined;
  return side ? [side] : [];
}

import { stretchBetween } from '../stretch';
import { isAlike } from './alike';
import type { Break, Day, NumberedEntries, Timeline, TimelineEvent } from './timeline';

/** Where a list differs: so many items from one place on are no longer there, and others may be there instead. */
interface Replaced {
  readonly at: number;
  readonly removed: number;
}

/** What makes one timeline of a couple out of another. What does not differ is a stretch of nothing. */
export interface TimelineChange {
  readonly today: Day;
  /** One for each lane, in their order. */
  readonly lanes: readonly (Replaced & { readonly entries: NumberedEntries })[];
  readonly events: Replaced & { readonly items: readonly TimelineEvent[] };
  readonly breaks: Replaced & { readonly items: readonly Break[] };
}

/**
 * Finds what makes a timeline out of the one before. Lists that are the same object are not looked into.
 * @returns `undefined` where lanes or measures are others, so that nothing of the one before can be kept
 */
export function changeBetween(before: Timeline, now: Timeline): TimelineChange | undefined {
  const frame = ({ measures, lanes }: Timeline) => [measures, lanes.map(({ partner, name }) => [partner, name])];
  if (!isAlike(frame(before), frame(now))) {
    return undefined;
  }
  return {
    today: now.today,
    lanes: now.lanes.map(({ entries }, index) => entriesBetween(before.lanes[index]?.entries ?? entries, entries)),
    events: itemsBetween(before.events, now.events),
    breaks: itemsBetween(before.breaks, now.breaks),
  };
}

/** @returns whether a change of a timeline leaves all of it as it is. */
export function isNothing(change: TimelineChange, { today }: Timeline): boolean {
  const { lanes, events, breaks } = change;
  return (
    change.today === today &&
    [events, breaks].every(({ removed, items }) => removed === 0 && items.length === 0) &&
    lanes.every(({ removed, entries }) => removed === 0 && entries.days.length === 0)
  );
}

/** @returns the timeline that a change makes; what does not differ in it is the same object as before */
export function changedTimeline(before: Timeline, change: TimelineChange): Timeline {
  return {
    ...before,
    today: change.today,
    lanes: before.lanes.map((lane, index) => {
      const other = change.lanes[index];
      return other ? { ...lane, entries: changedEntries(lane.entries, other) } : lane;
    }),
    events: changedList(before.events, change.events, change.events.items),
    breaks: changedList(before.breaks, change.breaks, change.breaks.items),
  };
}

function entriesBetween(before: NumberedEntries, now: NumberedEntries): TimelineChange['lanes'][number] {
  const columnsBefore = columnsOf(before);
  const others = columnsOf(now).flatMap((column, index) => {
    const known = columnsBefore[index] ?? [];
    return known === column ? [] : [{ known, column }];
  });
  const { at, endBefore, endNow } = stretchBetween(before.days.length, now.days.length, (one, other) =>
    others.every(({ known, column }) => known[one] === column[other]),
  );
  const entries = {
    days: now.days.slice(at, endNow),
    paths: now.paths.slice(at, endNow),
    isPrivate: now.isPrivate.slice(at, endNow),
    values: Object.fromEntries(Object.entries(now.values).map(([name, column]) => [name, column.slice(at, endNow)])),
  };
  return { at, removed: endBefore - at, entries };
}

function columnsOf({ days, paths, isPrivate, values }: NumberedEntries): readonly (readonly unknown[])[] {
  return [days, paths, isPrivate, ...Object.values(values)];
}

function itemsBetween<Item>(before: readonly Item[], now: readonly Item[]): Replaced & { readonly items: Item[] } {
  const isSame = (one: number, other: number): boolean => before === now || isAlike(before[one], now[other]);
  const { at, endBefore, endNow } = stretchBetween(before.length, now.length, isSame);
  return { at, removed: endBefore - at, items: now.slice(at, endNow) };
}

function changedEntries(before: NumberedEntries, change: TimelineChange['lanes'][number]): NumberedEntries {
  const { removed, entries } = change;
  if (removed === 0 && entries.days.length === 0) {
    return before;
  }
  const { days, paths, isPrivate, values } = before;
  return {
    days: changedList(days, change, entries.days),
    paths: changedList(paths, change, entries.paths),
    isPrivate: changedList(isPrivate, change, entries.isPrivate),
    values: Object.fromEntries(
      Object.entries(values).map(([name, column]) => [name, changedList(column, change, entries.values[name] ?? [])]),
    ),
  };
}

function changedList<Item>(
  before: readonly Item[],
  { at, removed }: Replaced,
  items: readonly Item[],
): readonly Item[] {
  return removed === 0 && items.length === 0 ? before : before.slice(0, at).concat(items, before.slice(at + removed));
}

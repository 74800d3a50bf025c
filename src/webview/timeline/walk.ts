import type { Stop } from '../../core/picture/picture';
import type { Day } from '../../core/timeline/timeline';
import type { Place } from './notes';

type Rows = readonly (readonly Stop[])[];

/** Where one goes with a key. */
export type Step = 'before' | 'after' | 'first' | 'last' | 'above' | 'below';

/** @returns whether both are the same note. */
function isSamePlace(one: Place, other: Place): boolean {
  return 'event' in one
    ? 'event' in other && one.event === other.event
    : 'lane' in other && one.lane === other.lane && one.entry === other.entry;
}

/** @returns the stop of a note, or `undefined` where it is not among them. */
export function stopAt(rows: Rows, place: Place): Stop | undefined {
  for (const row of rows) {
    const found = row.find(({ of }) => isSamePlace(of, place));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/**
 * Walks from one note to another.
 *
 * @param rows every stop there is, in sight or not, each row in the order of the calendar
 * @param from where one stands
 * @param step where one goes
 * @returns where one arrives; where one stands already, if there is nothing further
 */
export function walked(rows: Rows, from: Stop, step: Step): Stop {
  const index = rows.findIndex((row) => row.some(({ of }) => isSamePlace(of, from.of)));
  const row = rows[index] ?? [];
  const place = row.findIndex(({ of }) => isSamePlace(of, from.of));
  switch (step) {
    case 'before':
      return row[place - 1] ?? from;
    case 'after':
      return row[place + 1] ?? from;
    case 'first':
      return row[0] ?? from;
    case 'last':
      return row.at(-1) ?? from;
    case 'above':
      return nearestDay(rows.slice(0, index).findLast(isWalkable), from.day) ?? from;
    case 'below':
      return nearestDay(rows.slice(index + 1).find(isWalkable), from.day) ?? from;
  }
}

/** @returns where a walk begins: at the newest note in sight of the first row that has one. */
export function beginning(rows: Rows): Stop | undefined {
  return rows.find(isWalkable)?.at(-1);
}

/** @returns the stop of a row whose day is nearest to one; of several, the first. */
function nearestDay(row: readonly Stop[] | undefined, day: Day): Stop | undefined {
  let nearest: Stop | undefined;
  for (const stop of row ?? []) {
    if (nearest === undefined || Math.abs(stop.day - day) < Math.abs(nearest.day - day)) {
      nearest = stop;
    }
  }
  return nearest;
}

function isWalkable(row: readonly Stop[]): boolean {
  return row.length > 0;
}

/** Where a row lies, from above to below. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** How far one may point beside a mark, in pixels, and mean it. */
const REACH = 32;

/** How far one may point above or below a row. */
const REACH_ACROSS = 16;

/**
 * @param rows the stops in sight
 * @param pointer where one points
 * @param bands where each of the rows lies, as a check-in has numbers all over its lane; a single row lies everywhere
 * @returns the stop that is meant, if one is near
 */
export function nearestStop(
  rows: Rows,
  pointer: { readonly x: number; readonly y: number },
  bands: readonly Band[] = [{ top: -Infinity, bottom: Infinity }],
): Stop | undefined {
  const distances = bands.map(({ top, bottom }) => Math.max(top - pointer.y, pointer.y - bottom, 0));
  const least = Math.min(...distances);
  const row = least > REACH_ACROSS ? undefined : rows[distances.indexOf(least)];
  let nearest: Stop | undefined;
  for (const stop of row ?? []) {
    const distance = Math.abs(stop.x - pointer.x);
    if (distance <= REACH && (nearest === undefined || distance < Math.abs(nearest.x - pointer.x))) {
      nearest = stop;
    }
  }
  return nearest;
}

import { dateOfDay } from '../timeline/day';
import type { Timeline } from '../timeline/timeline';

/**
 * Spreadsheets take a file without it for one in some older encoding, and most who export will open one there. What
 * reads CSV otherwise skips it.
 */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** A cell: a number stays one, a text never becomes a formula. */
type Cell = string | number | null;

interface Row {
  readonly day: number;
  readonly cells: readonly Cell[];
}

/**
 * Writes the data of a timeline as CSV after RFC 4180: one line a note, in the order of the calendar, first the
 * check-ins with their numbers. Private notes are left out, whatever the timeline holds.
 *
 * A text that a spreadsheet would take for a formula is given an apostrophe in front, as is customary.
 */
export function csvText(timeline: Timeline): string {
  const names = timeline.measures.map(({ name }) => name);
  const header = ['date', 'partner', 'kind', 'title', 'turned', 'joined', 'file', ...names];
  const rows = [...entryRows(timeline, names), ...eventRows(timeline, names)].sort((a, b) => a.day - b.day);
  const lines = [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cellText).join(','));
  return `${BYTE_ORDER_MARK}${lines.join(LINE_END)}${LINE_END}`;
}

function entryRows({ lanes }: Timeline, names: readonly string[]): readonly Row[] {
  return lanes.flatMap(({ name, entries }) =>
    entries.days.flatMap((day, index): readonly Row[] => {
      if (entries.isPrivate[index] !== false) {
        return [];
      }
      const numbers = names.map((measure) => entries.values[measure]?.[index] ?? null);
      const about = [dateOfDay(day), name, 'check-in', '', '', '', entries.paths[index] ?? ''];
      return [{ day, cells: [...about, ...numbers] }];
    }),
  );
}

function eventRows({ lanes, events, breaks }: Timeline, names: readonly string[]): readonly Row[] {
  const nobody = names.map(() => null);
  const shared = events.filter(({ isPrivate }) => !isPrivate);
  const sharedPaths = new Set(shared.map(({ path }) => path));
  const both = lanes.map(({ name }) => name).join(' & ');
  return shared.map(({ day, kind, title, partner, path, turned }) => {
    const seam = breaks.find((candidate) => kind === 'setback' && candidate.path === path)?.seam ?? null;
    const joined = seam !== null && sharedPaths.has(seam.path) ? dateOfDay(seam.day) : '';
    const writer = partner === null ? both : (lanes.find((lane) => lane.partner === partner)?.name ?? partner);
    return { day, cells: [dateOfDay(day), writer, kind, title, turned, joined, path, ...nobody] };
  });
}

const FORMULA = /^[\s\0]*[=+\-@＝＋－＠\t\r\n]/u;
const NEEDS_QUOTES = /[",\r\n]/u;

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') {
    return cell === null ? '' : String(cell);
  }
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

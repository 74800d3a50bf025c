import type { Couple } from '../../../src/core/couple';
import { NoteIndex } from '../../../src/core/note-index';
import type { Guide } from '../../../src/core/guide';
import type { Note } from '../../../src/core/note';
import { buildTimeline } from '../../../src/core/timeline/build-timeline';
import type { Timeline } from '../../../src/core/timeline/timeline';
import { builtInGuide, bytesOf, coupleOf } from '../samples';

export const GUIDE = builtInGuide();
export const TODAY = '2026-11-23';

/** What a folder of notes holds: front matter, or a whole text, by path. */
export type Files = Readonly<Record<string, string>>;

/** @returns the text of a note with some lines of front matter. */
export function noteText(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\nWords.\n`;
}

/** @returns a check-in with some of its numbers. */
export function checkIn(numbers: Readonly<Record<string, number | string>>): string {
  return noteText('template: check-in', ...Object.entries(numbers).map(([name, value]) => `${name}: ${String(value)}`));
}

/** @returns a moment, with more lines. */
export function moment(kind: string, ...lines: readonly string[]): string {
  return noteText(`template: moment-${kind}`, `moment: ${kind}`, ...lines);
}

/** @returns the notes of a folder, as the product reads them. */
export function notesOf(files: Files, couple: Couple = coupleOf(), guide: Guide = GUIDE): readonly Note[] {
  const index = new NoteIndex(guide, couple);
  for (const [path, text] of Object.entries(files)) {
    index.update(path, bytesOf(text));
  }
  return index.all();
}

/** @returns the timeline of a folder, of shared notes unless it is said otherwise. */
export function timelineOf(
  files: Files,
  {
    couple = coupleOf(),
    guide = GUIDE,
    viewer,
    includePrivate = false,
  }: {
    readonly couple?: Couple;
    readonly guide?: Guide;
    readonly viewer?: string;
    readonly includePrivate?: boolean;
  } = {},
): Timeline {
  const options = { today: TODAY, viewer, includePrivate };
  return buildTimeline(notesOf(files, couple, guide), couple, guide, options);
}

/** @returns the paths of everything in a timeline, lane by lane, then the events. */
export function pathsIn({ lanes, events }: Timeline): readonly string[] {
  return [...lanes.flatMap(({ entries }) => entries.paths), ...events.map(({ path }) => path)];
}

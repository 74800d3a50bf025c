import type { CalendarDate } from './calendar-date';
import type { NoteNumbers } from './note-numbers';
import type { NoteStep } from './note-steps';
import type { Problem } from './problem';
import type { Role } from './role';
import type { Template } from './template';
import type { WordAhead } from './word-ahead-key';

/** The id of the template by which the commitment is signed. */
export const SIGNATURE = 'signature';
/** The id of the template of a conversation that the two hold together. */
export const CONVERSATION = 'conversation';
/** The id of the template of its small sister, the talk about check-ins. */
export const TALK = 'talk';

/** What the product knows of one Markdown file of the guide. It holds no prose. */
export interface Note {
  /** Relative to the notes folder, with forward slashes. */
  readonly path: string;
  readonly isPrivate: boolean;
  readonly stage: string;
  /** The template, with the role variants that the note may hold. */
  readonly templateId: string;
  readonly kind: Template['kind'];
  readonly scope: Template['scope'];
  /** The writer, or `undefined` for a note that the couple share. */
  readonly partner: string | undefined;
  readonly date: CalendarDate | undefined;
  /** 1 for the first of its day. */
  readonly sequence: number;
  /** The role in which it was written, where the note says so. */
  readonly role: Role | undefined;
  readonly steps: readonly NoteStep[];
  readonly numbers: NoteNumbers;
  /** The template's own front matter with the values that the note gives, such as `moment`. */
  readonly fields: ReadonlyMap<string, string>;
  /** What its writer wants to be known before it is opened. */
  readonly wordAhead: WordAhead | undefined;
  /** Whether git's conflict markers stand in it. Nothing writes to such a note. */
  readonly inConflict: boolean;
  /** In how many places a merge kept two texts, and nobody has chosen yet. */
  readonly twoVersions: number;
  /** Whether its bytes could be read as text. */
  readonly isReadable: boolean;
  /** The digest of its wording; only of pages that are signed, and of signatures. */
  readonly wordingDigest: string | undefined;
  readonly fingerprint: string;
  readonly problems: readonly Problem[];
}

/** Orders entries: newest day first, the later of one day first, then by path. */
export function newestFirst(a: Note, b: Note): number {
  const [aDate, bDate] = [a.date ?? '', b.date ?? ''];
  if (aDate !== bDate) {
    return aDate < bDate ? 1 : -1;
  }
  return b.sequence - a.sequence || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

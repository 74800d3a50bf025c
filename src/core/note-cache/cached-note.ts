import { expectedContent } from '../expected-content';
import type { ExpectedContent } from '../expected-content';
import type { Note } from '../note';
import { namedBy } from '../note-file';
import { NoteNumbers } from '../note-numbers';
import type { NoteName, UndatedName } from '../note-path';
import { signsOf, stepsOfSigns } from '../note-steps';
import { isRole } from '../role';
import type { NumericField, TemplateField } from '../template';
import { WORD_AHEAD_VALUES } from '../word-ahead-key';
import type { WordAhead } from '../word-ahead-key';

/** Raise it whenever reading a note gives something else than it did: what older versions kept is then thrown away. */
export const READER_VERSION = 2;

/** What many notes have in common: ids, and words that their template itself says. */
export interface CachedKind {
  readonly templateId: string;
  /** Empty where it says none; the same for the word ahead. */
  readonly role: string;
  readonly wordAhead: string;
  readonly twoVersions: number;
  /** As `signsOf` gives them. */
  readonly steps: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The names of the note's numbers, in its own order. */
  readonly numbers: readonly string[];
}

/**
 * What the cache keeps of a note: numbers, ids, and words that its template itself says. Never a word of the writer's.
 * A note of which there is more to say is read anew each time.
 */
export interface CachedNote {
  readonly kind: CachedKind;
  readonly fingerprint: string;
  /** In the order of their names. */
  readonly numbers: readonly number[];
}

/**
 * @param names what the note's name can mean
 * @param isNote whether the guide knows a path as that of a note; a field may name one
 * @returns what the cache keeps, or `undefined` for a private note and for whatever it may not keep
 */
export function cachedNote(
  note: Note,
  names: readonly NoteName[],
  isNote: (path: string) => boolean,
): CachedNote | undefined {
  const steps = signsOf(note.steps);
  const isPlain =
    !note.isPrivate &&
    note.isReadable &&
    !note.inConflict &&
    note.problems.length === 0 &&
    note.wordingDigest === undefined;
  const { fields: known } = expectedOf(note.templateId, names);
  const fields = [...note.fields];
  const folder = note.path.slice(0, note.path.lastIndexOf('/') + 1);
  const canKeep = (name: string, value: string): boolean =>
    isSaidBy(known.get(name), value) || isNote(`${folder}${value}`);
  if (!isPlain || steps === undefined || !fields.every(([name, value]) => canKeep(name, value))) {
    return undefined;
  }
  const { templateId, fingerprint, role = '', wordAhead = '', twoVersions } = note;
  const kind = { templateId, role, wordAhead, twoVersions, steps, fields, numbers: note.numbers.names };
  return { kind, fingerprint, numbers: note.numbers.values };
}

/**
 * Makes a note again of what the cache kept of it.
 * @param undated what its name can mean
 * @param date the day in its name
 * @returns `undefined` where that does not fit the guide, or is nothing that the cache would keep
 */
export function noteOfCache(
  path: string,
  { kind, fingerprint, numbers }: CachedNote,
  undated: UndatedName,
  date: string | undefined,
): Note | undefined {
  const usual = usualNote(kind, undated);
  if (!usual || !areWithin(usual.ranges, numbers)) {
    return undefined;
  }
  const { note } = usual;
  return {
    path,
    fingerprint,
    isPrivate: note.isPrivate,
    partner: note.partner,
    date: date ?? note.date,
    sequence: note.sequence,
    stage: note.stage,
    kind: note.kind,
    scope: note.scope,
    templateId: note.templateId,
    role: note.role,
    steps: note.steps,
    numbers: NoteNumbers.of(kind.numbers, numbers),
    fields: note.fields,
    wordAhead: note.wordAhead,
    inConflict: false,
    twoVersions: note.twoVersions,
    isReadable: true,
    wordingDigest: undefined,
    problems: NONE,
  };
}

const NONE: Note['problems'] = [];

/** What all notes of one kind with one name have in common. */
interface UsualNote {
  readonly note: Omit<Note, 'path' | 'fingerprint' | 'numbers'>;
  readonly ranges: readonly NumericField[];
}

const usualNotes = new WeakMap<UndatedName, WeakMap<CachedKind, UsualNote | undefined>>();

/** @returns `undefined` where the kind does not fit the name, or the guide */
function usualNote(kind: CachedKind, undated: UndatedName): UsualNote | undefined {
  const ofName = usualNotes.get(undated) ?? new WeakMap<CachedKind, UsualNote | undefined>();
  usualNotes.set(undated, ofName);
  if (!ofName.has(kind)) {
    ofName.set(kind, makeUsualNote(kind, undated.names));
  }
  return ofName.get(kind);
}

function makeUsualNote(kind: CachedKind, names: readonly NoteName[]): UsualNote | undefined {
  const [first, ...others] = names;
  const named = first && namedBy([first, ...others], kind.templateId);
  const expected = expectedOf(kind.templateId, names);
  const steps = stepsOfSigns(kind.steps, expected);
  const ranges = kind.numbers.flatMap((name) => expected.numbers.get(name) ?? []);
  const { role, wordAhead } = kind;
  if (
    named?.templateId !== kind.templateId ||
    named.isPrivate ||
    steps === undefined ||
    ranges.length !== kind.numbers.length ||
    (role !== '' && !isRole(role)) ||
    (wordAhead !== '' && !isWordAhead(wordAhead)) ||
    !kind.fields.every(([name]) => expected.fields.has(name))
  ) {
    return undefined;
  }
  const isUsual =
    kind.fields.length === expected.fieldValues.size &&
    kind.fields.every(([name, value]) => expected.fieldValues.get(name) === value);
  const note = {
    ...named,
    role: role === '' ? undefined : role,
    steps,
    fields: isUsual ? expected.fieldValues : new Map(kind.fields),
    wordAhead: wordAhead === '' ? undefined : wordAhead,
    inConflict: false,
    twoVersions: kind.twoVersions,
    isReadable: true,
    wordingDigest: undefined,
    problems: NONE,
  };
  return { note, ranges };
}

function areWithin(ranges: readonly NumericField[], numbers: readonly number[]): boolean {
  return (
    numbers.length === ranges.length &&
    ranges.every(({ min, max }, index) => {
      const value = numbers[index] ?? NaN;
      return value >= min && value <= max;
    })
  );
}

function expectedOf(templateId: string, names: readonly NoteName[]): ExpectedContent {
  return expectedContent(names.map(({ template }) => template).filter(({ id }) => id === templateId));
}

function isWordAhead(value: string): value is WordAhead {
  return Object.hasOwn(WORD_AHEAD_VALUES, value);
}

/** Whether a template itself says a value of one of its fields: as the value it begins with, or beside it. */
function isSaidBy(field: TemplateField | undefined, value: string): boolean {
  return field !== undefined && (value === '' || value === field.value || wordsBeside(field).has(value));
}

function wordsBeside(field: TemplateField): ReadonlySet<string> {
  const words = besideFields.get(field) ?? new Set(field.comment.split(/[^\p{L}\p{N}-]+/u));
  besideFields.set(field, words);
  return words;
}

const besideFields = new WeakMap<TemplateField, ReadonlySet<string>>();

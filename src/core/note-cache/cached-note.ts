import { expectedContent } from '../expected-content';
import type { ExpectedContent } from '../expected-content';
import type { Note } from '../note';
import { namedBy, NO_NUMBERS } from '../note-file';
import type { NoteName } from '../note-path';
import { signsOf, stepsOfSigns } from '../note-steps';
import { isRole } from '../role';
import type { TemplateField } from '../template';
import { WORD_AHEAD_VALUES } from '../word-ahead-key';
import type { WordAhead } from '../word-ahead-key';

/** Raise it whenever reading a note gives something else than it did: what older versions kept is then thrown away. */
export const READER_VERSION = 1;

/**
 * What the cache keeps of a note: numbers, ids, and words that its template itself says. Never a word of the writer's.
 * A note of which there is more to say is read anew each time.
 */
export interface CachedNote {
  readonly templateId: string;
  readonly fingerprint: string;
  /** Empty where it says none; the same for the word ahead. */
  readonly role: string;
  readonly wordAhead: string;
  readonly twoVersions: number;
  /** As `signsOf` gives them. */
  readonly steps: string;
  readonly numbers: readonly (readonly [name: string, value: number])[];
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * @param names what the note's name can mean
 * @returns what the cache keeps, or `undefined` for a private note and for whatever it may not keep
 */
export function cachedNote(note: Note, names: readonly NoteName[]): CachedNote | undefined {
  const steps = signsOf(note.steps);
  const isPlain =
    !note.isPrivate &&
    note.isReadable &&
    !note.inConflict &&
    note.problems.length === 0 &&
    note.wordingDigest === undefined;
  const { fields: known } = expectedOf(note.templateId, names);
  const fields = [...note.fields];
  if (!isPlain || steps === undefined || !fields.every(([name, value]) => isSaidBy(known.get(name), value))) {
    return undefined;
  }
  const { templateId, fingerprint, role = '', wordAhead = '', twoVersions } = note;
  return { templateId, fingerprint, role, wordAhead, twoVersions, steps, numbers: [...note.numbers], fields };
}

/**
 * Makes a note again of what the cache kept of it.
 * @param names what its name can mean, at least one
 * @returns `undefined` where that does not fit the guide, or is nothing that the cache would keep
 */
export function noteOfCache(
  path: string,
  cached: CachedNote,
  names: readonly [NoteName, ...NoteName[]],
): Note | undefined {
  const named = namedBy(names, cached.templateId);
  const expected = expectedOf(cached.templateId, names);
  const steps = stepsOfSigns(cached.steps, expected);
  const role = cached.role === '' ? undefined : cached.role;
  const wordAhead = cached.wordAhead === '' ? undefined : cached.wordAhead;
  const isSound =
    steps !== undefined &&
    named.templateId === cached.templateId &&
    !named.isPrivate &&
    (role === undefined || isRole(role)) &&
    (wordAhead === undefined || isWordAhead(wordAhead)) &&
    cached.numbers.every(([name, value]) => isNumberOf(expected, name, value)) &&
    cached.fields.every(([name, value]) => isSaidBy(expected.fields.get(name), value));
  if (!isSound) {
    return undefined;
  }
  const isUsual =
    cached.fields.length === expected.fieldValues.size &&
    cached.fields.every(([name, value]) => expected.fieldValues.get(name) === value);
  return {
    path,
    fingerprint: cached.fingerprint,
    isPrivate: named.isPrivate,
    partner: named.partner,
    date: named.date,
    sequence: named.sequence,
    stage: named.stage,
    kind: named.kind,
    scope: named.scope,
    templateId: named.templateId,
    role,
    steps,
    numbers: cached.numbers.length === 0 ? NO_NUMBERS : new Map(cached.numbers),
    fields: isUsual ? expected.fieldValues : new Map(cached.fields),
    wordAhead,
    inConflict: false,
    twoVersions: cached.twoVersions,
    isReadable: true,
    wordingDigest: undefined,
    problems: NONE,
  };
}

const NONE: Note['problems'] = [];

function expectedOf(templateId: string, names: readonly NoteName[]): ExpectedContent {
  return expectedContent(names.map(({ template }) => template).filter(({ id }) => id === templateId));
}

function isNumberOf({ numbers }: ExpectedContent, name: string, value: number): boolean {
  const range = numbers.get(name);
  return range !== undefined && value >= range.min && value <= range.max;
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

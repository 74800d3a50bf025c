import { isCalendarDate } from './calendar-date';
import { conflictLine } from './conflict';
import { expectedContent } from './expected-content';
import type { ExpectedContent } from './expected-content';
import { readFrontMatter, textOf } from './front-matter';
import type { Field, FrontMatter } from './front-matter';
import { SIGNATURE } from './note';
import type { Note } from './note';
import { decodeNote, fingerprint } from './note-bytes';
import { variantsFor } from './note-keys';
import type { NoteName } from './note-path';
import { NoteNumbers } from './note-numbers';
import { noteSteps } from './note-steps';
import type { NoteStep } from './note-steps';
import { ownCopy } from './own-copy';
import { problem, wholeLine } from './problem';
import type { Problem } from './problem';
import { isRole } from './role';
import type { Role } from './role';
import { readSteps } from './steps';
import type { Step } from './steps';
import { wordAheadOf } from './word-ahead';
import { WORD_AHEAD_KEY } from './word-ahead-key';
import { findTwoVersions } from './two-versions';
import { digestOf, wordingOf } from './wording-digest';

/**
 * Reads one note. Never throws; what cannot be read is told by the note's problems.
 * @param path relative to the notes folder
 * @param bytes the whole file
 * @param names what its name can mean, at least one
 */
export function readNote(path: string, bytes: Uint8Array, names: readonly [NoteName, ...NoteName[]]): Note {
  const decoded = decodeNote(bytes);
  const base = { path, fingerprint: fingerprint(bytes) };
  if (!decoded.readable) {
    return { ...base, ...namedBy(names, undefined), ...EMPTY, problems: [problem(decoded.reason, wholeLine(0))] };
  }
  const { text } = decoded;
  const conflict = conflictLine(text);
  if (conflict !== -1) {
    const found = problem('conflict', wholeLine(conflict));
    return { ...base, ...namedBy(names, undefined), ...EMPTY, isReadable: true, inConflict: true, problems: [found] };
  }
  const frontMatter = readFrontMatter(text);
  const named = namedBy(names, textOf(frontMatter.fields.get('template')));
  const variants = names.filter(({ template }) => template.id === named.templateId).map(({ template }) => template);
  const role = roleOf(frontMatter);
  const applying = variantsFor(variants, role);
  const read = readSteps(text);
  const expected = expectedContent(variants);
  const values = readValues(frontMatter, expected);
  const steps = noteSteps(read.steps, expected);
  const isSigned = named.templateId === SIGNATURE || variants.some((variant) => variant.signed);
  return {
    path,
    fingerprint: base.fingerprint,
    // Key by key, because a spread among other keys takes half of the time of reading a note.
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
    numbers: values.numbers,
    fields: values.fields,
    wordAhead: wordAheadOf(frontMatter.fields.get(WORD_AHEAD_KEY)),
    inConflict: false,
    twoVersions: findTwoVersions(text).length,
    isReadable: true,
    wordingDigest: isSigned ? digestOf(wordingOf(text)) : undefined,
    problems: [
      ...frontMatter.problems,
      ...values.problems,
      ...read.problems,
      // A signature holds the wording of another template, and its steps.
      ...(named.templateId === SIGNATURE
        ? []
        : stepProblems(read.steps, stepFaults(steps, expectedContent(applying), expected))),
    ].map(ownProblem),
  };
}

/** Why the bytes of a note could not be had. */
export type UnreadableReason = 'no-permission' | 'not-a-file' | 'symbolic-link' | 'cannot-read';

/** @returns the note of a file whose bytes could not be had. */
export function unreadableNote(
  path: string,
  reason: UnreadableReason,
  names: readonly [NoteName, ...NoteName[]],
): Note {
  const problems = [problem(reason, wholeLine(0))];
  return { path, fingerprint: reason, ...namedBy(names, undefined), ...EMPTY, problems };
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map<string, string>();

const EMPTY = {
  role: undefined,
  steps: [],
  numbers: NoteNumbers.none,
  fields: NO_FIELDS,
  wordAhead: undefined,
  inConflict: false,
  twoVersions: 0,
  isReadable: false,
  wordingDigest: undefined,
} as const;

export function namedBy(names: readonly [NoteName, ...NoteName[]], templateId: string | undefined) {
  const name = names.find(({ template }) => template.id === templateId) ?? names[0];
  const { template, isPrivate, partner, date, sequence } = name;
  const { stage, kind, scope } = template;
  return { isPrivate, partner, date, sequence, stage, kind, scope, templateId: template.id };
}

function roleOf(frontMatter: FrontMatter): Role | undefined {
  const value = frontMatter.fields.get('role')?.value;
  return isRole(value) ? value : undefined;
}

function readValues(frontMatter: FrontMatter, expected: ExpectedContent) {
  const problems: Problem[] = [];
  const names: string[] = [];
  const numbers: number[] = [];
  const fields = new Map<string, string>();
  for (const [name, field] of frontMatter.fields) {
    const range = expected.numbers.get(name);
    const extra = expected.fields.get(name);
    if (range) {
      const value = readNumber(name, field, range, problems);
      if (value !== undefined) {
        names.push(range.name);
        numbers.push(value);
      }
    } else if (extra) {
      const value = field.value === true || field.value === false ? String(field.value) : textOf(field);
      if (value !== undefined) {
        fields.set(extra.name, ownCopy(value));
      }
    } else if (!expected.knownKeys.has(name)) {
      problems.push(problem('key-unknown', field.key, [name], 'warning'));
    }
  }
  const date = frontMatter.fields.get('date');
  if (date && date.value !== null && !isCalendarDate(textOf(date) ?? '')) {
    problems.push(problem('value-not-a-date', date.place, ['date'], 'warning'));
  }
  const role = frontMatter.fields.get('role');
  if (role && role.value !== null && !isRole(role.value)) {
    problems.push(problem('value-not-allowed', role.place, ['role'], 'warning'));
  }
  const wordAhead = frontMatter.fields.get(WORD_AHEAD_KEY);
  if (wordAhead && wordAhead.value !== null && wordAheadOf(wordAhead) === undefined) {
    problems.push(problem('value-not-allowed', wordAhead.place, [WORD_AHEAD_KEY], 'warning'));
  }
  return {
    numbers: NoteNumbers.of(names, numbers),
    fields: hasSame(fields, expected.fieldValues) ? expected.fieldValues : fields,
    problems,
  };
}

function hasSame(fields: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  return fields.size === others.size && [...fields].every(([name, value]) => others.get(name) === value);
}

function readNumber(
  name: string,
  field: Field,
  range: { readonly min: number; readonly max: number },
  problems: Problem[],
): number | undefined {
  const { value } = field;
  if (value === null) {
    return undefined;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    problems.push(problem('value-not-a-number', field.place, [name]));
    return undefined;
  }
  if (value < range.min || value > range.max) {
    problems.push(problem('value-out-of-range', field.place, [name, String(range.min), String(range.max)]));
    return undefined;
  }
  return value;
}

/** Ids of steps. */
interface StepFaults {
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

/** By lists that thousands of notes share. */
const faultsOfLists = new WeakMap<readonly NoteStep[], WeakMap<ExpectedContent, StepFaults>>();

function stepFaults(steps: readonly NoteStep[], applying: ExpectedContent, expected: ExpectedContent): StepFaults {
  const ofList = faultsOfLists.get(steps) ?? new WeakMap<ExpectedContent, StepFaults>();
  faultsOfLists.set(steps, ofList);
  const known = ofList.get(applying);
  if (known) {
    return known;
  }
  const ids = new Set(steps.map(({ id }) => id));
  const faults = {
    unknown: [...ids].filter((id) => !expected.steps.has(id)),
    // A note with no step at all was written freely; it misses nothing. Nor does one miss what may be left out.
    missing:
      ids.size === 0
        ? []
        : [...applying.steps.values()].flatMap(({ id, counts }) => (counts && !ids.has(id) ? id : [])),
  };
  ofList.set(applying, faults);
  return faults;
}

function stepProblems(steps: readonly Step[], { unknown, missing }: StepFaults): Problem[] {
  return [
    ...steps
      .filter(({ id }) => unknown.includes(id))
      .map(({ id, place }) => problem('step-unknown', place, [id], 'warning')),
    ...missing.map((id) => problem('step-missing', wholeLine(0), [id], 'warning')),
  ];
}

/** The problem without the text it was found in. */
function ownProblem(found: Problem): Problem {
  return found.details.length === 0 ? found : { ...found, details: found.details.map(ownCopy) };
}

import type { Template } from '../template';
import { hasWords, namedIn } from './sections';
import type { Place, Section } from './sections';
import { otherSide } from './turn';
import type { Side, StepKind } from './turn';

/** The step in which the two agree on a time, and the one in which they make a plan. */
const AGREEING = 'time-and-place';
const PLAN = 'plan';

const KINDS: ReadonlyMap<string, StepKind> = new Map<string, StepKind>([
  [AGREEING, 'together'],
  ['listen-and-say-back', 'say-back'],
  ['say-back', 'say-back'],
  ['read', 'turns'],
  ['apology', 'apology'],
  [PLAN, 'together'],
  ['next-week', 'together'],
]);

/** What the couple and their template say, which a note alone does not. */
export interface Setting {
  /** The names of both, in the order of `kintsugi.yaml`. */
  readonly names: readonly [string, string];
  /** Steps that may be left out. */
  readonly optional: ReadonlySet<string>;
  /** The lines that a new note begins with, trimmed: nobody's words. */
  readonly given: ReadonlySet<string>;
}

/** A conversation as its note tells it, and nothing else. */
export interface ConversationNote {
  readonly rows: readonly string[];
  readonly sections: readonly Section[];
  readonly setting: Setting;
  /** Whether git left two versions in it; then it has no sections, and nothing is written. */
  readonly inConflict: boolean;
}

/** @returns what a conversation needs to know of its template and of the couple */
export function settingOf(variants: readonly Template[], names: readonly [string, string]): Setting {
  const lines = variants.flatMap(({ body }) => body.split(/\r?\n/)).map((line) => line.trim());
  const optional = variants.flatMap(({ steps }) => steps.filter(({ counts }) => !counts).map(({ id }) => id));
  return { names, optional: new Set(optional), given: new Set(lines.filter((line) => line !== '')) };
}

/** @returns the section of a step, if the note has it */
export function sectionOf({ sections }: ConversationNote, stepId: string): Section | undefined {
  return sections.find(({ step }) => step.id === stepId);
}

/**
 * Where the two stopped: the first step that is open. A step that may be left out was left out if a later one was begun.
 * @param leftOut steps that were left out a moment ago
 * @returns `undefined` where every step is done, or the note has none
 */
export function currentSection(note: ConversationNote, leftOut: ReadonlySet<string> = new Set()): Section | undefined {
  return note.sections.find((section, index) => {
    const { id, ticked } = section.step;
    const later = note.sections.slice(index + 1);
    const isPassed = note.setting.optional.has(id) && later.some((one) => one.step.ticked || isBegun(note, one));
    return !ticked && !leftOut.has(id) && !isPassed;
  });
}

/** The step that comes after one: the next that is open, else the first that is. */
export function sectionAfter(
  note: ConversationNote,
  stepId: string,
  leftOut: ReadonlySet<string> = new Set(),
): Section | undefined {
  const index = note.sections.findIndex(({ step }) => step.id === stepId);
  const isOpen = ({ step }: Section): boolean => !step.ticked && !leftOut.has(step.id) && step.id !== stepId;
  const next = note.sections.slice(index + 1).find(isOpen);
  return next ?? note.sections.find((section) => isOpen(section) && !note.setting.optional.has(section.step.id));
}

/** @returns how the two go through a step; by its places where no code knows it */
export function kindOf({ setting }: ConversationNote, section: Section): StepKind {
  const isParted = section.places.some(({ heading }) => namedIn(heading, setting.names) !== undefined);
  return KINDS.get(section.step.id) ?? (isParted ? 'turns' : 'together');
}

/** @returns whether the two make their plan in this step */
export function isPlan({ step }: Section): boolean {
  return step.id === PLAN;
}

/** @returns the part of a section that is one partner's to write in */
export function placeOf({ setting }: ConversationNote, section: Section, side: Side): Place | undefined {
  return section.places.find(({ heading }) => namedIn(heading, setting.names) === side);
}

/** @returns the part of the apology's section that is left for the answer */
export function answerPlace({ setting }: ConversationNote, section: Section): Place | undefined {
  return section.places.find(({ heading }) => namedIn(heading, setting.names) === undefined);
}

/** The step that follows and in which what was said here is said back in writing; what is said there is one with it. */
export function sayingBackAfter(note: ConversationNote, section: Section): Section | undefined {
  const next = note.sections[note.sections.findIndex(({ step }) => step.id === section.step.id) + 1];
  const isOne = next && !next.step.ticked && kindOf(note, section) === 'turns' && kindOf(note, next) === 'say-back';
  return isOne ? next : undefined;
}

/** @returns whether a partner has written in their part of a section */
export function hasWritten(note: ConversationNote, section: Section | undefined, side: Side): boolean {
  const place = section && placeOf(note, section, side);
  return place !== undefined && hasWords(note.rows, place, note.setting.given);
}

/** @returns whether the part before the first step, such as the one event, still waits for words */
export function isLeadOpen(note: ConversationNote, { lead }: Section): boolean {
  return lead !== undefined && !hasWords(note.rows, lead, note.setting.given);
}

/** @returns whether anything of anybody's stands in a section */
function isBegun(note: ConversationNote, section: Section): boolean {
  return [section.opening, ...section.places].some((span) => hasWords(note.rows, span, note.setting.given));
}

/** @returns whether the listener has written down what they heard of a partner */
export function isSaidBack(note: ConversationNote, section: Section | undefined, speaker: Side): boolean {
  return hasWritten(note, section, otherSide(speaker));
}

/** @returns whether something stands in the opening of a section, such as an apology */
export function hasOpeningWords(note: ConversationNote, section: Section): boolean {
  return hasWords(note.rows, section.opening, note.setting.given);
}

/**
 * What the two agreed on in the first step, as they wrote it: the lines of a list with something behind the colon.
 * @returns at most three such lines, each `label: value` and no longer than a short sentence
 */
export function agreedOn(note: ConversationNote): readonly string[] {
  const section = sectionOf(note, AGREEING);
  const rows = section ? note.rows.slice(section.startLine, section.endLine) : [];
  return rows
    .map((row) => /^\s{0,3}[-*+]\s+([^:[\]<>]{1,40}):\s+(\S.{0,39})$/.exec(row.trimEnd()))
    .flatMap((match) => (match ? [`${match[1] ?? ''}: ${(match[2] ?? '').trim()}`] : []))
    .slice(0, 3);
}

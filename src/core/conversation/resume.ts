import { belowLastWords } from '../below-last-words';
import type { Position } from '../below-last-words';
import {
  answerPlace,
  hasOpeningWords,
  hasWritten,
  isSaidBack,
  kindOf,
  placeOf,
  sayingBackAfter,
} from './conversation-note';
import type { ConversationNote } from './conversation-note';
import { firstTurn, otherSide } from './turn';
import type { LineSpan, Section } from './sections';
import type { Side, Turn } from './turn';

/**
 * Whose turn it is in a step, told from what stands in the note alone, so that any machine comes to the same. What was
 * written but not said back in writing is said back once more: nothing is passed over.
 * @param first who begins where nobody has
 */
export function turnIn(note: ConversationNote, section: Section, first: Side): Turn {
  const kind = kindOf(note, section);
  switch (kind) {
    case 'together':
      return firstTurn(kind, first);
    case 'apology':
      return { speaker: first, phase: hasOpeningWords(note, section) ? 'answering' : 'speaking', heard: [] };
    case 'say-back':
      return turnWith(note, section, section, first);
    case 'turns':
      return turnWith(note, section, sayingBackAfter(note, section), first);
  }
}

/** @param writtenIn the section in which what was heard is written down, if there is one */
function turnWith(note: ConversationNote, section: Section, writtenIn: Section | undefined, first: Side): Turn {
  const kind = kindOf(note, section);
  const order = [first, otherSide(first)] as const;
  const spoken = order.filter((side) => kind === 'say-back' || hasWritten(note, section, side));
  const heard = writtenIn
    ? order.filter((side) => isSaidBack(note, writtenIn, side))
    : spoken.slice(0, spoken.length === 2 ? 1 : 0);
  const waiting = spoken.find((side) => !heard.includes(side)) ?? order.find((side) => !heard.includes(side));
  const speaker = waiting ?? order[1];
  const isSpoken = spoken.includes(speaker) || heard.includes(speaker);
  return {
    speaker,
    phase: isSpoken ? 'saying-back' : 'speaking',
    heard: heard.filter((side) => side !== speaker),
  };
}

/** Where the one whose turn it is writes, and what is in view meanwhile. */
export interface WritingNow {
  readonly view: LineSpan;
  readonly position: Position;
  /** Words that the note began with and that are to be written over, such as “who: what, by when”; else the position. */
  readonly anchor: Position;
  /** The parts of the view that are somebody else's, or for later. */
  readonly quiet: readonly LineSpan[];
}

/**
 * Finds the place for a turn: below the last words of whoever writes now. What is said back is written in the next
 * step where that is what the step is for, and otherwise only said. Before the first step stands what it is all about.
 * @param isInLead whether the two are still there
 */
export function writingNow(note: ConversationNote, section: Section, turn: Turn, isInLead = false): WritingNow {
  const kind = kindOf(note, section);
  const listener = otherSide(turn.speaker);
  const below = (view: LineSpan & Partial<Section>, span: LineSpan): WritingNow => {
    const position = belowLastWords(note.rows, span.startLine, span.endLine);
    const quiet = span === view ? [] : (view.places ?? []).filter((place) => place !== span);
    return { view, position, anchor: position, quiet };
  };
  if (isInLead && section.lead) {
    return below(section.lead, section.lead);
  }
  if (turn.phase === 'answering') {
    return below(section, answerPlace(note, section) ?? section);
  }
  if (turn.phase === 'saying-back' || turn.phase === 'checking') {
    const writtenIn = kind === 'say-back' ? section : sayingBackAfter(note, section);
    const place = writtenIn && placeOf(note, writtenIn, listener);
    return writtenIn && place
      ? below(writtenIn, place)
      : below(section, placeOf(note, section, turn.speaker) ?? section);
  }
  if (turn.phase === 'together') {
    return { ...below(section, section), ...givenItem(note, section) };
  }
  const own = kind === 'apology' ? section.opening : placeOf(note, section, turn.speaker);
  return below(section, own ?? section.opening);
}

/**
 * The first line of a list that stands as the note began with it: its end where something is to follow a colon, else
 * all of its words, which are an example.
 */
function givenItem(
  { rows, setting }: ConversationNote,
  { opening }: Section,
): Pick<WritingNow, 'position' | 'anchor'> | undefined {
  for (let line = opening.startLine; line < opening.endLine; line += 1) {
    const row = (rows[line] ?? '').trimEnd();
    const marker = /^\s{0,3}[-*+]\s+(?!\[)/.exec(row)?.[0];
    if (marker !== undefined && setting.given.has(row.trim())) {
      const position = { line, column: row.length };
      return { position, anchor: row.endsWith(':') ? position : { line, column: marker.length } };
    }
  }
  return undefined;
}

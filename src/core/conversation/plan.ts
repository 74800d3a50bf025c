import { conflictLine } from '../conflict';
import type { TextEdit } from '../couple-edit';
import { isPlan } from './conversation-note';
import type { ConversationNote } from './conversation-note';

/** One line of a plan. */
export interface PlanPoint {
  /** Zero-based. */
  readonly line: number;
  /** The name before the colon, where somebody wrote one. */
  readonly who: string | undefined;
  readonly what: string;
  /** What stands behind the last comma, where somebody wrote it. */
  readonly byWhen: string | undefined;
  /** Whether it is a task already. */
  readonly isTask: boolean;
}

const ITEM = /^( {0,3}[-*+] +)(\[[ xX]\] +)?(\S.*)$/;
const LONGEST_NAME = 40;

/**
 * The points of the plan, in the order of the note: the lines of its list, without those that the note began with and
 * without labels such as “we look at this again on:”.
 */
export function planPoints(note: ConversationNote): readonly PlanPoint[] {
  const section = note.sections.find(isPlan);
  if (!section) {
    return [];
  }
  const labels = [...note.setting.given].filter((line) => /^[-*+] .*:$/.test(line));
  const points: PlanPoint[] = [];
  for (let line = section.step.place.line + 1; line < section.endLine; line += 1) {
    const row = note.rows[line] ?? '';
    const words = ITEM.exec(row)?.[3]?.trim();
    const isGiven = note.setting.given.has(row.trim()) || labels.some((label) => row.trim().startsWith(label));
    if (words !== undefined && !isGiven && !words.includes('<!-- step:')) {
      points.push({ line, ...partsOf(words), isTask: ITEM.exec(row)?.[2] !== undefined });
    }
  }
  return points;
}

function partsOf(words: string): Pick<PlanPoint, 'who' | 'what' | 'byWhen'> {
  const colon = words.indexOf(':');
  const isNamed = colon > 0 && colon <= LONGEST_NAME && /^\s/.test(words.slice(colon + 1));
  const rest = isNamed ? words.slice(colon + 1).trim() : words;
  const comma = rest.lastIndexOf(',');
  const byWhen = comma > 0 ? rest.slice(comma + 1).trim() : '';
  return {
    who: isNamed ? words.slice(0, colon).trim() : undefined,
    what: byWhen === '' ? rest : rest.slice(0, comma).trim(),
    byWhen: byWhen === '' ? undefined : byWhen,
  };
}

/**
 * The edits that make tasks of lines of the plan: an open box before the words, and nothing else.
 * @param text the whole note, from which the points were read
 * @returns `conflict` where nothing may be written
 */
export function taskEdits(text: string, points: readonly PlanPoint[]): readonly TextEdit[] | 'conflict' {
  if (conflictLine(text) !== -1) {
    return 'conflict';
  }
  const rows = text.split('\n');
  return points.flatMap(({ line, isTask }) => {
    const marker = isTask ? undefined : ITEM.exec(rows[line]?.replace(/\r$/, '') ?? '')?.[1];
    if (marker === undefined) {
      return [];
    }
    const start = rows.slice(0, line).reduce((offset, row) => offset + row.length + 1, 0) + marker.length;
    return [{ start, end: start, text: '[ ] ' }];
  });
}

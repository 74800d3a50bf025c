import { conflictLine } from '../conflict';
import { Lines } from '../lines';
import { inReadingOrder, parseBlocks, readSteps } from '../steps';
import type { ConversationNote, Setting } from './conversation-note';
import type { Section } from './sections';

/** Reads a conversation. Never throws. */
export function readConversation(text: string, setting: Setting): ConversationNote {
  const inConflict = conflictLine(text) !== -1;
  return { rows: text.split(/\r?\n/), sections: inConflict ? [] : readSections(text), setting, inConflict };
}

interface Heading {
  readonly line: number;
  readonly depth: number;
  readonly words: string;
}

/**
 * Parts a note by its steps, in the order in which they stand there. A step whose heading is gone begins with its task.
 * @param text the whole note, without a byte order mark
 * @returns nothing for a note without steps, or for one that lies beyond the bounds of a note
 */
function readSections(text: string): readonly Section[] {
  const { steps } = readSteps(text);
  const root = steps.length > 0 ? parseBlocks(text) : undefined;
  if (!root) {
    return [];
  }
  const lines = new Lines(text);
  const lineCount = text.split('\n').length;
  const headings = root.children.flatMap((node): readonly Heading[] => {
    if (node.type !== 'heading' || !node.position) {
      return [];
    }
    const words: string[] = [];
    for (const inner of inReadingOrder(node)) {
      words.push(inner.type === 'text' || inner.type === 'inlineCode' ? inner.value : '');
    }
    return [{ line: lines.lineAt(node.position.start.offset ?? 0), depth: node.depth, words: words.join('').trim() }];
  });
  const bounds = headings.filter(({ depth }) => depth <= 2).map(({ line }) => line);
  const starts = steps.map(({ place }, index) => {
    const before = index === 0 ? -1 : (steps[index - 1]?.place.line ?? -1);
    return bounds.findLast((line) => line <= place.line && line > before) ?? place.line;
  });
  return steps.map((step, index) => {
    const startLine = starts[index] ?? step.place.line;
    const chapter = bounds.find((line) => line > step.place.line) ?? lineCount;
    const endLine = Math.min(chapter, starts[index + 1] ?? lineCount);
    const inside = headings.filter(({ line }) => line > step.place.line && line < endLine);
    const places = inside.map(({ line, words }, at) => ({
      heading: words,
      startLine: line,
      endLine: inside[at + 1]?.line ?? endLine,
    }));
    const before = headings.findLast(({ line, depth }) => depth <= 2 && line < startLine);
    const lead = index === 0 && before?.depth === 2 ? { startLine: before.line, endLine: startLine } : undefined;
    const opening = { startLine, endLine: places[0]?.startLine ?? endLine };
    return { step, lead, startLine, endLine, opening, places };
  });
}

import { findFrontMatter } from './front-matter';
import type { Step } from './steps';
import { VISIBLE } from './visible-characters';

/** Bounds within which no note is refused for its size; what lies beyond is left to the full reader. */
const LONGEST = 100_000;
const MOST_LINES = 2_000;

/** Words that are in Markdown what they are in plain text, one space between them. */
const WORD = `(?:(?![*_[\\]\\\\&\`<>#])[${VISIBLE}])+`;
const WORDS = `${WORD}(?: ${WORD})*`;
const LETTER = `(?:[A-Za-z]|(?![!-~])[${VISIBLE}])`;
/** How a line begins that opens nothing but a paragraph: no fence, no HTML, no indentation, no underline of a heading. */
const PARAGRAPH = `(?:${LETTER}|["'(.,;?!]|\\*{1,2}(?:${LETTER}|["'(])|_{1,2}${LETTER}|\\d+(?![\\d.)]))`;
/** A list item or a quotation that holds nothing but a paragraph, of which one more is a task without a step. */
const CONTAINER = `(?:(?:[-+*>]|\\d{1,9}[.)]) ${LETTER}|- \\[[ xX]\\] ${LETTER})`;
/** No inline HTML, which could be the comment of a step; this sign before a digit or a space is none. */
const REST = '(?:[^<\\r\\n]|<(?![!/?A-Za-z]))*';
const STEP_ID = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** One line with its end: nothing, a heading, a step, a comment, or prose. */
const LINE = new RegExp(
  `(?:(#{1,6}) (${WORDS})|- \\[([ xX])\\] (${WORDS}) <!-- step: (${STEP_ID}) -->|` +
    `(<!-- [^<>\\r\\n]{0,150}-->|(?:${PARAGRAPH}|${CONTAINER})${REST})| {0,100})(?:\\r?\\n|$)`,
  'y',
);
const HEAD_LINE = /(?:[A-Za-z_#][^<\r\n]*)?\r?\n/y;

/**
 * Reads the steps of a note whose Markdown is as flat as it usually is: headings, paragraphs, items of one line and
 * comments of one line, none of them indented. Some hundred times as fast as the full reader, and it says exactly what
 * that would say.
 * @param text the whole file
 * @returns the steps, or `undefined` where anything is not proved to be as simple as that
 */
export function readFlatSteps(text: string): readonly Step[] | undefined {
  const head = findFrontMatter(text);
  if (text.length > LONGEST || head?.closed === false) {
    return undefined;
  }
  const headLines = head ? countHeadLines(text, head.yamlStart, head.yamlEnd) : 0;
  return headLines === undefined ? undefined : readBody(text, head?.bodyStart ?? 0, headLines);
}

/** @returns the lines of the front matter and of its two marks, or `undefined` where one of them is indented or the like */
function countHeadLines(text: string, start: number, end: number): number | undefined {
  let lines = 2;
  HEAD_LINE.lastIndex = start;
  while (HEAD_LINE.lastIndex < end) {
    if (!HEAD_LINE.test(text)) {
      return undefined;
    }
    lines += 1;
  }
  return lines;
}

function readBody(text: string, bodyStart: number, firstLine: number): readonly Step[] | undefined {
  const steps: Step[] = [];
  let heading: string | undefined;
  let isAfterStep = false;
  LINE.lastIndex = bodyStart;
  for (let line = firstLine; LINE.lastIndex < text.length; line += 1) {
    const start = LINE.lastIndex;
    const match = line < MOST_LINES ? LINE.exec(text) : null;
    if (!match) {
      return undefined;
    }
    const [, depth, title, tick, label, id, prose] = match;
    if (id !== undefined && tick !== undefined && label !== undefined) {
      if (steps.some((step) => step.id === id)) {
        return undefined;
      }
      const length = label.length + id.length + '- [ ]  <!-- step:  -->'.length;
      const place = { line, startColumn: 0, endColumn: length };
      steps.push({ id, ticked: tick !== ' ', label, heading, tickOffset: start + 3, place, end: start + length });
    } else if (prose !== undefined && isAfterStep) {
      // It would go on with the words of the step.
      return undefined;
    } else if (depth !== undefined) {
      heading = depth === '#' ? undefined : title;
    }
    isAfterStep = id !== undefined;
  }
  return steps;
}

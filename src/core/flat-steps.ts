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
const PARAGRAPH = `(?:${LETTER}|["'().,;:?!$%/@^{}]|\\*{1,2}(?:${LETTER}|["'(])|_{1,2}${LETTER}|\\d+(?![\\d.)]))`;
/** A list item or a quotation that holds nothing but a paragraph, of which one more is a task without a step. */
const CONTAINER = `(?:(?:[-+*>]|\\d{1,9}[.)]) ${LETTER}|- \\[[ xX]\\] ${LETTER})`;
/** No inline HTML, which could be the comment of a step; this sign before a digit or a space is none. */
const REST = '[^<\\r\\n]*(?:<(?![!/?A-Za-z])[^<\\r\\n]*)*';
const PROSE = `(?:<!-- [^<>\\r\\n]{0,150}-->|(?:${PARAGRAPH}|${CONTAINER})${REST})`;
const STEP_ID = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Lines with their ends that are nothing, a comment, or prose. */
const PROSE_LINES = new RegExp(`(?:(?:${PROSE}| {0,100})\\r?\\n)*`, 'y');
/** One line with its end: a heading, a step, or the last line of a text. */
const LINE = new RegExp(
  `(?:(#{1,6}) (${WORDS})|- \\[([ xX])\\] (${WORDS}) <!-- step: (${STEP_ID}) -->|(${PROSE})(?=$)| {0,100}(?=$))(?:\\r?\\n|$)`,
  'y',
);
const EMPTY_LINE = / *\r?\n/y;
const HEAD_LINES = /(?:(?:[A-Za-z_#][^<\r\n]*)?\r?\n)*/y;

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
  return endOf(HEAD_LINES, text, start) >= end ? 2 + countLines(text, start, end) : undefined;
}

function readBody(text: string, bodyStart: number, firstLine: number): readonly Step[] | undefined {
  const steps: Step[] = [];
  let heading: string | undefined;
  let isAfterStep = false;
  let line = firstLine;
  for (let start = bodyStart; start < text.length; start = LINE.lastIndex) {
    LINE.lastIndex = endOf(PROSE_LINES, text, start);
    if (isAfterStep && LINE.lastIndex > start && endOf(EMPTY_LINE, text, start) === start) {
      // It would go on with the words of the step.
      return undefined;
    }
    line += countLines(text, start, LINE.lastIndex);
    isAfterStep &&= LINE.lastIndex === start;
    const lineStart = LINE.lastIndex;
    const match = line < MOST_LINES ? LINE.exec(text) : null;
    if (!match || (isAfterStep && match[6] !== undefined)) {
      return undefined;
    }
    const [, depth, title, tick, label, id] = match;
    if (id !== undefined && tick !== undefined && label !== undefined) {
      if (steps.some((step) => step.id === id)) {
        return undefined;
      }
      const length = label.length + id.length + '- [ ]  <!-- step:  -->'.length;
      const place = { line, startColumn: 0, endColumn: length };
      steps.push({
        id,
        ticked: tick !== ' ',
        label,
        heading,
        tickOffset: lineStart + 3,
        place,
        end: lineStart + length,
      });
    } else if (depth !== undefined) {
      heading = depth === '#' ? undefined : title;
    }
    isAfterStep = id !== undefined;
    line += 1;
  }
  return steps;
}

/** @returns where a match that begins at an offset ends; the offset where there is none */
function endOf(sticky: RegExp, text: string, start: number): number {
  sticky.lastIndex = start;
  return sticky.test(text) ? sticky.lastIndex : start;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}

import type { Nodes } from 'mdast';
import { inReadingOrder, parseBlocks } from '../steps';

/** A replacement in a text, by UTF-16 offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Stands before an answer while it is looked at: in a note, an answer never comes first. */
const OPENING = 'a\n\n';
/** What one escape uncovers, the next one sees to. Nobody writes a text that needs more. */
const MOST_PASSES = 10;
const CONFLICT_MARKER = /^(?:<{7}|>{7}|\|{7})(?= |$)/gm;

/** @returns an answer with plain line ends, without empty lines around it, and with no character a file cannot hold. */
export function tidied(answer: string): string {
  const text = answer
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replace(/^(?:[ \t]*\n)+/, '');
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/**
 * Makes an answer fit for a note: headings, HTML, conflict markers and definitions become the text that they look
 * like, and code that is not closed is closed. Everything else stays Markdown, character by character.
 * @param answer a tidied text
 * @returns `undefined` where a few escapes do not suffice
 */
export function asMarkdown(answer: string): string | undefined {
  let text = answer;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const replacements = replacementsIn(text);
    if (!replacements) {
      return undefined;
    }
    if (replacements.length === 0) {
      return text;
    }
    text = replaced(text, replacements);
  }
  return undefined;
}

/**
 * Makes any answer fit for a note, as text in which nothing is Markdown but emphasis. It looks the same once it is
 * rendered, and less so where it is written.
 * @param answer a tidied text
 */
export function literally(answer: string): string {
  const entity = (character: string): string => `&#${String(character.charCodeAt(0))};`;
  return answer
    .replace(/[\\&<`[]/g, entity)
    .replace(/^[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[ \t]/gm, entity)
    .replace(/^[-+*_>#=|~]/gm, entity)
    .replace(/^(\d{1,9})([.)])/gm, (_all, digits: string, sign: string) => digits + entity(sign));
}

/** What has to be written otherwise, or `undefined` for a text beyond every bound. */
function replacementsIn(text: string): readonly Replacement[] | undefined {
  const source = OPENING + text;
  const root = parseBlocks(source);
  if (!root) {
    return undefined;
  }
  const found: Replacement[] = [];
  const code: (readonly [start: number, end: number])[] = [];
  let hasHtml = false;
  for (const node of inReadingOrder(root)) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'html':
        hasHtml = true;
        found.push(...tagsIn(source, start, end));
        break;
      case 'heading':
        found.push(escapeAt(headingMark(source, start, end)));
        break;
      case 'definition':
        found.push(escapeAt(start));
        break;
      case 'code':
      case 'inlineCode':
        code.push([start, end]);
        break;
      default:
    }
  }
  const fence = openFence(source, root.children.at(-1));
  if (fence !== undefined) {
    found.push({ start: source.length, end: source.length, text: `\n${fence}` });
  }
  // What is HTML now may hide, or be hidden by, what looks like a marker: that is for the next pass.
  for (const { index } of hasHtml ? [] : source.matchAll(CONFLICT_MARKER)) {
    const isCode = code.some(([start, end]) => start <= index && index < end);
    // A backslash would be seen in code, and a space is lost at the beginning of a line of text.
    found.push(isCode ? { start: index, end: index, text: ' ' } : escapeAt(index));
  }
  return found.map(({ start, end, text: by }) => ({
    start: start - OPENING.length,
    end: end - OPENING.length,
    text: by,
  }));
}

function escapeAt(index: number): Replacement {
  return { start: index, end: index, text: '\\' };
}

/**
 * Every sign in a piece of HTML that could open a tag or a comment. What begins like a comment becomes an entity, so
 * that nothing that looks for marks of the product's own finds one.
 */
function* tagsIn(source: string, from: number, to: number): Generator<Replacement> {
  for (const { index } of source.slice(from, to).matchAll(/<(?=[A-Za-z/!?])/g)) {
    const at = from + index;
    let backslashes = 0;
    while (source.charAt(at - 1 - backslashes) === '\\') {
      backslashes += 1;
    }
    // After an odd number of backslashes the sign is plain text already.
    if (backslashes % 2 === 0) {
      yield /[!?]/.test(source.charAt(at + 1)) ? { start: at, end: at + 1, text: '&lt;' } : escapeAt(at);
    }
  }
}

/** Where the signs stand that make a heading: before its words, or below them. */
function headingMark(source: string, start: number, end: number): number {
  if (source.charAt(start) === '#') {
    return start;
  }
  const underline = /[=-]+[ \t]*$/.exec(source.slice(start, end));
  return start + (underline?.index ?? 0);
}

/** The fence that closes code at the end of a text, where that is missing. */
function openFence(source: string, last: Nodes | undefined): string | undefined {
  const start = last?.position?.start.offset;
  if (last?.type !== 'code' || start === undefined) {
    return undefined;
  }
  const lines = source.slice(start).split('\n');
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) {
    return undefined;
  }
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${String(fence.length)},}[ \\t]*$`);
  return lines.slice(1).some((line) => closing.test(line)) ? undefined : fence;
}

/**
 * Replaces parts of a text.
 * @param replacements none of which overlap; of several at one place the first comes first
 */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { start, end, text: by } of [...replacements].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(last, start), by);
    last = end;
  }
  return [...parts, text.slice(last)].join('');
}

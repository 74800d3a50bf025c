import { isMap, isNode, isScalar } from 'yaml';
import { conflictLine } from './conflict';
import type { TextEdit } from './couple-edit';
import { findFrontMatter, readFrontMatter, readYamlMap } from './front-matter';
import type { Field, FrontMatter } from './front-matter';
import { decodeNote } from './note-bytes';
import { WORD_AHEAD_KEY, WORD_AHEAD_VALUES } from './word-ahead-key';
import type { WordAhead } from './word-ahead-key';

/** @returns the word ahead that a field of front matter holds, or `undefined`. */
export function wordAheadOf(field: Field | undefined): WordAhead | undefined {
  const value = field?.value;
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : [];
  const words = new Set(parts.map((part) => part.trim()));
  const [isHeavy, isTogether] = [words.delete('heavy'), words.delete('together')];
  if (words.size > 0 || !(isHeavy || isTogether)) {
    return undefined;
  }
  return isHeavy && isTogether ? 'both' : isHeavy ? 'heavy' : 'together';
}

/**
 * A note as it is with a word ahead. One line of its front matter changes, or one is added at its end; a note without
 * front matter gets one at its top. Every other byte stays.
 * @param bytes the whole note
 * @param word none takes the word away that stands there
 * @returns the very same bytes where nothing need change, or `undefined` where it cannot be written safely: the note
 * is in conflict, cannot be read, or its front matter is not laid out in a way that can be edited
 */
export function withWordAhead(bytes: Uint8Array, word: WordAhead | undefined): Uint8Array | undefined {
  const decoded = decodeNote(bytes);
  if (!decoded.readable || conflictLine(decoded.text) !== -1) {
    return undefined;
  }
  const { text } = decoded;
  const before = readFrontMatter(text);
  if (wordAheadOf(before.fields.get(WORD_AHEAD_KEY)) === word) {
    return bytes;
  }
  const edit = before.problems.length === 0 ? wordAheadEdit(text, before, word) : undefined;
  if (!edit) {
    return undefined;
  }
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const written = new TextEncoder().encode(after);
  return decodeNote(written).readable && saysOnlyThat(before, readFrontMatter(after), word) ? written : undefined;
}

function wordAheadEdit(text: string, { fields }: FrontMatter, word: WordAhead | undefined): TextEdit | undefined {
  const value = word === undefined ? '' : WORD_AHEAD_VALUES[word];
  const span = findFrontMatter(text);
  if (!span) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
    return { start, end: start, text: ['---', `${WORD_AHEAD_KEY}: ${value}`, '---', '', ''].join(eol) };
  }
  if (!fields.has(WORD_AHEAD_KEY)) {
    const eol = text.slice(0, span.yamlEnd).endsWith('\r\n') ? '\r\n' : '\n';
    return { start: span.yamlEnd, end: span.yamlEnd, text: `${WORD_AHEAD_KEY}: ${value}${eol}` };
  }
  return valueEdit(text, span.yamlStart, span.yamlEnd, value);
}

/** The edit of the value alone; a value of several lines is left to whoever laid it out so. */
function valueEdit(text: string, yamlStart: number, yamlEnd: number, value: string): TextEdit | undefined {
  const { document } = readYamlMap(text, yamlStart, yamlEnd);
  const pairs = isMap(document?.contents) ? document.contents.items : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === WORD_AHEAD_KEY);
  const range = pair && isNode(pair.value) ? pair.value.range : undefined;
  const keyEnd = pair && isScalar(pair.key) ? pair.key.range[1] : undefined;
  if (!range || keyEnd === undefined) {
    return undefined;
  }
  const [start, end] = [yamlStart + range[0], yamlStart + range[1]];
  if (start === end) {
    // Nothing stands there, and a comment may: the value goes right behind the colon.
    const colon = text.indexOf(':', yamlStart + keyEnd);
    return { start: colon + 1, end: colon + 1, text: ` ${value}` };
  }
  return /[\r\n]/.test(text.slice(start, end)) ? undefined : { start, end, text: value };
}

/** Whether an edit did what it was meant to, and nothing else; YAML knows more ways to be laid out than one thinks of. */
function saysOnlyThat(before: FrontMatter, after: FrontMatter, word: WordAhead | undefined): boolean {
  const others = ({ fields }: FrontMatter): string =>
    JSON.stringify([...fields].flatMap(([name, { value }]) => (name === WORD_AHEAD_KEY ? [] : [[name, value]])));
  return (
    after.problems.length === 0 &&
    wordAheadOf(after.fields.get(WORD_AHEAD_KEY)) === word &&
    others(before) === others(after)
  );
}

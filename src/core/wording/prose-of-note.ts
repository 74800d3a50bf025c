import type { Nodes, Paragraph, Root } from 'mdast';
import { findFrontMatter } from '../front-matter';
import { parseBlocks } from '../steps';
import { findQuotations } from './quotations';
import { WORDING_SECTIONS } from './wording-types';
import type { WordingSection } from './wording-types';

/** A section of a note that hints may look at. */
export interface WordedSection {
  readonly section: WordingSection;
  /** Offsets in the note, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** As long as the section, line ends kept; whatever is no prose of the writer is blanked out with spaces. */
  readonly prose: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface OpenSection {
  readonly section: WordingSection;
  readonly start: number;
  /** The depth of the heading that it stands under; the next one of this depth or above ends it. */
  readonly depth: number;
}

const MARK = /^<!--\s*wording:\s*([a-z-]*)\s*-->$/;
/** `[text](address)`, `[text][name]`, `![…]`, and a bare address. Each part is bounded, so that no text is read twice. */
const LINK = /!?\[[^\][\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\][\n]{0,300}\])|(?:https?:\/\/|www\.)[^\s<>]+/g;
/** The line below a table's head. */
const TABLE_RULE = /^\|?\s*:?-+:?\s*\|[-:|\s]*$/;
const DEEPEST_HEADING = 6;

/**
 * The prose of a note that hints may look at, one entry a marked section. A section begins at its mark and ends at the
 * next mark, or at a heading of the same depth as the one above it or of a higher one. Prose is what stands in
 * paragraphs and lists, without quotations, code, links, HTML, tasks, tables, headings and the template's prompts,
 * which are paragraphs in emphasis.
 * @param note the whole file
 */
export function wordedSections(note: string): readonly WordedSection[] {
  if (!/<!--\s*wording:/.test(note)) {
    return [];
  }
  const { root, shift } = parsed(note);
  return root ? readSections(note, root, shift) : [];
}

/**
 * The prose of a whole note, as long as the note: danger silences hints wherever it stands.
 * @param note the whole file
 */
export function proseOfNote(note: string): string {
  const { root, shift } = parsed(note);
  const stretches = root?.children.flatMap((node) => proseOf(node, note, shift)) ?? [];
  return proseWithin(note, 0, note.length, stretches);
}

function parsed(note: string): { readonly root: Root | undefined; readonly shift: number } {
  const shift = /^\uFEFF*/.exec(note)?.[0].length ?? 0;
  return { root: parseBlocks(note.slice(shift)), shift };
}

function readSections(note: string, root: Root, shift: number): readonly WordedSection[] {
  const sections: WordedSection[] = [];
  const bodyStart = findFrontMatter(note)?.bodyStart ?? 0;
  let paragraphs: Stretch[] = [];
  let open: OpenSection | undefined;
  let depth = 0;
  const close = (end: number): void => {
    if (open) {
      const { section, start } = open;
      sections.push({ section, start, end, prose: proseWithin(note, start, end, paragraphs) });
    }
    open = undefined;
    paragraphs = [];
  };
  for (const node of root.children) {
    const { start, end } = placeOf(node, shift);
    const mark = node.type === 'html' ? MARK.exec(node.value.trim()) : null;
    if (start < bodyStart) {
      continue;
    }
    if (mark) {
      close(start);
      const section = WORDING_SECTIONS.find((one) => one === mark[1]);
      open = section && { section, start: end, depth: depth === 0 ? DEEPEST_HEADING : depth };
    } else if (node.type === 'heading') {
      depth = node.depth;
      if (open && node.depth <= open.depth) {
        close(start);
      }
    } else if (open) {
      paragraphs.push(...proseOf(node, note, shift));
    }
  }
  close(note.length);
  return sections;
}

function placeOf(node: Nodes, shift: number): Stretch {
  return { start: shift + (node.position?.start.offset ?? 0), end: shift + (node.position?.end.offset ?? 0) };
}

/** The stretches of a block that are prose. With a stack of its own: a hostile note is deeper than recursion. */
function proseOf(block: Nodes, note: string, shift: number): readonly Stretch[] {
  const found: Stretch[] = [];
  const waiting: Nodes[] = [block];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'list') {
      waiting.push(...[...node.children].reverse());
    } else if (node.type === 'listItem') {
      const isTask = typeof node.checked === 'boolean' || node.data?.tickOffset !== undefined;
      waiting.push(...(isTask ? node.children.filter(({ type }) => type === 'list') : [...node.children]).reverse());
    } else if (node.type === 'paragraph' && !isPromptOrTable(node, note, shift)) {
      found.push(...node.children.filter(({ type }) => type === 'text').map((text) => placeOf(text, shift)));
    }
  }
  return found;
}

function isPromptOrTable(paragraph: Paragraph, note: string, shift: number): boolean {
  const { start, end } = placeOf(paragraph, shift);
  const text = note.slice(start, end).trim();
  const isPrompt = /^([*_])(?!\s)/.test(text) && text.endsWith(text.charAt(0)) && text.length > 2;
  return isPrompt || text.split('\n').some((line) => TABLE_RULE.test(line.trim()));
}

/** The text from start to end, blank but for the stretches, and within them but for quotations and links. */
function proseWithin(note: string, start: number, end: number, stretches: readonly Stretch[]): string {
  const shown: string[] = [];
  let at = start;
  for (const stretch of stretches) {
    shown.push(blank(note.slice(at, stretch.start)), note.slice(stretch.start, stretch.end));
    at = stretch.end;
  }
  const prose = [...shown, blank(note.slice(at, end))].join('').replace(LINK, blank);
  return withoutQuotations(withoutQuotedLines(prose));
}

/** The marks stay, so that what was quoted is still seen to be missing. */
function withoutQuotations(prose: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of findQuotations(prose)) {
    const inside = end - 1 > start + 1 ? blank(prose.slice(start + 1, end - 1)) : prose.slice(start + 1, end - 1);
    parts.push(prose.slice(at, start + 1), inside, prose.slice(Math.max(start + 1, end - 1), end));
    at = end;
  }
  return [...parts, prose.slice(at)].join('');
}

/** A line that goes on with a quotation's mark, which a paragraph may swallow. */
function withoutQuotedLines(prose: string): string {
  return prose.replace(/^[ \t]{0,3}>[^\n]*/gm, blank);
}

/** Spaces in place of everything but line ends. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

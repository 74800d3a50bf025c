import type { ListItem, Nodes, Root } from 'mdast';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';
import { findFrontMatter } from './front-matter';
import { readFlatSteps } from './flat-steps';
import { Lines } from './lines';
import { markdownExcess } from './markdown-bounds';
import { problem } from './problem';
import type { Place, Problem } from './problem';

/** A task-list item with a stable id. */
export interface Step {
  readonly id: string;
  readonly ticked: boolean;
  /** The words of the item, without Markdown and without the id. */
  readonly label: string;
  /** The heading above it, of the second level or below; short enough for a list. */
  readonly heading: string | undefined;
  /** UTF-16 offset of the one character between the brackets. */
  readonly tickOffset: number;
  /** The place of the item's first line. */
  readonly place: Place;
  /** UTF-16 offset where the item ends. */
  readonly end: number;
}

export interface Steps {
  readonly steps: readonly Step[];
  readonly problems: readonly Problem[];
}

interface CheckToken {
  readonly start: { readonly offset: number };
}

/** The part of mdast-util-from-markdown's compile context that is used here. */
interface CompileContext {
  readonly stack: readonly (Nodes | { readonly type: 'fragment' })[];
}

const LONGEST_LABEL = 300;
const STEP_COMMENT = /^<!--\s*step:\s*([a-z0-9][a-z0-9-]*)\s*-->$/;

/** Remembers on each list item where its tick is, which the syntax tree alone does not say to the character. */
function rememberTick(ticked: boolean) {
  return function (this: CompileContext, token: CheckToken): void {
    const item = this.stack[this.stack.length - 2];
    if (item?.type === 'listItem') {
      item.checked = ticked;
      item.data = { ...item.data, tickOffset: token.start.offset };
    }
  };
}

/** Emphasis and links are left as text: no step needs them, and their time grows with the square of their number. */
function onlyWhatStepsNeed(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTaskListItem(), {
    disable: { null: ['attention', 'labelStartImage', 'labelStartLink', 'labelEnd'] },
  });
  (data.fromMarkdownExtensions ??= []).push([
    {
      exit: { taskListCheckValueChecked: rememberTick(true), taskListCheckValueUnchecked: rememberTick(false) },
    },
  ]);
}

const parser = unified().use(remarkParse).freeze();
const frontMatterParser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const stepParser = unified().use(remarkParse).use(onlyWhatStepsNeed).freeze();
const frontMatterStepParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(onlyWhatStepsNeed)
  .freeze();

/** The extension for front matter takes lists for paragraphs where a text only begins like one with front matter. */
function hasFrontMatter(text: string): boolean {
  return findFrontMatter(text)?.closed === true;
}

function parseSteps(text: string): Root {
  return (hasFrontMatter(text) ? frontMatterStepParser : stepParser).parse(text);
}

/** @returns the syntax tree of a Markdown text; positions count from the start of the text as given. */
export function parseMarkdown(text: string): Root {
  return (hasFrontMatter(text) ? frontMatterParser : parser).parse(text);
}

/**
 * The blocks, the code and the HTML of a Markdown text, exactly as they are seen when steps are read.
 * @returns the syntax tree, or `undefined` for what lies beyond every bound of a note
 */
export function parseBlocks(text: string): Root | undefined {
  if (markdownExcess(text)) {
    return undefined;
  }
  try {
    return parseSteps(text);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Reads the steps of a Markdown text. Never throws.
 * A step whose id comes twice is reported, and its first occurrence counts. A task whose bracket holds
 * something else than a space or an x is no step that can be ticked and taken back, and is reported.
 * @param text the whole file; a byte order mark is allowed
 */
export function readSteps(text: string): Steps {
  const flat = /<!--\s*step:/.test(text) ? readFlatSteps(text) : [];
  return flat ? { steps: flat, problems: [] } : readAllSteps(text);
}

/** Reads steps wherever CommonMark allows them; what `readSteps` does with a note that is not flat. */
export function readAllSteps(text: string): Steps {
  const lines = new Lines(text);
  const excess = markdownExcess(text);
  if (excess) {
    return { steps: [], problems: [problem(excess.code, lines.placeAt(excess.offset))] };
  }
  // The parser swallows a mark without counting it.
  const mark = /^\uFEFF*/.exec(text)?.[0].length ?? 0;
  try {
    return collect(parseSteps(text.slice(mark)), text, mark, lines);
  } catch (error) {
    if (error instanceof RangeError) {
      return { steps: [], problems: [problem('too-deep', lines.placeAt(0))] };
    }
    throw error;
  }
}

function collect(root: Root, text: string, mark: number, lines: Lines): Steps {
  const steps: Step[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  let heading: string | undefined;
  for (const node of inReadingOrder(root)) {
    if (node.type === 'heading') {
      heading = node.depth > 1 ? plainWordsOf(node) : undefined;
    }
    if (node.type !== 'listItem') {
      continue;
    }
    const id = stepId(node);
    if (id === undefined || !node.position) {
      continue;
    }
    const start = mark + (node.position.start.offset ?? 0);
    const end = mark + (node.position.end.offset ?? 0);
    const place = lines.placeAt(start, end);
    const inBrackets = node.data?.tickOffset;
    if (inBrackets === undefined) {
      problems.push(problem('step-without-task', place, [id]));
    } else if (!/[ xX]/.test(text.charAt(mark + inBrackets))) {
      problems.push(problem('task-bracket', place, [id]));
    } else if (ids.has(id)) {
      problems.push(problem('step-twice', place, [id], 'warning'));
    } else {
      ids.add(id);
      const tickOffset = mark + inBrackets;
      steps.push({
        id,
        ticked: node.checked === true,
        label: plainWordsOf(node.children[0]),
        heading,
        tickOffset,
        place,
        end,
      });
    }
  }
  return { steps, problems };
}

/**
 * Every node of a syntax tree, parents first. With a stack of its own: recursion would end at the depth that a hostile
 * note can reach.
 */
export function* inReadingOrder(root: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child) {
        waiting.push(child);
      }
    }
  }
}

function stepId(item: ListItem): string | undefined {
  const [first] = item.children;
  if (first?.type !== 'paragraph') {
    return undefined;
  }
  for (const child of first.children) {
    const match = child.type === 'html' ? STEP_COMMENT.exec(child.value) : null;
    if (match) {
      return match[1];
    }
  }
  return undefined;
}

/** Words without Markdown. Emphasis and links are read here, where there is one line of them. */
function plainWordsOf(root: Nodes | undefined): string {
  const words = wordsOf(root);
  // After another word, a number or a sign at the beginning opens no list and no heading.
  return /[*_[]/.test(words) && words.length <= LONGEST_LABEL ? wordsOf(parseMarkdown(`a ${words}`)).slice(2) : words;
}

function wordsOf(root: Nodes | undefined): string {
  const words: string[] = [];
  for (const node of root ? inReadingOrder(root) : []) {
    if (node.type === 'text' || node.type === 'inlineCode') {
      words.push(node.value);
    }
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

declare module 'mdast' {
  interface ListItemData {
    /** UTF-16 offset of the character between the brackets. */
    tickOffset?: number;
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { findWording, readWording } from '../../../src/core/wording';
import { WORDING_SECTIONS } from '../../../src/core/wording/wording-types';
import type { Wording, WordingFamily, WordingFinding, WordingSection } from '../../../src/core/wording';

const SOURCE = fs.readFileSync(path.resolve('templates', 'en', 'wording.yaml'), 'utf8');
const WEIGHTS = fs.readFileSync(path.resolve('templates', 'en', 'word-weights.tsv'), 'utf8');

let read: Wording | undefined;

/** The wording data that comes with the product. */
export function builtInWording(): Wording {
  read ??= readWording(SOURCE, WEIGHTS);
  return read;
}

/** What the product finds in a text. */
export function found(text: string, section: WordingSection): readonly WordingFinding[] {
  return findWording(text, section, builtInWording());
}

/** The families that the product finds in a text, each once, in the order of the alphabet. */
export function familiesIn(text: string, section: WordingSection): readonly WordingFamily[] {
  return [...new Set(found(text, section).map(({ family }) => family))].sort();
}

export interface PatternExamples {
  readonly family: string;
  readonly pattern: string;
  readonly section: WordingSection;
  /** Whether the weights of words find it, and no words of its own. */
  readonly isWeighed: boolean;
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

interface WrittenFamily {
  readonly sections: readonly string[];
  readonly patterns: readonly {
    readonly id: string;
    readonly sections?: readonly string[];
    readonly weighed?: boolean;
    readonly fires?: readonly string[];
    readonly silent?: readonly string[];
  }[];
}

/** The examples that stand beside each pattern in the data. */
export function writtenExamples(): readonly PatternExamples[] {
  const { families } = parse(SOURCE) as { readonly families: Readonly<Record<string, WrittenFamily>> };
  return Object.entries(families).flatMap(([family, { sections, patterns }]) =>
    patterns.map(({ id, sections: own = sections, weighed = false, fires = [], silent = [] }) => ({
      family,
      pattern: id,
      section: WORDING_SECTIONS.find((section) => own.includes(section)) ?? 'apology',
      isWeighed: weighed,
      fires,
      silent,
    })),
  );
}

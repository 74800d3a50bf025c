import fs from 'node:fs';
import path from 'node:path';
import { WORDING_FAMILIES, WORDING_SECTIONS } from '../../../src/core/wording/wording-types';
import type { WordingSection } from '../../../src/core/wording';
import { familiesIn } from './built-in';

/** A sentence, or a few, with what is expected of it: a family, or `silent`. */
interface Labelled {
  readonly expected: string;
  readonly section: WordingSection;
  readonly about: string;
  readonly text: string;
}

/** How well a set was told apart. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  /** One line a family and one for all, to be read by people. */
  readonly lines: readonly string[];
}

/** @returns the labelled sets below a folder of test/wording, one after the other; none where it is not there. */
export function labelledSets(folder: string): readonly Labelled[] {
  const place = path.resolve('test', 'wording', folder);
  const files = fs.existsSync(place) ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }) : [];
  return files
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => labelledSet(path.join(place, file)));
}

function labelledSet(file: string): readonly Labelled[] {
  return fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [expected = '', section, about = '', text = ''] = line.split('\t');
      const known = WORDING_SECTIONS.find((one) => one === section);
      if (!known) {
        throw new Error(`A line of ${path.basename(file)} names no section: ${line}`);
      }
      return { expected, section: known, about, text };
    });
}

/**
 * Runs a set through the product. An item is found when a finding of the expected family is there; any finding in a
 * silent item, or of other families only, is a false one.
 */
export function qualityOf(set: readonly Labelled[]): Quality {
  const counts = new Map(WORDING_FAMILIES.map((family) => [family as string, { found: 0, missed: 0, wrong: 0 }]));
  const all = { found: 0, missed: 0, wrong: 0 };
  for (const { expected, section, text } of set) {
    const families = familiesIn(text, section);
    const own = counts.get(expected);
    if (own && families.some((family) => family === expected)) {
      own.found += 1;
      all.found += 1;
      continue;
    }
    if (own) {
      own.missed += 1;
      all.missed += 1;
    }
    all.wrong += families.length > 0 ? 1 : 0;
    families.forEach((family) => {
      const wrong = counts.get(family);
      if (wrong) {
        wrong.wrong += 1;
      }
    });
  }
  const rows = [...counts, ['all', all] as const];
  return {
    precision: all.found / (all.found + all.wrong),
    recall: all.found / (all.found + all.missed),
    lines: rows.map(([family, count]) => lineOf(family, count)),
  };
}

function lineOf(family: string, { found, missed, wrong }: { found: number; missed: number; wrong: number }): string {
  const share = (of: number): string => (found + of === 0 ? '-' : (found / (found + of)).toFixed(3));
  return `${family.padEnd(12)} ${String(found + missed).padStart(4)} items, precision ${share(wrong)}, recall ${share(missed)}`;
}

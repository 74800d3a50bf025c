import fs from 'node:fs';
import { parse } from 'yaml';
import type { ReflectionTexts } from '../../../src/core/forgiveness/reflection-texts';

/** @returns the words of the reflection as they come with the product. */
export function reflectionTexts(): ReflectionTexts {
  return parse(fs.readFileSync('templates/en/texts/reflection.yaml', 'utf8')) as ReflectionTexts;
}

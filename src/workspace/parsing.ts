import type * as Parsing from '../parsing';
import { turnOfOthers } from './turns';

let loading: Promise<typeof Parsing> | undefined;

/** @returns the parsers, as a module; only the first call loads them. */
export async function loadParsing(): Promise<typeof Parsing> {
  loading ??= loadInParts();
  return await loading;
}

/** Each part takes some ten milliseconds to run for the first time. */
async function loadInParts(): Promise<typeof Parsing> {
  await import('../yaml-parser');
  await turnOfOthers();
  await import('../markdown-parser');
  await turnOfOthers();
  return await import('../parsing');
}

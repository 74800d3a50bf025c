import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { findFrontMatter } from './front-matter';
import { readSteps } from './steps';

/**
 * The wording of a page that is signed: its text without front matter, with open ticks, line feeds and
 * Unicode form NFC, so that git, another system or a tick does not change it.
 * @param text the whole note
 */
export function wordingOf(text: string): string {
  const parts: string[] = [];
  let start = 0;
  for (const { tickOffset } of readSteps(text).steps) {
    parts.push(text.slice(start, tickOffset));
    start = tickOffset + 1;
  }
  const opened = [...parts, text.slice(start)].join(' ');
  const span = findFrontMatter(opened);
  const body = span ? opened.slice(span.bodyStart) : opened.replace(/^\uFEFF/, '');
  return body.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** @returns the SHA-256 of a wording, in hexadecimal. */
export function digestOf(wording: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(wording)));
}

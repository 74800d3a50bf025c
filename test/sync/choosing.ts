import * as fs from 'node:fs';
import * as path from 'node:path';
import { runGit } from '../git/git-process';
import type { Desk } from './desk';
import { tagsOf, withTicksOf } from './ledger';

/**
 * Ends the conflicts of a merge as a person would in the merge editor: one side's front matter, and every line that
 * either wrote.
 */
export async function chooseByHand(desk: Desk): Promise<void> {
  const listed = await desk.clone.git('ls-files', '-u', '-z');
  const paths = new Set(listed.split('\0').flatMap((entry) => entry.split('\t')[1] ?? []));
  for (const file of paths) {
    const [base, ours, theirs] = await Promise.all([1, 2, 3].map((stage) => sideOf(desk, stage, file)));
    const one = ours ?? theirs;
    if (one === undefined) {
      await desk.clone.git('rm', '--quiet', '--cached', '--', file);
      continue;
    }
    const sides = [theirs ?? '', hereOf(desk, file)];
    const text = sides.reduce((joined, side) => withLinesOf(withTicksOf(joined, side), side, base ?? ''), one);
    desk.clone.write(file, text);
    // Where one deleted the note, nothing in it tells git that somebody has chosen.
    if (ours === undefined || theirs === undefined) await desk.clone.git('add', '--', `:(literal)${file}`);
  }
}

async function sideOf(desk: Desk, stage: number, file: string): Promise<string | undefined> {
  const words = ['cat-file', 'blob', `:${String(stage)}:${file}`];
  const { status, stdout } = await runGit(desk.clone.folder, words);
  return status === 0 ? stdout.toString('utf8') : undefined;
}

function hereOf(desk: Desk, file: string): string {
  const at = path.join(desk.clone.folder, file);
  return fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : '';
}

/** @returns a text with the lines of another at its end that somebody wrote there */
function withLinesOf(text: string, other: string, base: string): string {
  const known = new Set([...tagsOf(text), ...tagsOf(base)]);
  const missing = other.split(/\r?\n/).filter((row) => {
    const tags = tagsOf(row);
    const isMissing = tags.some((tag) => !known.has(tag));
    tags.forEach((tag) => known.add(tag));
    return isMissing;
  });
  return missing.length === 0 ? text : `${text.replace(/\n?$/, '\n')}${missing.join('\n')}\n`;
}

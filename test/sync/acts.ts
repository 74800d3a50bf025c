import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Desk } from './desk';
import { openSteps, tagsOf, withTick } from './ledger';
import type { Ledger } from './ledger';
import { notesIn, notesOf } from './notes-folder';
import type { Random } from './random';

/** Where an act takes place. */
interface Scene {
  readonly desk: Desk;
  readonly author: string;
  readonly random: Random;
  readonly ledger: Ledger;
}

type Act = (scene: Scene) => string | undefined;

const NEW_NOTES = [...notesOf('2026-11-23')].filter(([file]) => file.includes('2026-11-23')).slice(0, 12);
const NUMBER = /^(trust|hope|hurt):.*$/gm;

/** Acts of writing, some more often than others. Each tells what it did, or `undefined` where there was nothing to do. */
const ACTS: readonly Act[] = [
  addLine,
  addLine,
  addLine,
  addLine,
  appendLine,
  appendLine,
  rewriteLine,
  rewriteLine,
  removeLine,
  tick,
  tick,
  tick,
  setNumber,
  beginNote,
  beginNote,
  beginNote,
];
const RARE_ACTS: readonly Act[] = [deleteNote, deleteNote, renameNote];

/** Lets somebody write something, whatever chance says. @returns what it was */
export function actAtRandom(scene: Scene): string {
  const act = scene.random.of(scene.random.oneIn(15) ? RARE_ACTS : ACTS) ?? addLine;
  return `${scene.author}: ${act(scene) ?? 'nothing'}`;
}

function addLine({ desk, author, random, ledger }: Scene): string | undefined {
  return changed(desk, random, 'adds a line to', (rows) => {
    const first = rows.indexOf('---', 1) + 1;
    const line = ledger.write(author);
    const added = random.oneIn(2) ? [line] : ['', line, ''];
    return rows.toSpliced(first + random.below(rows.length - first), 0, ...added);
  });
}

function appendLine({ desk, author, random, ledger }: Scene): string | undefined {
  return changed(desk, random, 'ends', (rows) => [...rows.slice(0, -1), ledger.write(author), ...rows.slice(-1)]);
}

function rewriteLine({ desk, author, random, ledger }: Scene): string | undefined {
  return changed(desk, random, 'rewrites a line in', (rows) => {
    const row = random.of(tagged(rows));
    if (row === undefined) return rows;
    ledger.take(rows[row] ?? '');
    return rows.with(row, ledger.write(author));
  });
}

function removeLine({ desk, random, ledger }: Scene): string | undefined {
  return changed(desk, random, 'removes a line from', (rows) => {
    const row = random.of(tagged(rows));
    if (row === undefined) return rows;
    ledger.take(rows[row] ?? '');
    return rows.toSpliced(row, 1);
  });
}

function tick({ desk, random, ledger }: Scene): string | undefined {
  return changed(desk, random, 'ticks a step of', (rows) => {
    const text = rows.join('\n');
    const step = random.of(openSteps(text));
    if (step === undefined) return rows;
    ledger.tick(step);
    return withTick(text, step).split('\n');
  });
}

function setNumber({ desk, random }: Scene): string | undefined {
  return changed(desk, random, 'sets a number of', (rows) =>
    rows
      .join('\n')
      .replaceAll(NUMBER, (line, key: string) => (random.oneIn(2) ? line : `${key}: ${String(random.below(11))}`))
      .split('\n'),
  );
}

function beginNote({ desk, author, random, ledger }: Scene): string | undefined {
  const [file, text] = random.of(NEW_NOTES) ?? ['', ''];
  if (desk.clone.has(file)) return undefined;
  desk.clone.write(file, `${text}\n${ledger.write(author)}\n`);
  return `begins ${file}`;
}

function deleteNote({ desk, random, ledger }: Scene): string | undefined {
  const file = anyNote(desk, random);
  if (file === undefined) return undefined;
  ledger.take(textOf(desk, file));
  desk.clone.remove(file);
  return `deletes ${file}`;
}

function renameNote({ desk, author, random, ledger }: Scene): string | undefined {
  const file = anyNote(desk, random);
  const other = `moved/${author}-${String(random.below(1000))}.md`;
  if (file === undefined || desk.clone.has(other)) return undefined;
  desk.clone.write(other, desk.clone.read(file));
  desk.clone.remove(file);
  ledger.rename();
  return `renames ${file} to ${other}`;
}

function changed(
  desk: Desk,
  random: Random,
  what: string,
  change: (rows: readonly string[]) => readonly string[],
): string | undefined {
  const file = anyNote(desk, random);
  if (file === undefined) return undefined;
  const text = textOf(desk, file);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const after = change(text.split(/\r?\n/)).join(lineEnd);
  if (after === text) return undefined;
  desk.clone.write(file, after);
  return `${what} ${file}`;
}

/** Some notes are written in more often than others, so that the two meet. */
function anyNote(desk: Desk, random: Random): string | undefined {
  const notes = notesIn(desk.clone.folder);
  const together = notes.filter((file) => /together|talk/.test(file));
  return random.of(random.oneIn(2) && together.length > 0 ? together : notes);
}

function textOf(desk: Desk, file: string): string {
  return fs.readFileSync(path.join(desk.clone.folder, file), 'utf8');
}

function tagged(rows: readonly string[]): readonly number[] {
  return rows.flatMap((row, index) => (tagsOf(row).length > 0 ? [index] : []));
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Desk } from './desk';
import { openSteps, RENAMED, tagsOf, withTick } from './ledger';
import type { Ledger } from './ledger';
import { notesIn, notesOf } from './notes-folder';
import type { Random } from './random';

/** Where an act takes place. */
interface Scene {
  readonly desk: Desk;
  readonly author: string;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Notes in which everybody writes most, so that the two meet. */
  readonly busy: readonly string[];
}

type Act = (scene: Scene) => string | undefined;

const NEW_NOTES = [...notesOf('2026-11-23')].filter(([file]) => file.includes('2026-11-23')).slice(0, 12);
/** How many lines the two mostly share. */
const NEAR = 6;
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
  setNumber,
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

function addLine(scene: Scene): string | undefined {
  const { author, random, ledger } = scene;
  return changed(scene, 'adds a line to', (rows) => {
    const first = rows.indexOf('---', 1) + 1;
    const line = ledger.write(author);
    const added = random.oneIn(2) ? [line] : ['', line, ''];
    // Mostly near the beginning, where the other one writes, too.
    const room = random.oneIn(4) ? rows.length - first : Math.min(rows.length - first, NEAR);
    return rows.toSpliced(first + random.below(room), 0, ...added);
  });
}

function appendLine(scene: Scene): string | undefined {
  const { author, ledger } = scene;
  return changed(scene, 'ends', (rows) => [...rows.slice(0, -1), ledger.write(author), ...rows.slice(-1)]);
}

function rewriteLine(scene: Scene): string | undefined {
  const { author, random, ledger } = scene;
  return changed(scene, 'rewrites a line in', (rows) => {
    const row = random.of(tagged(rows));
    if (row === undefined) return rows;
    ledger.take(rows[row] ?? '');
    return rows.with(row, ledger.write(author));
  });
}

function removeLine(scene: Scene): string | undefined {
  const { random, ledger } = scene;
  return changed(scene, 'removes a line from', (rows) => {
    const row = random.of(tagged(rows));
    if (row === undefined) return rows;
    ledger.take(rows[row] ?? '');
    return rows.toSpliced(row, 1);
  });
}

function tick(scene: Scene): string | undefined {
  const { random, ledger } = scene;
  return changed(scene, 'ticks a step of', (rows) => {
    const text = rows.join('\n');
    const step = random.of(openSteps(text));
    if (step === undefined) return rows;
    ledger.tick(step);
    return withTick(text, step).split('\n');
  });
}

function setNumber(scene: Scene): string | undefined {
  const { random } = scene;
  return changed(scene, 'sets a number of', (rows) =>
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

function deleteNote(scene: Scene): string | undefined {
  const { desk, ledger } = scene;
  const file = anyNote(scene);
  if (file === undefined) return undefined;
  ledger.take(textOf(desk, file));
  desk.clone.remove(file);
  return `deletes ${file}`;
}

function renameNote(scene: Scene): string | undefined {
  const { desk, author, random } = scene;
  const file = anyNote(scene);
  const other = `${RENAMED}${author}-${String(random.below(1000))}.md`;
  if (file === undefined || desk.clone.has(other)) return undefined;
  desk.clone.write(other, desk.clone.read(file));
  desk.clone.remove(file);
  return `renames ${file} to ${other}`;
}

function changed(
  scene: Scene,
  what: string,
  change: (rows: readonly string[]) => readonly string[],
): string | undefined {
  const { desk } = scene;
  const file = anyNote(scene);
  if (file === undefined) return undefined;
  const text = textOf(desk, file);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const after = change(text.split(/\r?\n/)).join(lineEnd);
  if (after === text) return undefined;
  desk.clone.write(file, after);
  return `${what} ${file}`;
}

function anyNote({ desk, random, busy }: Scene): string | undefined {
  const notes = notesIn(desk.clone.folder);
  const there = busy.filter((file) => notes.includes(file));
  return random.of(random.oneIn(6) || there.length === 0 ? notes : there);
}

function textOf(desk: Desk, file: string): string {
  return fs.readFileSync(path.join(desk.clone.folder, file), 'utf8');
}

function tagged(rows: readonly string[]): readonly number[] {
  return rows.flatMap((row, index) => (tagsOf(row).length > 0 ? [index] : []));
}

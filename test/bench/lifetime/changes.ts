import { readFileSync, writeFileSync } from 'node:fs';
import type { NotesFolder, ReadyFolder } from '../../../src/workspace/notes-folder';
import type { Pictures } from './opened-folder';

/** What follows a change a little later, such as painting, is over by then. */
const PAUSE_IN_MILLISECONDS = 60;
/** After so long, no more notes are changed. */
const LONGEST_MILLISECONDS = 8_000;
const TRUST = /^trust: (\d+)/m;

/**
 * Changes notes on the disk, one after the other, and says so the way that a file event does, without the short quiet in
 * which events are gathered.
 * @param pictures in sight all the while
 * @param count how many notes at most
 * @returns for each how long it took until tree and timeline could tell of it, in milliseconds
 * @throws when a change was not taken in
 */
export async function timesOfChanges(
  folder: NotesFolder,
  ready: ReadyFolder,
  pictures: Pictures,
  count: number,
): Promise<number[]> {
  const paths = ready.index
    .all()
    .filter(({ numbers }) => numbers.has('trust'))
    .map(({ path }) => path)
    .sort();
  const times: number[] = [];
  const deadline = performance.now() + LONGEST_MILLISECONDS;
  for (let change = 0; change < count && performance.now() < deadline; change += 1) {
    const path = paths[Math.floor((change * paths.length) / count)] ?? '';
    const file = folder.uriOf(path).fsPath;
    const text = readFileSync(file, 'utf8');
    const trust = (Number(TRUST.exec(text)?.[1]) + 1) % 10;
    writeFileSync(file, text.replace(TRUST, `trust: ${String(trust)}`));
    const start = performance.now();
    await folder.noteChanged(path);
    await pictures.ask(ready);
    times.push(performance.now() - start);
    if (ready.index.note(path)?.numbers.get('trust') !== trust) throw new Error('A changed note was not taken in.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MILLISECONDS));
  }
  return times;
}

import { readFileSync } from 'node:fs';

/** What one window is to measure. The script that opens it writes it, and reads what is told. */
export interface Task {
  /** Which extension is activated. */
  readonly extension: 'kintsugi' | 'empty';
  /** How many notes there are. */
  readonly notes: number;
  /** A check-in, and the trust in it: what is known of the notes is right once it says that. */
  readonly checkIn: { readonly path: string; readonly trust: number };
  /** How many notes are changed at most, one after the other, when everything is known. */
  readonly changes: number;
  /** How long nothing happens afterwards, so that what is put by for the next start can be. */
  readonly quietMilliseconds: number;
  /** How reading alone is measured beside it, if it is; through the editor, by how many files are asked for at once. */
  readonly reading: 'none' | 'node' | { readonly widths: readonly number[] };
}

/** What one window tells. Times in milliseconds, sizes in bytes. */
export interface Told {
  /** The id of the extension host. */
  readonly host: number;
  /** Since the notes folder was opened, until all notes and the data of tree and timeline are there. */
  readonly indexed: number;
  /** The same, since the extension was asked to activate. */
  readonly sinceActivation: number;
  readonly longestBlock: number;
  /** Of the whole extension host. */
  readonly resident: number;
  /** What lies on the heap, and in buffers beside it. */
  readonly heap: number;
  /** For each changed note. */
  readonly changes: readonly number[];
  /** By the way of reading, one each time. */
  readonly readings: Readonly<Record<string, readonly number[]>>;
}

/** @throws when the script has left no task */
export function readTask(): Task {
  return JSON.parse(readFileSync(process.env.KINTSUGI_BENCH_TASK ?? '', 'utf8')) as Task;
}

import * as fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

const TIMES = 2;
const CALLBACKS_AT_ONCE = 64;
const LARGEST_FILE = 1_000_000;

type Readings = Record<string, readonly number[]>;

/** Walks a folder on a disk and reads every file, in each way that is fast somewhere. @returns times, by the way */
export async function timesOfReading(folder: string): Promise<Readings> {
  const ways: Readonly<Record<string, () => void | Promise<void>>> = {
    readFileSync: () => {
      for (const file of filesBelow(folder)) fs.readFileSync(file);
    },
    readSync: () => {
      readIntoOneBuffer(filesBelow(folder));
    },
    readFile: () => readWithCallbacks(filesBelow(folder)),
  };
  const times: Readings = {};
  for (const [name, read] of Object.entries(ways)) times[name] = await timesOf(read);
  return times;
}

/** Reads every file of a folder through the editor. @returns times, by how many were asked for at once */
export async function timesOfReadingThroughEditor(folder: vscode.Uri, widths: readonly number[]): Promise<Readings> {
  const times: Readings = {};
  for (const width of widths) {
    times[String(width)] = await timesOf(async () => {
      const files = (await urisBelow(folder)).values();
      const reader = async (): Promise<void> => {
        for (const file of files) await vscode.workspace.fs.readFile(file);
      };
      await Promise.all(Array.from({ length: width }, reader));
    }, 1);
  }
  return times;
}

async function timesOf(read: () => void | Promise<void>, times = TIMES): Promise<readonly number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await read();
    found.push(performance.now() - start);
  }
  return found;
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    );
}

async function urisBelow(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      return type === vscode.FileType.Directory ? await urisBelow(uri) : [uri];
    }),
  );
  return found.flat();
}

function readIntoOneBuffer(files: readonly string[]): void {
  const buffer = Buffer.allocUnsafe(LARGEST_FILE);
  for (const file of files) {
    const open = fs.openSync(file, 'r');
    fs.readSync(open, buffer, 0, LARGEST_FILE, null);
    fs.closeSync(open);
  }
}

function readWithCallbacks(files: readonly string[]): Promise<void> {
  const waiting = files.values();
  return new Promise((resolve, reject) => {
    let running = 0;
    const next = (): void => {
      const { value: file, done } = waiting.next();
      if (done) {
        if (running === 0) resolve();
        return;
      }
      running += 1;
      fs.readFile(file, (error) => {
        running -= 1;
        if (error) reject(error);
        else next();
      });
    };
    for (let count = 0; count < CALLBACKS_AT_ONCE; count += 1) next();
  });
}

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { watchBlocks } from '../lifetime/longest-block';
import { memoryInUse } from '../lifetime/memory';
import { startFoam } from './foam';
import type { Foam } from './foam';

/** What one window is to measure. */
export interface FoamTask {
  /** Made of Foam's source. */
  readonly bundle: string;
  /** Where Foam keeps what it knows, for the next start. */
  readonly storage: string;
  readonly notes: number;
  /** A folder whose notes are changed, below the workspace. */
  readonly changedFolder: string;
  readonly changes: number;
  readonly quietMilliseconds: number;
}

/** What one window tells. Times in milliseconds, sizes in bytes. */
export interface FoamTold {
  readonly host: number;
  readonly indexed: number;
  readonly longestBlock: number;
  readonly resident: number;
  readonly changes: readonly number[];
}

const SETTLING_MILLISECONDS = 1_000;

/**
 * Runs in the extension host: lets Foam read a folder, and tells in one line, marked `@@bench`, what that took.
 *
 * @throws when Foam does not know every note in the end
 */
export async function run(): Promise<void> {
  const task = JSON.parse(readFileSync(process.env.KINTSUGI_BENCH_TASK ?? '', 'utf8')) as FoamTask;
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error('There is no folder to read.');
  await pause(SETTLING_MILLISECONDS);
  const longestBlock = watchBlocks();
  const start = performance.now();
  const foam = await startFoam(task.bundle, workspace.uri, contextIn(task.storage));
  const indexed = performance.now() - start;
  if (foam.count !== task.notes) throw new Error(`Foam knows ${foam.count} notes of ${task.notes}.`);
  await pause(SETTLING_MILLISECONDS);
  const block = await longestBlock();
  const { resident } = await memoryInUse();
  const changes = await timesOfChanges(foam, path.join(workspace.uri.fsPath, task.changedFolder), task.changes);
  await pause(task.quietMilliseconds);
  const told: FoamTold = { host: process.pid, indexed, longestBlock: block, resident, changes };
  console.log(`@@bench ${JSON.stringify(told)}`);
}

/** The part of an extension's context that Foam's cache uses, kept in one folder. */
function contextIn(storage: string): Parameters<typeof startFoam>[2] {
  const file = path.join(storage, 'state.json');
  const state = new Map<string, unknown>(
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, unknown][]) : [],
  );
  return {
    storageUri: vscode.Uri.file(path.join(storage, 'kept')),
    workspaceState: {
      keys: () => [...state.keys()],
      get: (key: string, otherwise?: unknown): unknown => state.get(key) ?? otherwise,
      update: (key: string, value: unknown): Promise<void> => {
        state.set(key, value);
        writeFileSync(file, JSON.stringify([...state]));
        return Promise.resolve();
      },
    } as vscode.Memento,
  };
}

async function timesOfChanges(foam: Foam, folder: string, count: number): Promise<number[]> {
  const names = readdirSync(folder).sort();
  const times: number[] = [];
  for (let change = 0; change < count; change += 1) {
    const file = path.join(folder, names[Math.floor((change * names.length) / count)] ?? '');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more line.\n`);
    const start = performance.now();
    await foam.noteChanged(file);
    times.push(performance.now() - start);
  }
  return times;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import * as vscode from 'vscode';
import { timesOfChanges } from './changes';
import { watchBlocks } from './longest-block';
import { memoryInUse } from './memory';
import { allNotesOf, Pictures, watchOpening } from './opened-folder';
import { timesOfReading, timesOfReadingThroughEditor } from './reading';
import { readTask } from './task';
import type { Task, Told } from './task';

const EXTENSIONS = { kintsugi: 'kintsugi-notes.kintsugi', empty: 'kintsugi-test.empty' };
/** What the window itself does at its start is over by then. */
const SETTLING_MILLISECONDS = 1_000;

type Opened = Pick<Told, 'indexed' | 'sinceActivation' | 'longestBlock' | 'resident' | 'heap' | 'changes'>;

/**
 * Runs in the extension host: does the task that the script has left, and tells in one line, marked `@@bench`, what was
 * measured.
 *
 * @throws when the extension was activated before, so that nothing could be measured
 */
export async function run(): Promise<void> {
  const task = readTask();
  const extension = vscode.extensions.getExtension(EXTENSIONS[task.extension]);
  if (!extension || extension.isActive) throw new Error('The extension is missing, or was activated too early.');
  await pause(SETTLING_MILLISECONDS);
  const opened = task.extension === 'kintsugi' ? await measureKintsugi(extension, task) : await measureEmpty(extension);
  await pause(task.quietMilliseconds);
  const told: Told = { host: process.pid, ...opened, readings: await readings(task) };
  console.log(`@@bench ${JSON.stringify(told)}`);
}

async function measureKintsugi(extension: vscode.Extension<unknown>, task: Task): Promise<Opened> {
  const longestBlock = watchBlocks();
  const start = performance.now();
  const { opening } = await watchOpening(extension);
  await extension.activate();
  const { begunAt, folder } = await opening;
  const ready = await allNotesOf(folder, task);
  const pictures = new Pictures(folder);
  await pictures.ask(ready);
  const end = performance.now();
  await vscode.commands.executeCommand('kintsugi.guide.focus');
  await pause(SETTLING_MILLISECONDS);
  return {
    indexed: end - begunAt,
    sinceActivation: end - start,
    longestBlock: await longestBlock(),
    ...(await memoryInUse()),
    changes: await timesOfChanges(folder, ready, pictures, task.changes),
  };
}

async function measureEmpty(extension: vscode.Extension<unknown>): Promise<Opened> {
  const longestBlock = watchBlocks();
  await extension.activate();
  await pause(SETTLING_MILLISECONDS);
  const block = await longestBlock();
  return { indexed: NaN, sinceActivation: NaN, longestBlock: block, ...(await memoryInUse()), changes: [] };
}

async function readings({ reading }: Task): Promise<Told['readings']> {
  if (reading === 'none') return {};
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error('There is no folder to read.');
  return reading === 'node'
    ? await timesOfReading(workspace.uri.fsPath)
    : await timesOfReadingThroughEditor(workspace.uri, reading.widths);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

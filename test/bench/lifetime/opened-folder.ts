import { createRequire } from 'node:module';
import path from 'node:path';
import type * as vscode from 'vscode';
import type * as Parsing from '../../../src/parsing';
import { FolderTimeline } from '../../../src/workspace/folder-timeline';
import type { NotesFolder, ReadyFolder } from '../../../src/workspace/notes-folder';
import { turnOfOthers } from '../../../src/workspace/turns';
import type { Task } from './task';

/** A notes folder that the installed Kintsugi opens for itself. */
export interface Opening {
  /** When it was begun, by `performance.now()`. */
  readonly begunAt: number;
  readonly folder: NotesFolder;
}

/**
 * Looks on while Kintsugi opens its notes folder. It gives nothing to other extensions, but they share one Node, so the
 * module that it runs can be asked here; nothing in it is done otherwise.
 * @param extension not activated yet
 */
export async function watchOpening(extension: vscode.Extension<unknown>): Promise<{ opening: Promise<Opening> }> {
  const load = createRequire(path.join(extension.extensionPath, 'package.json'));
  // One after the other, as Kintsugi itself does.
  for (const part of ['yaml-parser', 'markdown-parser']) {
    load(`./dist/${part}.node.js`);
    await turnOfOthers();
  }
  const parsing = load('./dist/parsing.node.js') as typeof Parsing;
  const open = parsing.NotesFolder.open.bind(parsing.NotesFolder);
  const opening = new Promise<Opening>((resolve) => {
    parsing.NotesFolder.open = async (...parameters) => {
      const begunAt = performance.now();
      const folder = await open(...parameters);
      resolve({ begunAt, folder });
      return folder;
    };
  });
  // Within an object, or to wait for this would be to wait for that.
  return { opening };
}

/** Waits until every note is known, and known as it is. */
export async function allNotesOf(folder: NotesFolder, task: Task): Promise<ReadyFolder> {
  for (;;) {
    const { ready } = folder;
    if (ready && isComplete(ready, task)) return ready;
    await new Promise<void>((resolve) => {
      const listening = folder.onDidChange(() => {
        listening.dispose();
        resolve();
      });
    });
  }
}

/**
 * Looks at the tree and at the timeline of one folder, the way that both are shown in this window, in which nobody has
 * said who is here. To ask for somebody else than the tree does would make its progress anew each time, for the other.
 */
export class Pictures {
  private readonly timeline = new FolderTimeline();

  constructor(private readonly folder: NotesFolder) {}

  /** Asks for all that they show. */
  async ask(ready: ReadyFolder): Promise<void> {
    this.folder.progressFor(undefined);
    await this.timeline.of(ready, { viewer: undefined, includePrivate: false });
  }
}

function isComplete({ index }: ReadyFolder, { notes, checkIn }: Task): boolean {
  return index.all().length === notes && index.note(checkIn.path)?.numbers.get('trust') === checkIn.trust;
}

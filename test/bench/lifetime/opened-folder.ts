import { createRequire } from 'node:module';
import path from 'node:path';
import type * as vscode from 'vscode';
import { calendarDateOf } from '../../../src/core/calendar-date';
import { buildTimeline } from '../../../src/core/timeline/build-timeline';
import type * as Parsing from '../../../src/parsing';
import type { NotesFolder, ReadyFolder } from '../../../src/workspace/notes-folder';
import { turnOfOthers } from '../../../src/workspace/slices';
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

/** Asks for all that the tree and the timeline show, the way that they do. */
export function askForPictures(folder: NotesFolder, { couple, guide, index }: ReadyFolder): void {
  const viewer = couple.partners[0].id;
  folder.progressFor(viewer);
  buildTimeline(index.all(), couple, guide, { today: calendarDateOf(new Date()), viewer, includePrivate: false });
}

function isComplete({ index }: ReadyFolder, { notes, checkIn }: Task): boolean {
  return index.all().length === notes && index.note(checkIn.path)?.numbers.get('trust') === checkIn.trust;
}

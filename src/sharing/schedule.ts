import * as vscode from 'vscode';
import type { NotesFolder } from '../workspace/notes-folder';

const MINUTE_IN_MILLISECONDS = 60_000;

/**
 * Syncs by itself where the person has said so: once when the folder opens, and when nothing was written for a while
 * after something was.
 * @param sync begins a sync; called seldom, and never before the one before it has ended
 */
export function syncByItself(folder: NotesFolder, sync: () => Promise<unknown>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAtIt = false;
  const run = (): void => {
    if (isAtIt) {
      return;
    }
    isAtIt = true;
    sync()
      .catch(() => undefined)
      .finally(() => {
        isAtIt = false;
      });
  };
  const waitForPause = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const minutes = idleMinutes();
    if (minutes === 0 || contentChanges.length === 0 || folder.pathOf(document.uri) === undefined) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(run, minutes * MINUTE_IN_MILLISECONDS);
  };
  if (vscode.workspace.getConfiguration('kintsugi').get<boolean>('sync.whenOpened') === true) {
    run();
  }
  return vscode.Disposable.from(vscode.workspace.onDidChangeTextDocument(waitForPause), {
    dispose: () => {
      clearTimeout(timer);
    },
  });
}

/** @returns 0 where syncing after a pause is off */
function idleMinutes(): number {
  const minutes = vscode.workspace.getConfiguration('kintsugi').get<number>('sync.afterIdleMinutes') ?? 0;
  return Number.isFinite(minutes) && minutes > 0 ? minutes : 0;
}

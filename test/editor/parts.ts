import * as vscode from 'vscode';
import { otherThan } from '../../src/core/couple';
import type { OpenFolder } from '../../src/notes/perspective';
import type { Product } from '../../src/product';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { GuideSource } from '../../src/workspace/guide-source';
import { Identity } from '../../src/workspace/identity';
import type { Perspective } from '../../src/workspace/identity';
import type { NoteFiles } from '../../src/workspace/note-files';
import { NotesFolder } from '../../src/workspace/notes-folder';
import { NotesFolders } from '../../src/workspace/notes-folders';
import { SeenNotes } from '../../src/workspace/seen-notes';
import { extensionUnderTest } from './commands';
import { holds } from './expect';
import type { Place } from './place';

/** What the editor would remember on this machine, for as long as one test runs. */
function shortMemory(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, otherwise?: unknown): unknown => values.get(key) ?? otherwise,
    update: (key: string, value: unknown): Promise<void> => {
      values.set(key, value);
      return Promise.resolve();
    },
  } as vscode.Memento;
}

/** Real parts of the product, on real files. */
export type Parts = Pick<Product, 'files' | 'guides' | 'folders' | 'identity' | 'seen'> & {
  readonly memory: vscode.Memento;
};

const disposables: vscode.Disposable[] = [];
let log: vscode.LogOutputChannel | undefined;

/**
 * Puts parts of the product together, beside those of the extension under test.
 * @param files the port through which notes are read and written
 */
export function partsOf(files: NoteFiles = new EditorNoteFiles()): Parts {
  const memory = shortMemory();
  const guides = new GuideSource(extensionUnderTest().extensionUri, files);
  const folders = new NotesFolders(files, guides, memory, testLog());
  const identity = new Identity(memory);
  const seen = new SeenNotes(folders, identity, memory);
  disposables.push(folders, identity, seen);
  return { files, guides, folders, identity, seen, memory };
}

/** Opens the notes folder of a place, whatever its `kintsugi.yaml` is like. */
export async function notesFolderAt(place: Place, { files, guides }: Parts = partsOf()): Promise<NotesFolder> {
  const folder = await NotesFolder.open(place.root, files, guides, testLog());
  disposables.push(folder);
  return folder;
}

/** Opens a notes folder that is set up. */
export async function openFolderAt(place: Place, parts: Parts = partsOf()): Promise<OpenFolder> {
  const folder = await notesFolderAt(place, parts);
  holds(folder.ready, 'the notes folder is ready');
  return { folder, ready: folder.ready };
}

/** Both partners as seen by the first, or by the second, of `kintsugi.yaml`. */
export function perspectiveOf({ ready }: OpenFolder, index: 0 | 1 = 0): Perspective {
  const me = ready.couple.partners[index];
  return { me, other: otherThan(ready.couple, me) };
}

export function testLog(): vscode.LogOutputChannel {
  log ??= vscode.window.createOutputChannel('Tests of Kintsugi', { log: true });
  return log;
}

afterEach(() => {
  vscode.Disposable.from(...disposables.splice(0)).dispose();
});

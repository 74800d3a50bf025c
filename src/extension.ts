import * as vscode from 'vscode';
import type { Product } from './product';
import { registerCommands } from './register-commands';
import { Conversations } from './views/conversations';
import { registerGuideTexts } from './views/guide-texts';
import { HelpInNotes } from './views/help-in-notes';
import { registerNextStepItem } from './views/next-step-item';
import { watchNoteInFront } from './views/note-in-front';
import { Pictures } from './views/pictures';
import { Sharing } from './views/sharing';
import { registerStageTree } from './views/stage-tree';
import { welcomeToFolders } from './views/welcome';
import { registerWordings } from './views/wording-change';
import { GuideSource } from './workspace/guide-source';
import { Identity } from './workspace/identity';
import type { NoteFiles } from './workspace/note-files';
import type { CacheStorage } from './workspace/note-cache';
import { NotesFolders } from './workspace/notes-folders';
import { SeenNotes } from './workspace/seen-notes';

let pictures: Pictures | undefined;

/**
 * Wires the product. It reads no note and loads no parser.
 * @param files the one port in which the hosts differ
 */
export function activate(context: vscode.ExtensionContext, files: NoteFiles): void {
  const log = vscode.window.createOutputChannel('Kintsugi', { log: true });
  const guides = new GuideSource(context.extensionUri, files);
  const folders = new NotesFolders(files, guides, context.workspaceState, log, cacheStorageOf(context));
  const identity = new Identity(context.globalState);
  const seen = new SeenNotes(folders, identity, context.workspaceState);
  pictures = new Pictures();
  const conversations = new Conversations();
  const sharing = new Sharing();
  const helpInNotes = new HelpInNotes();
  const product: Product = {
    context,
    log,
    files,
    guides,
    folders,
    identity,
    seen,
    conversations,
    pictures,
    sharing,
    helpInNotes,
  };
  context.subscriptions.push(
    log,
    folders,
    identity,
    seen,
    conversations,
    pictures,
    helpInNotes,
    registerCommands(product),
    registerGuideTexts(guides),
    registerWordings(folders),
    registerStageTree(product),
    helpInNotes.start(product),
    registerNextStepItem(product),
    watchNoteInFront(product),
    pictures.registerRestoring(product),
    welcomeToFolders(product),
    sharing.start(product),
  );
}

/** A window without a workspace keeps nothing. */
function cacheStorageOf({ storageUri, extension }: vscode.ExtensionContext): CacheStorage | undefined {
  const { version } = extension.packageJSON as { readonly version: string };
  return storageUri && { folder: storageUri, version };
}

/** Lets a draft that is being written come to its end; the editor waits a little for it. */
export async function deactivate(): Promise<void> {
  await pictures?.flush();
}

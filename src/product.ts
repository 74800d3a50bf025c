import type * as vscode from 'vscode';
import type { Conversations } from './views/conversations';
import type { HelpInNotes } from './views/help-in-notes';
import type { Pictures } from './views/pictures';
import type { Sharing } from './views/sharing';
import type { GuideSource } from './workspace/guide-source';
import type { Identity } from './workspace/identity';
import type { NoteFiles } from './workspace/note-files';
import type { NotesFolders } from './workspace/notes-folders';
import type { SeenNotes } from './workspace/seen-notes';

/** The parts that commands and views work with. */
export interface Product {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly files: NoteFiles;
  readonly guides: GuideSource;
  readonly folders: NotesFolders;
  readonly identity: Identity;
  readonly seen: SeenNotes;
  readonly conversations: Conversations;
  readonly pictures: Pictures;
  readonly sharing: Sharing;
  readonly helpInNotes: HelpInNotes;
}

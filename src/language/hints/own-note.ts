import type * as vscode from 'vscode';
import { SIGNATURE } from '../../core/note';
import type { Product } from '../../product';
import type { Perspective } from '../../workspace/identity';
import { noteOf } from '../note-of';
import type { NoteInEditor } from '../note-of';

/** A note that the person who is here writes alone. */
export interface OwnNote extends NoteInEditor {
  readonly perspective: Perspective;
}

/** @returns the note of a document where the person who is here is its only writer, private or shared */
export function ownNoteOf(product: Product, document: vscode.TextDocument): OwnNote | undefined {
  const open = noteOf(product, document);
  const perspective = open && product.identity.perspective(open.folder);
  if (!open || !perspective || open.note.partner !== perspective.me.id) {
    return undefined;
  }
  return open.note.inConflict || open.note.templateId === SIGNATURE ? undefined : { ...open, perspective };
}

/** @returns the note of a document where hints may be shown: one's own, and shared */
export function hintableNoteOf(product: Product, document: vscode.TextDocument): OwnNote | undefined {
  const own = ownNoteOf(product, document);
  return own?.note.isPrivate === false ? own : undefined;
}

import * as vscode from 'vscode';
import type { CalendarDate } from '../core/calendar-date';
import type { Offer } from '../core/guide';
import { notePath } from '../core/note-path';
import { roleIncludes } from '../core/role';
import type { Role } from '../core/role';
import type { Template } from '../core/template';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { OpenFolder } from './perspective';
import { keepPrivateFolderIgnored } from './private-folder';

/** No day holds more entries of one kind than this. */
export const MOST_OF_ONE_DAY = 500;

/** Where a new note goes. */
export interface NotePlace {
  readonly template: Template;
  /** The writer's id. */
  readonly partner: string;
  readonly date: CalendarDate;
  readonly isPrivate: boolean;
}

/**
 * The path of a new note in the way that the couple name their files.
 * @param sequence 1 for the first of its day
 */
export function newNotePath(
  { ready }: OpenFolder,
  { template, partner, date, isPrivate }: NotePlace,
  sequence: number,
): string {
  const pattern = ready.couple.names === 'neutral' ? template.neutralPath : template.path;
  return notePath(pattern, { date, partner, isPrivate }, sequence);
}

/** @returns the variants that a note holds which is written in a role; none where the template has none for it. */
export function variantsFor({ variants }: Offer, role: Role): readonly Template[] {
  return variants.filter((variant) => variant.role === undefined || roleIncludes(role, variant.role));
}

/**
 * Creates the file of a new note. Never changes one that is there. Before anything private is written, the private
 * folder is kept out of git.
 * @param mostNames how many names are tried: the plain one, then those with -2, -3 and so on
 * @returns the path, or `undefined` where all of those names are taken
 * @throws PlainError where the folder leads elsewhere, or the file system's error
 */
export async function createNoteFile(
  product: Pick<Product, 'files'>,
  open: OpenFolder,
  place: NotePlace,
  text: string,
  mostNames: number,
): Promise<string | undefined> {
  if (place.isPrivate) {
    await keepPrivateFolderIgnored(product.files, open.folder.uri);
  }
  const bytes = new TextEncoder().encode(text);
  for (let sequence = 1; sequence <= mostNames; sequence += 1) {
    const path = newNotePath(open, place, sequence);
    await refuseLinks(open.folder.uri, path);
    if ((await product.files.create(open.folder.uriOf(path), bytes)) === 'created') {
      await open.folder.noteChanged(path);
      return path;
    }
  }
  return undefined;
}

/**
 * A linked folder could lead out of the notes folder; nothing is written through one.
 * @throws PlainError where a part of the path is a link
 */
export async function refuseLinks(root: vscode.Uri, path: string): Promise<void> {
  const segments = path.split('/');
  for (let count = 1; count <= segments.length; count += 1) {
    const uri = vscode.Uri.joinPath(root, ...segments.slice(0, count));
    const type = await typeOf(uri);
    if (type === undefined) {
      return;
    }
    if ((type & vscode.FileType.SymbolicLink) !== 0) {
      throw new PlainError(
        vscode.l10n.t(
          'A part of this folder is a link to somewhere else, so no note is put there. Nothing was changed.',
        ),
      );
    }
  }
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw error;
  }
}

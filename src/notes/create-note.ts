import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { notePath } from '../core/note-path';
import type { Offer } from '../core/guide';
import { roleIncludes } from '../core/role';
import type { Role } from '../core/role';
import type { Template } from '../core/template';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Perspective } from '../workspace/identity';
import { loadParsing } from '../workspace/parsing';
import { roleItems } from '../views/role-items';
import type { OpenFolder } from './perspective';
import { openNote } from './open-note';
import type { Landing } from './open-note';
import { keepPrivateFolderIgnored } from './private-folder';

/** What is to be written. */
export interface NoteRequest {
  readonly offer: Offer;
  /** Where it begins; the template's own answer if nothing is said. */
  readonly privacy?: Template['privacy'];
  /** Whether a second one of the same day is wanted, instead of opening the first. */
  readonly another?: boolean;
  /** Where the cursor goes if the note is there already. */
  readonly landing?: Landing;
}

/** No day holds more entries of one kind than this. */
const MOST_OF_ONE_DAY = 500;

/**
 * Creates a note from its template, or opens it where it is there. Never changes a byte that exists.
 * @returns the editor, or `undefined` where the person turned a question down
 */
export async function createOrOpenNote(
  product: Pick<Product, 'files'>,
  open: OpenFolder,
  perspective: Perspective,
  request: NoteRequest,
): Promise<vscode.TextEditor | undefined> {
  const [first] = request.offer.variants;
  const isPrivate = (request.privacy ?? first.privacy) === 'private';
  const date = calendarDateOf(new Date());
  const pattern = open.ready.couple.names === 'neutral' ? first.neutralPath : first.path;
  const pathOf = (sequence: number): string =>
    notePath(pattern, { date, partner: perspective.me.id, isPrivate }, sequence);
  const landing = request.landing ?? { firstOpenStep: true };
  const existing = request.another ? undefined : existingNote(open, request, pathOf(1), perspective.me.id, date);
  if (existing !== undefined) {
    return await openNote(open.folder.uriOf(existing), landing);
  }
  const role = await roleOfNote(request.offer, perspective.me.role);
  if (!role) {
    return undefined;
  }
  const [variant, ...more] = request.offer.variants.filter(
    (one) => one.role === undefined || roleIncludes(role, one.role),
  );
  if (!variant) {
    return undefined;
  }
  if (isPrivate) {
    await keepPrivateFolderIgnored(product.files, open.folder.uri);
  }
  const parsing = await loadParsing();
  const scaffold = {
    variants: [variant, ...more] as const,
    role,
    couple: open.ready.couple,
    partner: perspective.me,
    date,
  };
  const note = parsing.scaffoldNote(scaffold);
  const bytes = new TextEncoder().encode(note.text);
  for (let sequence = 1; sequence <= MOST_OF_ONE_DAY; sequence += 1) {
    const uri = open.folder.uriOf(pathOf(sequence));
    await refuseLinks(open.folder.uri, pathOf(sequence));
    const outcome = await product.files.create(uri, bytes);
    if (outcome === 'created') {
      await open.folder.noteChanged(pathOf(sequence));
      return await openNote(uri, note.cursor === undefined ? { firstOpenStep: true } : { offset: note.cursor });
    }
    if (!request.another) {
      return await openNote(uri, landing);
    }
  }
  throw new PlainError(vscode.l10n.t('There are very many notes of this kind today already. Nothing was changed.'));
}

/**
 * The note that is meant, under whichever name and in whichever place it already lies. Who asks for a private one, or
 * for a shared one, is never given the other kind.
 */
function existingNote(
  { ready }: OpenFolder,
  { offer, privacy }: NoteRequest,
  path: string,
  partner: string,
  date: string,
): string | undefined {
  const [first] = offer.variants;
  const writer = first.scope === 'each' ? partner : undefined;
  const meant = ready.index
    .ofStage(first.stage)
    .filter((note) => note.templateId === offer.id && note.partner === writer)
    .filter((note) => first.kind === 'page' || note.date === date)
    .filter((note) => privacy === undefined || note.isPrivate === (privacy === 'private'));
  const same = meant.find((note) => note.path === path) ?? meant.find((note) => !note.isPrivate) ?? meant[0];
  return same?.path;
}

/** The role in which a note is written; asked for where the template differs by role and none was said. */
async function roleOfNote(offer: Offer, role: Role): Promise<Role | undefined> {
  if (role !== 'unsaid' || offer.variants.length === 1) {
    return role;
  }
  const chosen = await vscode.window.showQuickPick(
    roleItems().filter((item) => item.role !== 'unsaid'),
    {
      title: vscode.l10n.t('Which page fits you?'),
      placeHolder: vscode.l10n.t('This is for this note only. You can say a role for all of them at any time.'),
    },
  );
  return chosen?.role;
}

/** A linked folder could lead out of the notes folder; nothing is written through one. */
async function refuseLinks(root: vscode.Uri, path: string): Promise<void> {
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

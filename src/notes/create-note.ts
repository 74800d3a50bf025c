import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import type { Offer } from '../core/guide';
import type { Role } from '../core/role';
import type { Template } from '../core/template';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Perspective } from '../workspace/identity';
import { loadParsing } from '../workspace/parsing';
import { roleItems } from '../views/role-items';
import { createNoteFile, MOST_OF_ONE_DAY, newNotePath, variantsFor } from './new-note-file';
import type { NotePlace } from './new-note-file';
import type { OpenFolder } from './perspective';
import { openNote } from './open-note';
import type { Landing } from './open-note';

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
  const partner = perspective.me.id;
  const isPrivate = (request.privacy ?? first.privacy) === 'private';
  const place: NotePlace = { template: first, partner, date: calendarDateOf(new Date()), isPrivate };
  const firstPath = newNotePath(open, place, 1);
  const landing = request.landing ?? { firstOpenStep: true };
  const existing = request.another ? undefined : existingNote(open, request, firstPath, partner, place.date);
  if (existing !== undefined) {
    return await openNote(open.folder.uriOf(existing), landing);
  }
  const role = await roleOfNote(request.offer, perspective.me.role);
  if (!role) {
    return undefined;
  }
  const [variant, ...more] = variantsFor(request.offer, role);
  if (!variant) {
    return undefined;
  }
  const parsing = await loadParsing();
  const variants = [variant, ...more] as const;
  const { couple } = open.ready;
  const note = parsing.scaffoldNote({ variants, role, couple, partner: perspective.me, date: place.date });
  const path = await createNoteFile(product, open, place, note.text, request.another ? MOST_OF_ONE_DAY : 1);
  if (path !== undefined) {
    const begin = note.cursor === undefined ? { firstOpenStep: true as const } : { offset: note.cursor };
    return await openNote(open.folder.uriOf(path), begin);
  }
  if (!request.another) {
    // Somebody made it in the same moment.
    return await openNote(open.folder.uriOf(firstPath), landing);
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

import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import type { Offer } from '../core/guide';
import type { Template } from '../core/template';
import { createOrOpenNote } from '../notes/create-note';
import { openAsPartner } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Command } from './command';

/** The commands that write one kind of entry, by the word that a template names itself with under `command`. */
const KINDS = {
  'kintsugi.newCheckIn': 'check-in',
  'kintsugi.newKindness': 'kindness',
  'kintsugi.newReflection': 'reflection',
  'kintsugi.newMoment': 'moment',
  'kintsugi.newConversation': 'conversation',
  'kintsugi.writePrivately': 'night',
} as const;

/** One command for each kind of entry. */
export const entryCommands: readonly Command[] = Object.entries(KINDS).map(([id, kind]) => ({
  id,
  execute: (product: Product) => writeEntry(product, (template) => template.command === kind),
}));

/**
 * Writes, or opens, today's entry of the templates that are meant; where several are, the person chooses.
 * @param another whether a second one of the same day is wanted
 */
export async function writeEntry(
  product: Product,
  isMeant: (template: Template) => boolean,
  another = false,
): Promise<vscode.TextEditor | undefined> {
  const here = await openAsPartner(product);
  if (!here) {
    return undefined;
  }
  const { open, perspective } = here;
  const meant = open.ready.guide.templates.filter((template) => template.offered && isMeant(template));
  const offers = offersFor(meant, perspective.me.role);
  if (offers.length === 0) {
    throw new PlainError(vscode.l10n.t('This notes folder has no such entry: its own templates leave it out.'));
  }
  const offer = offers.length === 1 ? offers[0] : await pickEntry(offers);
  return offer && (await createOrOpenNote(product, open, perspective, { offer, another }));
}

async function pickEntry(offers: readonly Offer[]): Promise<Offer | undefined> {
  const items = offers.map((offer) => {
    const [first] = offer.variants;
    const isPrivate = first.privacy === 'private';
    return { label: first.title, description: isPrivate ? vscode.l10n.t('private, on this machine only') : '', offer };
  });
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What would you like to write?') });
  return chosen?.offer;
}

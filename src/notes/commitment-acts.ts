import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import type { Note } from '../core/note';
import { SIGNATURE } from '../core/note';
import { notePath } from '../core/note-path';
import type { Template } from '../core/template';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Perspective } from '../workspace/identity';
import { loadParsing } from '../workspace/parsing';
import type { OpenFolder } from './perspective';

/** What a partner does with a wording. */
export type Act = 'signed' | 'withdrawn';

/** The page that is signed, as it stands in the notes folder. */
export interface Wording {
  readonly page: Note;
  readonly signature: Template;
  /** Every note of the stage. */
  readonly notes: readonly Note[];
}

/**
 * Finds the wording that the couple sign.
 * @throws PlainError where it is not written yet
 */
export function currentWording({ ready }: OpenFolder): Wording {
  const signed = ready.guide.templates.find((template) => template.signed);
  const signature = ready.guide.templates.find((template) => template.id === SIGNATURE);
  const notes = signed ? ready.index.ofStage(signed.stage) : [];
  const page = notes.find((note) => note.templateId === signed?.id && !note.isPrivate);
  if (!signature || !page) {
    throw new PlainError(
      vscode.l10n.t('There is no wording to sign yet. Write it together first: “Kintsugi: Commitment”.'),
    );
  }
  if (page.inConflict || !page.isReadable) {
    throw new PlainError(
      vscode.l10n.t('The page with the wording cannot be signed as it stands. Open it, and mend it first.'),
    );
  }
  return { page, signature, notes };
}

/**
 * Records a signature or a withdrawal in a new file of the partner's own, with the wording that it is about.
 * What was recorded before stays as it is.
 */
export async function recordAct(
  product: Pick<Product, 'files'>,
  open: OpenFolder,
  perspective: Perspective,
  signature: Template,
  act: Act,
  wording: string,
): Promise<void> {
  const parsing = await loadParsing();
  const date = calendarDateOf(new Date());
  const pattern = open.ready.couple.names === 'neutral' ? signature.neutralPath : signature.path;
  const head = [
    `template: ${SIGNATURE}`,
    `partner: ${perspective.me.id}`,
    `date: ${date}`,
    `act: ${act}`,
    `digest: ${parsing.digestOf(wording)}`,
  ];
  const bytes = new TextEncoder().encode(`---\n${head.join('\n')}\n---\n${wording}`);
  for (let sequence = 1; ; sequence += 1) {
    const path = notePath(pattern, { date, partner: perspective.me.id, isPrivate: false }, sequence);
    if ((await product.files.create(open.folder.uriOf(path), bytes)) === 'created') {
      await open.folder.noteChanged(path);
      return;
    }
  }
}

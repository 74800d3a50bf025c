import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import { nextOpenStep } from '../core/progress';
import type { OpenStep } from '../core/progress';
import { createOrOpenNote } from '../notes/create-note';
import { openNote } from '../notes/open-note';
import { openAsPartner } from '../notes/perspective';
import type { OpenFolder } from '../notes/perspective';
import type { Product } from '../product';
import { mayOpen } from '../views/word-ahead';
import type { Perspective } from '../workspace/identity';
import type { Command } from './command';

/** Opens my next open step, with the cursor in place. */
export const continueGuide: Command = {
  id: 'kintsugi.continue',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return undefined;
    }
    const { open, perspective } = here;
    const next = nextOpenStep(open.folder.progressFor(perspective.me.id), perspective.me.id);
    if (!next) {
      const message = vscode.l10n.t('No page of yours waits. What comes now comes in its own time.');
      void vscode.window.showInformationMessage(message);
      return undefined;
    }
    return await openStepNote(product, open, perspective, next);
  },
};

/** Opens the note that holds a step of one's own, and creates it where it is missing; a signature is asked for. */
export async function openStepNote(
  product: Product,
  open: OpenFolder,
  perspective: Perspective,
  { stage, step }: OpenStep,
): Promise<vscode.TextEditor | undefined> {
  if (step.scope === 'signature') {
    await vscode.commands.executeCommand('kintsugi.signCommitment');
    return undefined;
  }
  const landing = { stepId: step.step.id };
  const note = step.notes.get(perspective.me.id);
  if (note && !(await mayOpen(product, open.folder, note))) {
    return undefined;
  }
  if (note) {
    return await openNote(open.folder.uriOf(note.path), landing);
  }
  const offer = offersFor(stage.templates, perspective.me.role).find(({ id }) => id === step.templateId);
  if (!offer) {
    return undefined;
  }
  const editor = await createOrOpenNote(product, open, perspective, { offer, landing });
  return editor && (await openNote(editor.document.uri, landing));
}

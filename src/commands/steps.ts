import * as vscode from 'vscode';
import { noteOfStep } from '../core/progress';
import type { OpenStep } from '../core/progress';
import { openNote } from '../notes/open-note';
import { openAsPartner } from '../notes/perspective';
import type { AtWork } from '../notes/perspective';
import { tickStep } from '../notes/tick-step';
import type { Product } from '../product';
import { EntryItem, EntryStepItem, StepItem } from '../views/stage-tree/items';
import { mayOpen } from '../views/word-ahead';
import type { Command } from './command';
import { openStepNote } from './continue';

/** Opens a step of the tree: my own note, or the partner's where the step is theirs alone. */
export const openStep: Command = {
  id: 'kintsugi.openStep',
  async execute(product, item) {
    const here = await openAsPartner(product);
    if (here && (item instanceof EntryItem || item instanceof EntryStepItem)) {
      return await openEntry(product, here, item);
    }
    if (!here || !(item instanceof StepItem)) {
      return undefined;
    }
    const { open, perspective } = here;
    const { stage, step }: OpenStep = item;
    if (step.appliesTo.includes(perspective.me.id)) {
      return await openStepNote(product, open, perspective, { stage, step });
    }
    const note = noteOfStep(step, perspective.me.id, perspective.other.id);
    if (note) {
      const isOpened = await mayOpen(product, open.folder, note);
      return isOpened ? await openNote(open.folder.uriOf(note.path), { stepId: step.step.id }) : undefined;
    }
    const message = vscode.l10n.t('This step is on {0}’s own page.', perspective.other.name);
    void vscode.window.showInformationMessage(message);
    return undefined;
  },
};

async function openEntry(
  product: Product,
  { open: { folder } }: AtWork,
  item: EntryItem | EntryStepItem,
): Promise<vscode.TextEditor | undefined> {
  const { note } = item instanceof EntryItem ? item : item.parent;
  if (!(await mayOpen(product, folder, note))) {
    return undefined;
  }
  return await openNote(folder.uriOf(note.path), item instanceof EntryItem ? { top: true } : { stepId: item.step.id });
}

/** Ticks a step of my own. */
export const tick: Command = { id: 'kintsugi.tickStep', execute: (product, item) => setTick(product, item, true) };

/** Takes the tick of a step of my own back. */
export const untick: Command = { id: 'kintsugi.untickStep', execute: (product, item) => setTick(product, item, false) };

/** @returns whether the step is as it was wanted */
async function setTick(product: Product, item: unknown, ticked: boolean): Promise<boolean> {
  const here = await openAsPartner(product);
  if (!here || !(item instanceof StepItem)) {
    return false;
  }
  const note = item.step.notes.get(here.perspective.me.id);
  if (!note) {
    return false;
  }
  await tickStep(product, here.open.folder, note.path, item.step.step.id, ticked);
  return true;
}

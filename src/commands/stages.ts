import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import type { Offer, Stage } from '../core/guide';
import { createOrOpenNote } from '../notes/create-note';
import { openAsPartner } from '../notes/perspective';
import type { OpenFolder } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { StageItem } from '../views/stage-tree/items';
import type { Perspective } from '../workspace/identity';
import type { Command } from './command';

const PREFIX = 'kintsugi.stage.';

/** @returns the command for a stage that the manifest names; the rest of its id is the stage's id */
export function stageCommand(id: string): Command | undefined {
  return id.startsWith(PREFIX)
    ? { id, execute: (product) => openStageOf(product, id.slice(PREFIX.length)) }
    : undefined;
}

/** Opens any stage, also one that the couple added. */
export const openStage: Command = {
  id: 'kintsugi.openStage',
  execute: (product, item) => openStageOf(product, item instanceof StageItem ? item.progress.stage.id : undefined),
};

async function openStageOf(product: Product, stageId: string | undefined): Promise<unknown> {
  const here = await openAsPartner(product);
  if (!here) {
    return undefined;
  }
  const { open, perspective } = here;
  const stages = open.ready.guide.stages;
  const stage = stageId === undefined ? await pickStage(stages) : stages.find(({ id }) => id === stageId);
  if (!stage) {
    if (stageId !== undefined) {
      throw new PlainError(vscode.l10n.t('This notes folder has no such stage: its own templates leave it out.'));
    }
    return undefined;
  }
  const offer = await pickOffer(open, perspective, stage);
  return offer && (await createOrOpenNote(product, open, perspective, { offer }));
}

async function pickStage(stages: readonly Stage[]): Promise<Stage | undefined> {
  const items = stages.map((stage) => ({ label: `${String(stage.order)}. ${stage.title}`, stage }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which stage?') });
  return chosen?.stage;
}

async function pickOffer({ ready }: OpenFolder, { me }: Perspective, stage: Stage): Promise<Offer | undefined> {
  const offers = offersFor(stage.templates, me.role).filter(({ variants: [first] }) => first.offered);
  if (offers.length < 2) {
    return offers[0];
  }
  const notes = ready.index.ofStage(stage.id);
  const items = offers.map((offer) => {
    const [first] = offer.variants;
    const isThere =
      first.kind === 'page' &&
      notes.some((note) => note.templateId === offer.id && (first.scope === 'together' || note.partner === me.id));
    const who = first.scope === 'together' ? vscode.l10n.t('together') : vscode.l10n.t('by you');
    const where = first.privacy === 'private' ? vscode.l10n.t('private, on this machine only') : '';
    const state = isThere ? vscode.l10n.t('begun') : '';
    return { label: first.title, description: [who, where, state].filter((word) => word !== '').join(', '), offer };
  });
  const chosen = await vscode.window.showQuickPick(items, { title: stage.title });
  return chosen?.offer;
}

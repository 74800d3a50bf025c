import * as vscode from 'vscode';
import { COUPLE_FILE } from '../core/couple';
import type { Couple } from '../core/couple';
import { askSetUp, coupleFromAnswers } from '../notes/set-up-answers';
import { writeMissingFiles } from '../notes/set-up-files';
import { askPlace } from '../notes/set-up-place';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { rememberOffer, runPrivateCheck } from '../views/private-check';
import { exists } from '../workspace/editor-note-files';
import { gitIdentity } from '../git/git-identity';
import { loadParsing } from '../workspace/parsing';
import type { Command } from './command';

/** Sets a notes folder up, or repairs what one misses. Until the last answer is given, nothing is written. */
export const setUp: Command = {
  id: 'kintsugi.setUp',
  async execute(product) {
    const active = await product.folders.whenFound();
    if (active?.ready) {
      await repair(product, active.uri, active.ready.couple);
      return;
    }
    if ((await runPrivateCheck(product.guides)) !== 'go-on') {
      return;
    }
    const folder = await askPlace();
    if (!folder) {
      return;
    }
    if (await exists(vscode.Uri.joinPath(folder, COUPLE_FILE))) {
      await repairUnopened(product, folder);
      return;
    }
    const identity = await gitIdentity(folder);
    const answers = await askSetUp(await product.guides.languages(), identity);
    if (!answers) {
      return;
    }
    const couple = coupleFromAnswers(answers);
    await rememberOffer(product.context.globalState, folder, couple.partners[0].id);
    await writeMissingFiles(product, folder, couple);
    await product.identity.choose(folder, couple.partners[0].id);
    await product.folders.activate(folder);
    await vscode.commands.executeCommand('kintsugi.open');
    await offerNextSteps();
  },
};

async function offerNextSteps(): Promise<void> {
  const privacy = vscode.l10n.t('What the Editor Keeps');
  const begin = vscode.l10n.t('Begin');
  const message = vscode.l10n.t(
    'Your notes folder is ready. The editor itself may keep copies of notes, or send an open one to its AI features; you can turn that off for this folder.',
  );
  const answer = await vscode.window.showInformationMessage(message, privacy, begin);
  if (answer === privacy) {
    await vscode.commands.executeCommand('kintsugi.editorPrivacy');
  }
  if (answer === begin) {
    await vscode.commands.executeCommand('kintsugi.continue');
  }
}

async function repairUnopened(product: Product, folder: vscode.Uri): Promise<void> {
  const parsing = await loadParsing();
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, COUPLE_FILE));
  const { couple } = parsing.readCouple(bytes);
  if (!couple) {
    throw new PlainError(
      vscode.l10n.t(
        'kintsugi.yaml cannot be used as it stands; the Problems list says where. Your notes are untouched.',
      ),
    );
  }
  await repair(product, folder, couple);
  await product.folders.activate(folder);
}

async function repair(product: Product, folder: vscode.Uri, couple: Couple): Promise<void> {
  const written = await writeMissingFiles(product, folder, couple);
  const message =
    written.length === 0
      ? vscode.l10n.t('This notes folder has all it needs. Nothing was changed.')
      : vscode.l10n.t('Repaired: {0}. Nothing else was changed.', written.join(', '));
  void vscode.window.showInformationMessage(message);
}

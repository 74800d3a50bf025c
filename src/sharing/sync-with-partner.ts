import * as vscode from 'vscode';
import { findTwoVersions } from '../core/two-versions';
import type { Product } from '../product';
import type { SyncStep } from '../sync/parts';
import type { TroubleCode } from '../sync/trouble';
import { openNote } from '../notes/open-note';
import type { NotesFolder } from '../workspace/notes-folder';
import { offerSyncingByItself } from './offer';
import { otherName, syncFolder, troubleOf } from './sync-folder';
import type { Accepted, SyncReport } from './sync-folder';
import { troubleSentences } from './trouble-sentences';
import { nextSteps } from './trouble-steps';
import type { NextStep } from './trouble-steps';

/** Who asked for a sync: a person just now, or a setting of theirs. */
export type AskedBy = 'hand' | 'setting';

/** What a sync that nobody asked for in this moment tells all the same. */
const ALWAYS_TOLD: ReadonlySet<TroubleCode> = new Set([
  'conflict-markers',
  'emptied',
  'incoming-private',
  'private-pushed',
  'private-tracked',
  'rewritten',
  'to-choose',
]);

/**
 * Syncs a notes folder with the partner's, shows how far it is, and tells what came of it.
 * @returns what came of it, as soon as that is known; what is told may still stand on the screen
 */
export async function syncWithPartner(
  product: Product,
  folder: NotesFolder,
  askedBy: AskedBy,
  accepted: readonly Accepted[] = [],
): Promise<SyncReport> {
  const other = otherName(product, folder);
  const report = await vscode.window.withProgress(
    {
      location: askedBy === 'hand' ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Syncing with {0}', other),
      cancellable: askedBy === 'hand',
    },
    async (progress, cancellation) =>
      await syncFolder(
        product,
        folder,
        {
          onStep: (step) => {
            progress.report({ message: stepInWords(step) });
          },
          isCancelled: () => cancellation.isCancellationRequested,
        },
        accepted,
      ),
  );
  product.log.info(report.kind === 'synced' ? 'Synced.' : `Sync stopped: ${report.code}`);
  const isTold = askedBy === 'hand' || (report.kind === 'stopped' && ALWAYS_TOLD.has(report.code));
  if (isTold) {
    tell(product, folder, report, accepted).catch(() => {
      product.log.error('Telling what came of a sync failed.');
    });
  }
  return report;
}

function stepInWords(step: SyncStep): string {
  switch (step) {
    case 'looking':
      return vscode.l10n.t('looking at the folder');
    case 'saving':
      return vscode.l10n.t('saving open notes');
    case 'committing':
      return vscode.l10n.t('taking your notes in');
    case 'fetching':
      return vscode.l10n.t('fetching what is new');
    case 'merging':
      return vscode.l10n.t('joining both');
    case 'sending':
      return vscode.l10n.t('sending yours');
  }
}

async function tell(
  product: Product,
  folder: NotesFolder,
  report: SyncReport,
  accepted: readonly Accepted[],
): Promise<void> {
  if (report.kind === 'synced') {
    await tellSynced(product, folder, report);
    return;
  }
  const files = report.paths.map((path) => folder.uriOf(path));
  const steps = nextSteps(report.code, files);
  const message = troubleSentences(troubleOf(report), otherName(product, folder));
  const show = report.code === 'cancelled' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const chosen = await show(message, ...steps.map(({ title }) => title));
  const step = steps.find(({ title }) => title === chosen);
  if (step) {
    await take(product, folder, step, accepted);
  }
}

async function take(
  product: Product,
  folder: NotesFolder,
  { act }: NextStep,
  accepted: readonly Accepted[],
): Promise<void> {
  switch (act.kind) {
    case 'command':
      await vscode.commands.executeCommand(act.command, ...(act.argument === undefined ? [] : [act.argument]));
      return;
    case 'open':
      await vscode.window.showTextDocument(act.uri);
      return;
    case 'again':
      await syncWithPartner(product, folder, 'hand', act.accepts ? [...accepted, act.accepts] : accepted);
  }
}

async function tellSynced(
  product: Product,
  folder: NotesFolder,
  { sent, received, keptBoth }: SyncReport & { kind: 'synced' },
): Promise<void> {
  const [first] = keptBoth;
  if (first !== undefined) {
    const look = vscode.l10n.t('Look at It');
    const message = vscode.l10n.t(
      'Synced. Both of you changed the same place, so both texts stand there until one of you chooses or keeps both.',
    );
    if ((await vscode.window.showInformationMessage(message, look)) === look) {
      await openTwoVersions(folder.uriOf(first));
    }
    return;
  }
  void vscode.window.showInformationMessage(syncedInWords(sent, received, otherName(product, folder)));
  await offerSyncingByItself(product);
}

/** Opens a note where two texts stand. */
async function openTwoVersions(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const [place] = findTwoVersions(document.getText());
  const offset = document.offsetAt(new vscode.Position(place?.startLine ?? 0, 0));
  await openNote(uri, { offset });
}

function syncedInWords(sent: number, received: number, other: string): string {
  if (sent === 0 && received === 0) {
    return vscode.l10n.t('Synced. Neither side had anything new.');
  }
  if (received === 0) {
    return vscode.l10n.t('Synced. What you wrote is shared with {0}.', other);
  }
  return sent === 0
    ? vscode.l10n.t('Synced. There is something new from {0}.', other)
    : vscode.l10n.t('Synced. Yours is shared, and there is something new from {0}.', other);
}

import * as vscode from 'vscode';
import { COUPLE_FILE } from '../../core/couple';
import { isOfAnotherWording } from '../../core/commitment';
import { noteOfStep, signedPage } from '../../core/progress';
import type { Product } from '../../product';
import type { Perspective } from '../../workspace/identity';
import type { NotesFolder, ReadyFolder } from '../../workspace/notes-folder';
import { copiesOfStage } from './copies';
import { copyRow, coupleCopyRow } from './copy-rows';
import { CopyItem, EmptyItem, EntryItem, MonthItem, NewsItem, NoticeItem, StageItem, StepItem } from './items';
import type { TreeItem, EntryStepItem } from './items';
import { dayInWords, entryWords, isWordingNew, monthInWords, newsWords, stageState, stepState } from './labels';
import type { RowState } from './labels';
import { wordAheadOfRow } from '../word-ahead';
import { conflictWords, copyWords, newWords, openCommand, painted, twoVersionsWords } from './row-parts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** Paints one row of the tree. */
export function toTreeItem(product: Product, item: TreeItem): vscode.TreeItem {
  const folder = product.folders.active;
  if (item instanceof NoticeItem) {
    return item.kind === 'couple-copied' && folder ? coupleCopyRow(folder, item) : noticeRow(item);
  }
  if (item instanceof NewsItem) {
    return newsRow(item, folder && product.identity.perspective(folder));
  }
  if (!folder?.ready) {
    return new vscode.TreeItem('');
  }
  if (item instanceof StageItem) {
    return stageRow(product, folder, folder.ready, item);
  }
  if (item instanceof StepItem) {
    return stepRow(product, folder, folder.ready, item);
  }
  if (item instanceof EmptyItem) {
    return emptyRow(item);
  }
  if (item instanceof MonthItem) {
    return monthRow(product, folder, item);
  }
  if (item instanceof CopyItem) {
    return copyRow(product, folder, folder.ready, item);
  }
  return item instanceof EntryItem ? entryRow(product, folder, folder.ready, item) : entryStepRow(item);
}

function noticeRow(item: NoticeItem): vscode.TreeItem {
  if (item.kind === 'who-is-here') {
    const row = new vscode.TreeItem(vscode.l10n.t('Which of you is here?'));
    row.description = vscode.l10n.t('kept on this machine only');
    row.iconPath = new vscode.ThemeIcon('account');
    row.command = { command: 'kintsugi.chooseMe', title: row.description };
    return row;
  }
  const row = new vscode.TreeItem(vscode.l10n.t('{0} cannot be used as it stands', COUPLE_FILE));
  row.description = vscode.l10n.t('the Problems list says where');
  row.iconPath = new vscode.ThemeIcon('warning');
  row.command = openCommand(item.uri);
  return row;
}

function newsRow({ news }: NewsItem, perspective: Perspective | undefined): vscode.TreeItem {
  const other = perspective?.other.name ?? vscode.l10n.t('your partner');
  const label = vscode.l10n.t('Sync with {0}', other);
  const state = { words: newsWords(news), icon: new vscode.ThemeIcon('sync') };
  const row = painted(new vscode.TreeItem(label), label, state, []);
  row.id = 'news';
  row.command = { command: 'kintsugi.sync', title: label };
  return row;
}

function stageRow(product: Product, folder: NotesFolder, ready: ReadyFolder, item: StageItem): vscode.TreeItem {
  const { stage, entries, steps } = item.progress;
  const state = stageState(item.progress, ready.couple, product.identity.perspective(folder));
  const notes = [...entries, ...steps.flatMap((step) => [...step.notes.values()])];
  const label = `${String(stage.order)}. ${stage.title}`;
  const copies = copiesOfStage(ready, stage.id, product.identity.perspective(folder)?.me.id);
  const more = [...(copies.length > 0 ? [copyWords()] : []), ...newWords(product, folder, notes)];
  const row = painted(new vscode.TreeItem(label, Collapsed), label, state, more, twoVersionsWords(notes));
  row.id = `stage:${stage.id}`;
  row.contextValue = 'stage';
  return row;
}

function stepRow(product: Product, folder: NotesFolder, { couple }: ReadyFolder, item: StepItem): vscode.TreeItem {
  const { step } = item;
  const perspective = product.identity.perspective(folder);
  const state = stepState(step, couple, perspective);
  const label = step.scope === 'signature' ? vscode.l10n.t('Signed by both') : step.step.shortLabel;
  const notes = [...step.notes.values()];
  const opened = perspective && noteOfStep(step, perspective.me.id, perspective.other.id);
  const hasNewWording = isWordingNew(item, couple);
  const row = painted(
    new vscode.TreeItem(label, None),
    label,
    state,
    [
      ...(hasNewWording ? [vscode.l10n.t('the wording has changed since')] : []),
      ...(opened ? wordAheadOfRow(opened, perspective.me.id) : []),
      ...newWords(product, folder, notes),
    ],
    [...conflictWords(notes), ...twoVersionsWords(notes)],
  );
  const mine = perspective && step.notes.get(perspective.me.id);
  const isMine = step.scope !== 'signature' && mine?.steps.some(({ id }) => id === step.step.id) === true;
  const isTicked = perspective !== undefined && step.doneBy.includes(perspective.me.id);
  if (isMine && !mine.inConflict) {
    row.checkboxState = checkbox(isTicked, label);
  }
  row.tooltip = [step.step.label || label, row.description].join('\n');
  row.id = `step:${item.stage.id}:${step.templateId}:${step.scope}:${step.step.id}`;
  row.contextValue =
    step.scope === 'signature' ? (hasNewWording ? 'signature.changed' : 'signature') : stepContext(isMine, isTicked);
  row.command = openStepCommand(item);
  return row;
}

function emptyRow(item: EmptyItem): vscode.TreeItem {
  const row = new vscode.TreeItem(vscode.l10n.t('Write the first note'), None);
  row.iconPath = new vscode.ThemeIcon('add');
  row.id = `empty:${item.parent.progress.stage.id}`;
  row.contextValue = 'empty';
  row.command = { command: 'kintsugi.openStage', title: vscode.l10n.t('Open'), arguments: [item.parent] };
  return row;
}

function stepContext(isMine: boolean, isTicked: boolean): string {
  return isMine ? (isTicked ? 'step.mine.ticked' : 'step.mine.open') : 'step';
}

/** The checkbox of a step of one's own. The extension moves it, not the tree. */
function checkbox(isTicked: boolean, label: string): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: isTicked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: isTicked ? vscode.l10n.t('Take your tick back') : vscode.l10n.t('Tick for yourself'),
    accessibilityInformation: { label, role: 'checkbox' },
  };
}

function monthRow(product: Product, folder: NotesFolder, item: MonthItem): vscode.TreeItem {
  const label = monthInWords(item.month);
  const count = vscode.l10n.t('{0} notes', item.entries.length);
  const state = { words: count, icon: new vscode.ThemeIcon('calendar') };
  const more = newWords(product, folder, item.entries);
  const row = painted(new vscode.TreeItem(label, Collapsed), label, state, more, twoVersionsWords(item.entries));
  row.id = `month:${item.parent.progress.stage.id}:${item.month}`;
  row.contextValue = 'month';
  return row;
}

function entryRow(product: Product, folder: NotesFolder, ready: ReadyFolder, item: EntryItem): vscode.TreeItem {
  const { note } = item;
  const title = ready.guide.templates.find(({ id }) => id === note.templateId)?.title ?? '';
  const label = note.date === undefined ? title : dayInWords(note.date);
  const perspective = product.identity.perspective(folder);
  const words = entryWords(note, title, ready.couple, perspective);
  const icon = new vscode.ThemeIcon(
    note.isPrivate ? 'lock' : note.partner === undefined ? 'comment-discussion' : 'note',
  );
  const collapsible = note.steps.length > 0 ? Collapsed : None;
  const row = painted(new vscode.TreeItem(label, collapsible), label, { words, icon }, [
    ...wordAheadOfRow(note, perspective?.me.id),
    ...conflictWords([note]),
    ...twoVersionsWords([note]),
    ...newWords(product, folder, [note]),
  ]);
  row.id = `entry:${note.path}`;
  row.contextValue = entryContext(item);
  // Whoever else wrote a word ahead of it has a right to be read first.
  const isOpenedByUs = note.wordAhead !== undefined && note.partner !== perspective?.me.id;
  row.command = isOpenedByUs ? openStepCommand(item) : openCommand(folder.uriOf(note.path));
  return row;
}

function entryStepRow(item: EntryStepItem): vscode.TreeItem {
  const { step, parent } = item;
  const label = step.heading ?? step.label;
  const state: RowState = step.ticked
    ? { words: vscode.l10n.t('written'), icon: new vscode.ThemeIcon('check') }
    : { words: '', icon: new vscode.ThemeIcon('circle-outline') };
  const row = painted(new vscode.TreeItem(label, None), label, state, []);
  row.tooltip = step.label;
  row.id = `entry-step:${parent.note.path}:${step.id}`;
  row.contextValue = 'entry-step';
  row.command = openStepCommand(item);
  return row;
}

function entryContext({ note, parent }: EntryItem): string {
  const { progress } = parent instanceof MonthItem ? parent.parent : parent;
  if (note.isPrivate) {
    return 'entry.private';
  }
  return isOfAnotherWording(note, signedPage(progress)) ? 'entry.shared.changed' : 'entry.shared';
}

function openStepCommand(item: StepItem | EntryItem | EntryStepItem): vscode.Command {
  return { command: 'kintsugi.openStep', title: vscode.l10n.t('Open'), arguments: [item] };
}

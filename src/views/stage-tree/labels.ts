import * as vscode from 'vscode';
import { signersOfAnotherWording } from '../../core/commitment';
import type { Couple } from '../../core/couple';
import { SIGNATURE } from '../../core/note';
import type { Note } from '../../core/note';
import { signedPage } from '../../core/progress';
import type { StageProgress, StepProgress } from '../../core/progress';
import type { News } from '../../sharing/news';
import type { Perspective } from '../../workspace/identity';
import type { StepItem } from './items';

/** The words and signs for one row. The words alone say everything that the sign says. */
export interface RowState {
  readonly words: string;
  readonly icon: vscode.ThemeIcon;
}

/** What is not shared yet and what is new, in words that fit beside the partner's name. */
export function newsWords({ unshared, incoming, toChoose }: News): string {
  if (toChoose > 0) {
    return toChoose === 1
      ? vscode.l10n.t('one file takes a choice first')
      : vscode.l10n.t('{0} files take a choice first', toChoose);
  }
  const words = [
    incoming === 0 ? '' : incoming === 1 ? vscode.l10n.t('one new') : vscode.l10n.t('{0} new', incoming),
    unshared === 0
      ? ''
      : unshared === 1
        ? vscode.l10n.t('one not shared yet')
        : vscode.l10n.t('{0} not shared yet', unshared),
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** How far a stage is, in words. A partner is only ever named for what is done. */
export function stageState(progress: StageProgress, couple: Couple, perspective: Perspective | undefined): RowState {
  switch (progress.state) {
    case 'not-begun':
      return { words: vscode.l10n.t('not begun'), icon: new vscode.ThemeIcon('circle-large-outline') };
    case 'begun':
      return { words: vscode.l10n.t('begun'), icon: new vscode.ThemeIcon('circle-large') };
    case 'done-by-one':
      return { words: doneBy(progress.doneBy, couple, perspective), icon: new vscode.ThemeIcon('check') };
    case 'done-by-both':
      return { words: vscode.l10n.t('done by both'), icon: new vscode.ThemeIcon('check-all') };
    case 'ongoing':
      return { words: vscode.l10n.t('ongoing'), icon: new vscode.ThemeIcon('history') };
  }
}

/** Who has done a step, in words. */
export function stepState(row: StepProgress, couple: Couple, perspective: Perspective | undefined): RowState {
  const isTogether = row.scope === 'together';
  if (row.doneBy.length === couple.partners.length) {
    return {
      words: isTogether ? vscode.l10n.t('done together') : vscode.l10n.t('done by both'),
      icon: new vscode.ThemeIcon('check-all'),
    };
  }
  if (row.doneBy.length > 0) {
    const isMine = perspective !== undefined && row.doneBy.includes(perspective.me.id);
    return { words: doneBy(row.doneBy, couple, perspective), icon: new vscode.ThemeIcon(isMine ? 'check' : 'person') };
  }
  return { words: openStep(row, couple, perspective), icon: new vscode.ThemeIcon('circle-outline') };
}

function openStep(row: StepProgress, couple: Couple, perspective: Perspective | undefined): string {
  if (row.scope === 'together') {
    return vscode.l10n.t('together');
  }
  if (row.appliesTo.length === couple.partners.length) {
    return '';
  }
  return perspective !== undefined && row.appliesTo.includes(perspective.me.id)
    ? vscode.l10n.t('for you')
    : vscode.l10n.t('for {0}', nameOf(row.appliesTo[0], couple));
}

function doneBy(ids: readonly string[], couple: Couple, perspective: Perspective | undefined): string {
  if (perspective !== undefined && ids.length === 1 && ids[0] === perspective.me.id) {
    return vscode.l10n.t('done by you');
  }
  return ids.length === 1 ? vscode.l10n.t('done by {0}', nameOf(ids[0], couple)) : vscode.l10n.t('done by both');
}

/** Whether a row tells of signatures, and somebody's is for another wording than today's. */
export function isWordingNew({ step, parent: { progress } }: StepItem, couple: Couple): boolean {
  const page = step.scope === 'signature' ? signedPage(progress) : undefined;
  return page !== undefined && signersOfAnotherWording(progress.entries, page, couple).length > 0;
}

function nameOf(id: string | undefined, couple: Couple): string {
  return couple.partners.find((partner) => partner.id === id)?.name ?? '';
}

/** What stands beside the date of an entry. */
export function entryWords(note: Note, title: string, couple: Couple, perspective: Perspective | undefined): string {
  return whoseWords(note, actWords(note) ?? title, couple, perspective);
}

/** What a note is called, whose it is, and whether it is private. */
export function whoseWords(
  { partner, isPrivate }: Pick<Note, 'partner' | 'isPrivate'>,
  title: string,
  couple: Couple,
  perspective: Perspective | undefined,
): string {
  const writer =
    partner === undefined
      ? vscode.l10n.t('together')
      : partner === perspective?.me.id
        ? vscode.l10n.t('you')
        : nameOf(partner, couple);
  const words = [title, writer, isPrivate ? vscode.l10n.t('private') : ''];
  return words.filter((word) => word !== '').join(', ');
}

function actWords(note: Note): string | undefined {
  if (note.templateId !== SIGNATURE) {
    return undefined;
  }
  return note.fields.get('act') === 'withdrawn' ? vscode.l10n.t('Withdrawn') : vscode.l10n.t('Signed');
}

/** A day of the calendar in the words of the editor's language. */
export function dayInWords(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}

/** A month in the words of the editor's language. */
export function monthInWords(month: string): string {
  const day = new Date(`${month}-15T12:00:00Z`);
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(vscode.env.language, options).format(day);
}

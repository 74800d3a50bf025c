import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { planPoints, taskEdits } from '../core/conversation/plan';
import type { PlanPoint } from '../core/conversation/plan';
import type { Setting } from '../core/conversation/conversation-note';
import { PlainError } from '../plain-error';
import { loadParsing } from '../workspace/parsing';

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/**
 * Lists the points of the plan, with who and by when, and makes tasks of those that the two want: a box before each, as
 * an edit that can be undone.
 * @returns whether there was anything to list
 * @throws PlainError where nothing may be written, or the note changes meanwhile
 */
export async function turnPlanIntoTasks(document: vscode.TextDocument, setting: Setting): Promise<boolean> {
  const { readConversation } = await loadParsing();
  const text = document.getText();
  const { version, isDirty } = document;
  const points = planPoints(readConversation(text, setting)).filter(({ isTask }) => !isTask);
  if (points.length === 0) {
    return false;
  }
  const chosen = await vscode.window.showQuickPick(points.map(itemOf), {
    title: vscode.l10n.t('Your plan: make tasks of it?'),
    placeHolder: vscode.l10n.t('Each gets a box to tick, and no word of it changes.'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!chosen || chosen.length === 0) {
    return true;
  }
  const edits = taskEdits(
    text,
    chosen.map(({ point }) => point),
  );
  if (edits === 'conflict') {
    throw inConflict();
  }
  const change = new vscode.WorkspaceEdit();
  for (const { start, text: box } of edits) {
    change.insert(document.uri, document.positionAt(start), box);
  }
  if (document.version !== version || !(await vscode.workspace.applyEdit(change))) {
    throw new PlainError(
      vscode.l10n.t('The note changed in the same moment, so the plan was left as it is. Try once more.'),
    );
  }
  if (!isDirty) {
    await document.save();
  }
  return true;
}

function itemOf(point: PlanPoint): vscode.QuickPickItem & { readonly point: PlanPoint } {
  const description = [point.who, point.byWhen].filter((part) => part !== undefined).join(', ');
  return { label: point.what, description, picked: true, point };
}

/** @returns what to say where git left two versions in a note */
export function inConflict(): PlainError {
  return new PlainError(
    vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
  );
}

/** Proposes a day for the first check-in after a conversation. It is a proposal, and nothing is set. */
export async function proposeCheckIn(now: Date): Promise<void> {
  const day = new Date(`${calendarDateOf(new Date(now.getTime() + WEEK_MILLISECONDS))}T12:00:00`);
  const named = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', day: 'numeric', month: 'long' });
  const write = vscode.l10n.t('Write One Now');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'That was the whole conversation. A first check-in on {0}? Any day that suits you both is as good.',
      named.format(day),
    ),
    write,
  );
  if (chosen === write) {
    await vscode.commands.executeCommand('kintsugi.newCheckIn');
  }
}

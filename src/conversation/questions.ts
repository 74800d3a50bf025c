import * as vscode from 'vscode';
import type { TurnEvent } from '../core/conversation/turn';
import { SHORTEST_PAUSE_MINUTES, timeToGoOn } from '../core/conversation/pause';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Asks the one who spoke whether it was right what they heard. Who turns the question down is asked again later. */
export async function askWhetherRight(speaker: string, listener: string): Promise<TurnEvent> {
  const items: readonly (vscode.QuickPickItem & { readonly event: TurnEvent })[] = [
    { label: vscode.l10n.t('Yes, that is it'), event: 'right' },
    { label: vscode.l10n.t('Not quite: {0} says it once more', speaker), event: 'not-quite' },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0}, did {1} get it right?', speaker, listener),
    ignoreFocusOut: true,
  });
  return chosen?.event ?? 'let-be';
}

/**
 * Asks when the two go on after a break. Nothing is set that would ring.
 * @param now when the break began
 * @returns the time in words, or `undefined` where it stays open
 */
export async function askWhenToGoOn(now: Date): Promise<string | undefined> {
  const later: readonly vscode.QuickPickItem[] = [
    { label: clock(timeToGoOn(now)), description: vscode.l10n.t('after {0} minutes', SHORTEST_PAUSE_MINUTES) },
    { label: clock(timeToGoOn(now, HOUR_MINUTES)), description: vscode.l10n.t('after an hour') },
    { label: dayAndClock(timeToGoOn(now, DAY_MINUTES)), description: vscode.l10n.t('tomorrow') },
  ];
  const another = { label: vscode.l10n.t('Another time…') };
  const open = { label: vscode.l10n.t('Leave the time open') };
  const chosen = await vscode.window.showQuickPick([...later, another, open], {
    title: vscode.l10n.t('A break of at least {0} minutes', SHORTEST_PAUSE_MINUTES),
    placeHolder: vscode.l10n.t('When do you want to go on? Either of you may move it, and nothing will ring.'),
    ignoreFocusOut: true,
  });
  if (chosen === another) {
    return await vscode.window.showInputBox({
      title: vscode.l10n.t('When do you want to go on?'),
      prompt: vscode.l10n.t('In your own words. Leave at least {0} minutes.', SHORTEST_PAUSE_MINUTES),
      ignoreFocusOut: true,
    });
  }
  return chosen === open ? undefined : chosen?.label;
}

/** Asks whether a break that was short ends already. */
export async function askToEndBreak(): Promise<boolean> {
  const stay = { label: vscode.l10n.t('Rest a little longer') };
  const goOn = { label: vscode.l10n.t('We can both listen again') };
  const chosen = await vscode.window.showQuickPick([stay, goOn], {
    title: vscode.l10n.t('A body needs about {0} minutes to calm down', SHORTEST_PAUSE_MINUTES),
    ignoreFocusOut: true,
  });
  return chosen === goOn;
}

function clock(time: Date): string {
  return new Intl.DateTimeFormat(vscode.env.language, { hour: 'numeric', minute: '2-digit' }).format(time);
}

function dayAndClock(time: Date): string {
  return new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(
    time,
  );
}

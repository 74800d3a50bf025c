import * as vscode from 'vscode';
import type { WritingNow } from '../core/conversation/resume';
import { otherSide } from '../core/conversation/turn';
import type { StepKind, Turn } from '../core/conversation/turn';
import type { Act, Shown } from './conversation-view';
import type { Rest } from './rest';
import { actionOf, asLabel, keyInWords, sentenceOf, shortOf } from './sentences';

/** A moment of a conversation. */
interface Moment {
  readonly writing: WritingNow;
  readonly turn: Turn;
  readonly kind: StepKind;
  readonly names: readonly [string, string];
  /** What the two agreed on, as they wrote it. */
  readonly agreed: readonly string[];
  readonly canSkip: boolean;
  readonly canSwap: boolean;
  readonly rest: Rest | undefined;
}

/** @returns what is shown of a moment */
export function showMoment({
  writing: { view, quiet },
  turn,
  kind,
  names,
  agreed,
  canSkip,
  canSwap,
  rest,
}: Moment): Shown {
  const line = view.startLine;
  if (rest) {
    return { lit: undefined, quiet, line, ...restWords(rest), agreed: [], canSwap: false, canSkip: false };
  }
  const other = asLabel(names[otherSide(turn.speaker)]);
  const acts: readonly Act[] = [
    { title: actionOf(turn, names), command: 'kintsugi.passTurn', tooltip: keyInWords() },
    ...(canSwap ? [act(swapTitle(turn, other), 'kintsugi.swapTurn')] : []),
    ...(canSkip ? [act(vscode.l10n.t('Leave this step out'), 'kintsugi.skipStep')] : []),
    act(vscode.l10n.t('Pause'), 'kintsugi.pauseConversation'),
  ];
  const lines = agreed.map(asLabel);
  return {
    lit: view,
    quiet,
    line,
    sentence: sentenceOf(turn, kind, names),
    short: shortOf(turn, kind, names),
    acts,
    agreed: lines,
    below: lines.length > 0 ? lines.join(' · ') : undefined,
    canSwap,
    canSkip,
  };
}

function restWords({ until }: Rest): Pick<Shown, 'sentence' | 'short' | 'acts' | 'below'> {
  return {
    sentence:
      until === undefined
        ? vscode.l10n.t('A break, for as long as you need.')
        : vscode.l10n.t('A break. You go on: {0}. Either of you may move it.', asLabel(until)),
    short: until === undefined ? vscode.l10n.t('A break') : vscode.l10n.t('A break, until {0}', asLabel(until)),
    acts: [
      act(vscode.l10n.t('Move the time'), 'kintsugi.pauseConversation'),
      { title: vscode.l10n.t('Go on'), command: 'kintsugi.passTurn', tooltip: keyInWords() },
    ],
    below: vscode.l10n.t(
      'Meanwhile: something kind for your body. No rehearsing of the arguments, and no messages about them.',
    ),
  };
}

function swapTitle({ phase }: Turn, other: string): string {
  return phase === 'answering' ? vscode.l10n.t('{0} apologises too', other) : vscode.l10n.t('{0} first', other);
}

function act(title: string, command: string): Act {
  return { title, command, tooltip: '' };
}

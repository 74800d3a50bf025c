import * as vscode from 'vscode';
import type { Section } from '../core/conversation/sections';
import { otherSide, swapped } from '../core/conversation/turn';
import type { StepKind, Turn } from '../core/conversation/turn';
import type { Act, Shown } from './conversation-view';
import type { Break } from './held-conversation';
import { actionOf, asLabel, keyInWords, sentenceOf } from './sentences';

/** A moment of a conversation. */
interface Moment {
  readonly inView: Section;
  readonly turn: Turn;
  readonly kind: StepKind;
  readonly names: readonly [string, string];
  /** What the two agreed on, as they wrote it. */
  readonly agreed: readonly string[];
  readonly canSkip: boolean;
  readonly rest: Break | undefined;
}

/** @returns what is shown of a moment */
export function showMoment({ inView, turn, kind, names, agreed, canSkip, rest }: Moment): Shown {
  const lit = { startLine: (inView.lead ?? inView).startLine, endLine: inView.endLine };
  const line = lit.startLine;
  if (rest) {
    return { lit: undefined, line, ...restWords(rest), canSwap: false, canSkip: false };
  }
  const canSwap = swapped(turn, kind) !== turn;
  const other = asLabel(names[otherSide(turn.speaker)]);
  const acts: readonly Act[] = [
    { title: actionOf(turn, names), command: 'kintsugi.passTurn', tooltip: keyInWords() },
    ...(canSwap ? [act(swapTitle(turn, other), 'kintsugi.swapTurn')] : []),
    ...(canSkip ? [act(vscode.l10n.t('Leave this step out'), 'kintsugi.skipStep')] : []),
    act(vscode.l10n.t('Pause'), 'kintsugi.pauseConversation'),
  ];
  const below = agreed.length > 0 ? [agreed.map(asLabel).join(' · ')] : [];
  return { lit, line, sentence: sentenceOf(turn, kind, names), acts, below, canSwap, canSkip };
}

function restWords({ until }: Break): Pick<Shown, 'sentence' | 'acts' | 'below'> {
  return {
    sentence:
      until === undefined
        ? vscode.l10n.t('A break, for as long as you need.')
        : vscode.l10n.t('A break. You go on: {0}. Either of you may move it.', asLabel(until)),
    acts: [
      act(vscode.l10n.t('Move the time'), 'kintsugi.pauseConversation'),
      { title: vscode.l10n.t('Go on'), command: 'kintsugi.passTurn', tooltip: keyInWords() },
    ],
    below: [
      vscode.l10n.t(
        'Meanwhile: something kind for your body. No rehearsing of the arguments, and no messages about them.',
      ),
    ],
  };
}

function swapTitle({ phase }: Turn, other: string): string {
  return phase === 'answering' ? vscode.l10n.t('{0} apologises too', other) : vscode.l10n.t('{0} first', other);
}

function act(title: string, command: string): Act {
  return { title, command, tooltip: '' };
}

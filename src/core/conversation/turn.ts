/** One of the two, by their place in `kintsugi.yaml`. */
export type Side = 0 | 1;

/**
 * How the two go through a step: in turns that are said back, by saying back what was said in the step before, by an
 * apology and its answer, or with no turns at all.
 */
export type StepKind = 'turns' | 'say-back' | 'apology' | 'together';

/**
 * What is happening: somebody speaks; the other says back what they heard; the one who spoke says whether it was right;
 * the other answers an apology, or does not.
 */
type Phase = 'speaking' | 'saying-back' | 'checking' | 'answering' | 'together';

/** Whose turn it is. */
export interface Turn {
  readonly speaker: Side;
  readonly phase: Phase;
  /** Who has spoken and was heard, in this step. */
  readonly heard: readonly Side[];
}

/** What leads from one phase to the next. */
export type TurnEvent = 'go-on' | 'right' | 'not-quite' | 'let-be';

/** @returns the partner who is not this one */
export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** @returns the turn that a step begins with */
export function firstTurn(kind: StepKind, speaker: Side, heard: readonly Side[] = []): Turn {
  const phase = kind === 'together' ? 'together' : kind === 'say-back' ? 'saying-back' : 'speaking';
  return { speaker, phase, heard };
}

/**
 * Goes on by one. `go-on` is the one key: said, said back, answered. Nothing passes to the other before the one who
 * spoke has said that it was right; where it was not quite, they say it again. `let-be` leaves that question open.
 * @returns the next turn, or `step-done`; the same turn for what does not fit it
 */
export function nextTurn(turn: Turn, kind: StepKind, event: TurnEvent): Turn | 'step-done' {
  switch (turn.phase) {
    case 'together':
      return event === 'go-on' ? 'step-done' : turn;
    case 'speaking':
      return event === 'go-on' ? { ...turn, phase: kind === 'apology' ? 'answering' : 'saying-back' } : turn;
    case 'saying-back':
      return event === 'go-on' ? { ...turn, phase: 'checking' } : turn;
    case 'answering':
      return event === 'go-on' ? 'step-done' : turn;
    case 'checking':
      return checked(turn, kind, event);
  }
}

function checked(turn: Turn, kind: StepKind, event: TurnEvent): Turn | 'step-done' {
  switch (event) {
    case 'right': {
      const other = otherSide(turn.speaker);
      return turn.heard.includes(other) ? 'step-done' : firstTurn(kind, other, [...turn.heard, turn.speaker]);
    }
    case 'not-quite':
      return { ...turn, phase: 'speaking' };
    case 'let-be':
      return { ...turn, phase: 'saying-back' };
    case 'go-on':
      return turn;
  }
}

/**
 * The same step with the other one speaking: before anybody was heard in it, or for an apology of their own.
 * @returns the same turn where the other one cannot begin now
 */
export function swapped(turn: Turn, kind: StepKind): Turn {
  const isOpen =
    turn.heard.length === 0 &&
    (turn.phase === 'speaking' || turn.phase === 'answering' || (turn.phase === 'saying-back' && kind === 'say-back'));
  return isOpen ? firstTurn(kind, otherSide(turn.speaker)) : turn;
}

import { layOut } from './automaton';
import type { States } from './automaton';
import { reversed } from './pattern-syntax';
import type { Shape, TokenTest } from './pattern-syntax';
import type { TokenKind, Vocabulary } from './vocabulary';

/** A set of states that the matcher can be in at once, with the way on from it as far as it has been walked. */
interface Stand {
  readonly states: readonly number[];
  readonly complete: readonly number[];
  readonly next: Map<TokenKind, Stand>;
}

/** So many sets of states are remembered; then remembering begins anew. Ordinary notes need a few hundred. */
const MOST_STANDS = 8_000;

/**
 * Looks for all patterns at once. Each token costs one step, whatever the patterns and whatever came before: the sets
 * of states that can be reached are made when they are first needed, and remembered.
 */
export class Matcher {
  /** How many tokens were looked at so far, which is what the time goes with. */
  steps = 0;
  private readonly all: States;
  private readonly begins = new Map<TokenKind, readonly number[]>();
  private readonly backwards = new Map<number, States>();
  private stands = new Map<string, Stand>();
  private first: Stand;

  constructor(
    private readonly patterns: readonly Shape[],
    private readonly vocabulary: Vocabulary,
    private readonly fillers: TokenTest,
  ) {
    this.all = layOut(patterns, vocabulary, fillers);
    this.first = this.standFor([]);
  }

  /**
   * Walks through the tokens of a sentence.
   * @param found is called with a pattern's index and the index of the token at which the pattern is complete
   */
  walk(kinds: readonly TokenKind[], found: (pattern: number, last: number) => void): void {
    if (this.stands.size > MOST_STANDS) {
      this.stands = new Map();
      this.first = this.standFor([]);
    }
    this.steps += kinds.length;
    let stand = this.first;
    for (let at = 0; at < kinds.length; at += 1) {
      stand = this.step(stand, kinds[at] ?? 0);
      for (const pattern of stand.complete) {
        found(pattern, at);
      }
    }
  }

  /**
   * Where the shortest match of a pattern begins that is complete at a token.
   * @param last the index of that token
   */
  startOf(pattern: number, kinds: readonly TokenKind[], last: number): number {
    const states = this.backwardsFor(pattern);
    let current: readonly number[] = [0];
    for (let at = last; at >= 0; at -= 1) {
      this.steps += 1;
      current = this.moved(states, current, kinds[at] ?? 0);
      if (current.some((state) => (states.complete[state]?.length ?? 0) > 0)) {
        return at;
      }
    }
    return 0;
  }

  private backwardsFor(pattern: number): States {
    const known = this.backwards.get(pattern);
    if (known) {
      return known;
    }
    const shape = this.patterns[pattern];
    const states = layOut(shape ? [reversed(shape)] : [], this.vocabulary, this.fillers);
    this.backwards.set(pattern, states);
    return states;
  }

  private step(stand: Stand, kind: TokenKind): Stand {
    const known = stand.next.get(kind);
    if (known) {
      return known;
    }
    const states = new Set(this.moved(this.all, stand.states, kind));
    this.beginsWith(kind).forEach((state) => states.add(state));
    const next = this.standFor([...states].sort((one, other) => one - other));
    stand.next.set(kind, next);
    return next;
  }

  /** Where a pattern may stand after its first token. */
  private beginsWith(kind: TokenKind): readonly number[] {
    const known = this.begins.get(kind);
    if (known) {
      return known;
    }
    const begins = this.moved(this.all, [0], kind);
    this.begins.set(kind, begins);
    return begins;
  }

  private moved(states: States, from: readonly number[], kind: TokenKind): readonly number[] {
    const to = new Set<number>();
    for (const state of from) {
      for (const edge of states.edges[state] ?? []) {
        if (this.vocabulary.passes(kind, edge.test)) {
          to.add(edge.to);
        }
      }
    }
    return [...to];
  }

  private standFor(states: readonly number[]): Stand {
    const key = states.join(',');
    const known = this.stands.get(key);
    if (known) {
      return known;
    }
    const complete = [...new Set(states.flatMap((state) => this.all.complete[state] ?? []))];
    const stand: Stand = { states, complete, next: new Map() };
    this.stands.set(key, stand);
    return stand;
  }
}

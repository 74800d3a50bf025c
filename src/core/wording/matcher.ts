import { allAtOnce } from '../long-work';
import type { LongWork } from '../long-work';
import { layOut } from './automaton';
import { reversed } from './pattern-syntax';
import type { Shape, TokenTest } from './pattern-syntax';
import type { TokenKind, Vocabulary } from './vocabulary';
import { Walk } from './walk';

/** A set of states that the matcher can be in at once, with the way on from it as far as it has been walked. */
interface Stand {
  readonly states: Uint32Array;
  readonly complete: readonly number[];
  readonly next: Map<TokenKind, Stand>;
}

/** So many sets of states are remembered; then remembering begins anew. Ordinary notes need a few thousand. */
const MOST_STANDS = 20_000;

/**
 * Looks for all patterns at once. Each token costs one step, whatever the patterns and whatever came before: the sets
 * of states that can be reached are made when they are first needed, and remembered.
 */
export class Matcher {
  /** How many tokens were looked at so far, which is what the time goes with. */
  steps = 0;
  private readonly backwards = new Map<number, Walk>();
  private stands = new Map<string, Stand>();
  private first: Stand;

  private constructor(
    private readonly all: Walk,
    private readonly patterns: readonly Shape[],
    private readonly vocabulary: Vocabulary,
    private readonly fillers: TokenTest,
  ) {
    this.first = this.standFor([]);
  }

  /** Makes one for these patterns. */
  static *of(patterns: readonly Shape[], vocabulary: Vocabulary, fillers: TokenTest): LongWork<Matcher> {
    const states = yield* layOut(patterns, vocabulary, fillers);
    return new Matcher(new Walk(states, vocabulary), patterns, vocabulary, fillers);
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
    const walk = this.backwardsFor(pattern);
    let current: readonly number[] = [0];
    for (let at = last; at >= 0; at -= 1) {
      this.steps += 1;
      current = walk.move(current, kinds[at] ?? 0);
      if (current.some((state) => walk.isComplete(state))) {
        return at;
      }
    }
    return 0;
  }

  private backwardsFor(pattern: number): Walk {
    const known = this.backwards.get(pattern);
    if (known) {
      return known;
    }
    const shape = this.patterns[pattern];
    const states = allAtOnce(layOut(shape ? [reversed(shape)] : [], this.vocabulary, this.fillers));
    const walk = new Walk(states, this.vocabulary);
    this.backwards.set(pattern, walk);
    return walk;
  }

  private step(stand: Stand, kind: TokenKind): Stand {
    const known = stand.next.get(kind);
    if (known) {
      return known;
    }
    const next = this.standFor(this.all.move(stand.states, kind));
    stand.next.set(kind, next);
    return next;
  }

  private standFor(states: readonly number[]): Stand {
    // A pattern may begin at any token: the start is always among the states.
    const sorted = Uint32Array.of(0, ...states).sort();
    let key = '';
    for (const state of sorted) {
      key += String.fromCharCode(state >> 15, state & 0x7fff);
    }
    const known = this.stands.get(key);
    if (known) {
      return known;
    }
    const complete = new Set<number>();
    for (const state of states) {
      this.all.completeIn(state).forEach((pattern) => complete.add(pattern));
    }
    const stand: Stand = { states: sorted, complete: [...complete], next: new Map() };
    this.stands.set(key, stand);
    return stand;
  }
}

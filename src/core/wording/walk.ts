import type { States } from './automaton';
import type { TokenKind, Vocabulary } from './vocabulary';

/** A state with more ways on has them sorted by what they ask for. */
const MANY_EDGES = 12;

/** The ways on from a state that has many. */
interface Crossing {
  readonly byTest: ReadonlyMap<number, readonly number[]>;
  /** Tests that a token passes by not being one of some words. */
  readonly excepting: readonly number[];
  readonly known: Map<TokenKind, readonly number[]>;
}

/** Steps from state to state, for each token. */
export class Walk {
  private readonly crossings = new Map<number, Crossing>();
  private readonly seen: Int32Array;
  private turn = 0;

  constructor(
    private readonly states: States,
    private readonly vocabulary: Vocabulary,
  ) {
    this.seen = new Int32Array(states.edges.length);
  }

  /** @returns the states, each once, that a token leads to */
  move(from: Iterable<number>, kind: TokenKind): number[] {
    const to: number[] = [];
    this.turn += 1;
    for (const state of from) {
      const edges = this.states.edges[state] ?? [];
      if (edges.length > MANY_EDGES) {
        this.cross(state, kind).forEach((target) => {
          this.reach(target, to);
        });
      } else {
        for (const edge of edges) {
          if (this.vocabulary.passes(kind, edge.test)) {
            this.reach(edge.to, to);
          }
        }
      }
    }
    return to;
  }

  isComplete(state: number): boolean {
    return this.completeIn(state).length > 0;
  }

  completeIn(state: number): readonly number[] {
    return this.states.complete[state] ?? [];
  }

  private reach(target: number, to: number[]): void {
    if (this.seen[target] !== this.turn) {
      this.seen[target] = this.turn;
      to.push(target);
    }
  }

  private cross(state: number, kind: TokenKind): readonly number[] {
    const crossing = this.crossings.get(state) ?? this.sorted(state);
    this.crossings.set(state, crossing);
    const known = crossing.known.get(kind);
    if (known) {
      return known;
    }
    const passed = [...this.vocabulary.testsOf(kind), ...crossing.excepting].filter((test) =>
      this.vocabulary.passes(kind, test),
    );
    const targets = passed.flatMap((test) => crossing.byTest.get(test) ?? []);
    crossing.known.set(kind, targets);
    return targets;
  }

  private sorted(state: number): Crossing {
    const byTest = new Map<number, number[]>();
    for (const { test, to } of this.states.edges[state] ?? []) {
      const targets = byTest.get(test);
      if (targets) {
        targets.push(to);
      } else {
        byTest.set(test, [to]);
      }
    }
    const excepting = [...byTest.keys()].filter((test) => this.vocabulary.isExcepting(test));
    return { byTest, excepting, known: new Map() };
  }
}

import type { Shape, TokenTest } from './pattern-syntax';
import type { Vocabulary } from './vocabulary';

interface Edge {
  readonly test: number;
  readonly to: number;
}

/** A pattern, or many, as states with edges that a token may take. State 0 is the start. */
export interface States {
  readonly edges: readonly (readonly Edge[])[];
  /** Which patterns are complete in a state. */
  readonly complete: readonly (readonly number[])[];
}

interface Draft {
  readonly edges: Edge[][];
  readonly free: number[][];
}

/**
 * Lays patterns out as one set of states, without steps that take no token.
 *
 * @param patterns what is complete at the end of each is its index
 * @param fillers the test for words that may stand between any two tokens of a pattern; `undefined` for none
 */
export function layOut(patterns: readonly Shape[], vocabulary: Vocabulary, fillers: TokenTest | undefined): States {
  const draft: Draft = { edges: [[]], free: [[]] };
  const complete: number[][] = [];
  const filler = fillers && vocabulary.testFor(fillers);
  patterns.forEach((pattern, index) => {
    const first = addState(draft);
    draft.free[0]?.push(first);
    const before = draft.edges.length;
    const end = add(draft, first, pattern, vocabulary);
    if (filler !== undefined) {
      for (let state = before; state < draft.edges.length; state += 1) {
        if (state !== end) {
          draft.edges[state]?.push({ test: filler, to: state });
        }
      }
    }
    complete[end] = [...(complete[end] ?? []), index];
  });
  return withoutFreeSteps(draft, complete);
}

function addState(draft: Draft): number {
  draft.edges.push([]);
  draft.free.push([]);
  return draft.edges.length - 1;
}

/** @returns the state in which the shape is complete. */
function add(draft: Draft, from: number, shape: Shape, vocabulary: Vocabulary): number {
  switch (shape.kind) {
    case 'token': {
      const to = addState(draft);
      draft.edges[from]?.push({ test: vocabulary.testFor(shape.test), to });
      return to;
    }
    case 'sequence':
      return shape.parts.reduce((state, part) => add(draft, state, part, vocabulary), from);
    case 'choice': {
      const ends = shape.parts.map((part) => add(draft, from, part, vocabulary));
      const to = addState(draft);
      ends.forEach((end) => draft.free[end]?.push(to));
      return to;
    }
    case 'repeat':
      return addRepeat(draft, from, shape, vocabulary);
  }
}

function addRepeat(draft: Draft, from: number, shape: Shape & { kind: 'repeat' }, vocabulary: Vocabulary): number {
  const to = addState(draft);
  if (shape.most === Infinity) {
    const turn = addState(draft);
    draft.free[from]?.push(turn);
    const end = add(draft, turn, shape.part, vocabulary);
    draft.free[end]?.push(turn);
    draft.free[turn]?.push(to);
    return to;
  }
  let state = from;
  for (let count = 0; count < shape.most; count += 1) {
    if (count >= shape.least) {
      draft.free[state]?.push(to);
    }
    state = add(draft, state, shape.part, vocabulary);
  }
  draft.free[state]?.push(to);
  return to;
}

function withoutFreeSteps(draft: Draft, complete: readonly (readonly number[] | undefined)[]): States {
  const reach = draft.free.map((_, state) => reachable(draft.free, state));
  return {
    edges: reach.map((states) => uniqueEdges(states.flatMap((state) => draft.edges[state] ?? []))),
    complete: reach.map((states) => states.flatMap((state) => complete[state] ?? [])),
  };
}

function reachable(free: readonly (readonly number[])[], start: number): readonly number[] {
  const seen = new Set([start]);
  for (const state of seen) {
    free[state]?.forEach((next) => seen.add(next));
  }
  return [...seen];
}

function uniqueEdges(edges: readonly Edge[]): readonly Edge[] {
  const seen = new Map<number, Set<number>>();
  return edges.filter(({ test, to }) => {
    const targets = seen.get(test) ?? new Set();
    seen.set(test, targets);
    const isNew = !targets.has(to);
    targets.add(to);
    return isNew;
  });
}

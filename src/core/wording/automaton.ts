import type { LongWork } from '../long-work';
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
  /** Where the beginnings of other patterns go on from a state, by the test of the token. */
  readonly shared: Map<number, number>[];
}

/**
 * Lays patterns out as one set of states, without steps that take no token. Patterns that begin alike share the states
 * of their beginnings.
 *
 * @param patterns what is complete at the end of each is its index
 * @param fillers the test for words that may stand between any two tokens of a pattern
 */
export function* layOut(patterns: readonly Shape[], vocabulary: Vocabulary, fillers: TokenTest): LongWork<States> {
  const draft: Draft = { edges: [[]], free: [[]], shared: [new Map<number, number>()] };
  const complete: number[][] = [];
  const filler = vocabulary.testFor(fillers);
  for (const [index, pattern] of patterns.entries()) {
    const { state: start, rest } = shareBeginning(draft, pattern, vocabulary, filler);
    const before = draft.edges.length;
    const end = rest.reduce((state, part) => add(draft, state, part, vocabulary), start);
    for (let state = before; state < draft.edges.length; state += 1) {
      if (state !== end) {
        draft.edges[state]?.push({ test: filler, to: state });
      }
    }
    complete[end] = [...(complete[end] ?? []), index];
    yield;
  }
  return yield* withoutFreeSteps(draft, complete);
}

/** Walks along, or lays, the states for the tokens that a pattern begins with; its last part is never shared. */
function shareBeginning(
  draft: Draft,
  pattern: Shape,
  vocabulary: Vocabulary,
  filler: number,
): { readonly state: number; readonly rest: readonly Shape[] } {
  const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
  let state = 0;
  let taken = 0;
  for (const part of parts.slice(0, -1)) {
    if (part.kind !== 'token') {
      break;
    }
    state = sharedAfter(draft, state, vocabulary.testFor(part.test), filler);
    taken += 1;
  }
  return { state, rest: parts.slice(taken) };
}

function sharedAfter(draft: Draft, state: number, test: number, filler: number): number {
  const known = draft.shared[state]?.get(test);
  if (known !== undefined) {
    return known;
  }
  const to = addState(draft);
  draft.edges[state]?.push({ test, to });
  draft.edges[to]?.push({ test: filler, to });
  draft.shared[state]?.set(test, to);
  return to;
}

function addState(draft: Draft): number {
  draft.edges.push([]);
  draft.free.push([]);
  draft.shared.push(new Map());
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

function* withoutFreeSteps(draft: Draft, complete: readonly (readonly number[] | undefined)[]): LongWork<States> {
  const edges: (readonly Edge[])[] = [];
  const completeIn: (readonly number[])[] = [];
  for (const [state, own] of draft.edges.entries()) {
    const reach = draft.free[state]?.length === 0 ? undefined : reachable(draft.free, state);
    edges.push(uniqueEdges(reach?.flatMap((reached) => draft.edges[reached] ?? []) ?? own));
    completeIn.push(reach?.flatMap((reached) => complete[reached] ?? []) ?? complete[state] ?? []);
    yield;
  }
  return { edges, complete: completeIn };
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

import type { Step } from './walk';

/** What a key means on the picture. */
export type Act =
  | { readonly walk: Step }
  | { readonly zoom: 'closer' | 'further' | 'all' }
  | { readonly pan: 'earlier' | 'later' }
  | 'open'
  | 'table'
  | 'back';

const ACTS: Readonly<Record<string, Act>> = {
  ArrowLeft: { walk: 'before' },
  ArrowRight: { walk: 'after' },
  ArrowUp: { walk: 'above' },
  ArrowDown: { walk: 'below' },
  Home: { walk: 'first' },
  End: { walk: 'last' },
  PageUp: { pan: 'earlier' },
  PageDown: { pan: 'later' },
  '+': { zoom: 'closer' },
  '=': { zoom: 'closer' },
  '-': { zoom: 'further' },
  _: { zoom: 'further' },
  '−': { zoom: 'further' },
  '0': { zoom: 'all' },
  Enter: 'open',
  ' ': 'open',
  t: 'table',
  T: 'table',
  Escape: 'back',
};

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** @returns what a key means, or `undefined` for a key that is not ours, as all are with Ctrl, Alt or Meta. */
export function actOf(event: PressedKey): Act | undefined {
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  return isPlain && Object.hasOwn(ACTS, event.key) ? ACTS[event.key] : undefined;
}

import type { SyncParts, SyncStep } from './parts';
import { SyncTrouble } from './trouble';

/**
 * Begins a step of a sync.
 * @throws SyncTrouble where the person has cancelled; whatever was done so far stays, and is a valid repository
 */
export function beginStep({ isCancelled, onStep }: SyncParts, step: SyncStep): void {
  if (isCancelled()) {
    throw new SyncTrouble('cancelled');
  }
  onStep(step);
}

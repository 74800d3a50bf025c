import * as vscode from 'vscode';
import { conflictLine } from '../core/conflict';
import { findTwoVersions } from '../core/two-versions';
import type { Keeping, TwoVersions } from '../core/two-versions';

const CHOICES: readonly Keeping[] = ['first', 'second', 'both'];
/** A name that would not fit above a line, or that an editor could take for an icon, is left out. */
const NAME = /^[^$]{1,40}$/u;

/** @returns the places where somebody can choose; none in a text that git could not join */
export function placesIn(text: string): readonly TwoVersions[] {
  return conflictLine(text) === -1 ? findTwoVersions(text) : [];
}

/** One thing that can be chosen at such a place. */
interface Choice {
  readonly keeping: Keeping;
  readonly title: string;
}

/** @returns what can be chosen at a place, in the names that stand there */
export function choicesAt({ names }: TwoVersions): readonly Choice[] {
  const [first, second] = names;
  const isTold = first !== second;
  return CHOICES.map((keeping) => {
    switch (keeping) {
      case 'first':
        return { keeping, title: isTold && NAME.test(first) ? keepNamed(first) : vscode.l10n.t('Keep the first') };
      case 'second':
        return { keeping, title: isTold && NAME.test(second) ? keepNamed(second) : vscode.l10n.t('Keep the second') };
      case 'both':
        return { keeping, title: vscode.l10n.t('Keep both') };
    }
  });
}

function keepNamed(name: string): string {
  return vscode.l10n.t('Keep {0}’s', name);
}

/** Whether a value is one of the choices. */
export function isKeeping(value: unknown): value is Keeping {
  return CHOICES.some((choice) => choice === value);
}

import * as vscode from 'vscode';
import { conflictLine } from '../core/conflict';
import { findTwoVersions } from '../core/two-versions';
import type { Keeping, TwoVersions } from '../core/two-versions';
import type { Product } from '../product';

const CHOICES: readonly Keeping[] = ['first', 'second', 'both'];
/** A name that would not fit above a line, or that an editor could take for an icon, is left out. */
const NAME = /^[^$]{1,40}$/u;

/** Offers the choice above each place where a merge kept two texts. */
export function registerTwoVersionsLenses(product: Product): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => lensesOf(product, document),
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ pattern: '**/*.md' }, provider),
    // A note may be open before its folder is found.
    product.folders.onDidChangeActive(() => {
      changed.fire();
    }),
  );
}

function lensesOf(product: Product, document: vscode.TextDocument): vscode.CodeLens[] {
  const isNote = product.folders.active?.noteAt(document.uri) !== undefined;
  return placesIn(isNote ? document.getText() : '').flatMap((place) => {
    const range = new vscode.Range(place.startLine, 0, place.startLine, 0);
    return choicesAt(place).map(({ keeping, title }) => {
      const parameters = [document.uri, place.startLine, keeping];
      return new vscode.CodeLens(range, { command: 'kintsugi.keepVersion', title, arguments: parameters });
    });
  });
}

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

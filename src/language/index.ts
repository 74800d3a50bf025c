/** Everything that helps in a note itself. It is loaded when a notes folder is found, never at activation. */
import * as vscode from 'vscode';
import type { Product } from '../product';
import { registerFrontMatterActions } from './front-matter-actions';
import { registerFrontMatterCompletions } from './front-matter-completions';
import { ApologyLens } from './hints/apology-lens';
import { registerHintActions } from './hints/hint-actions';
import { Hints } from './hints/hints';
import { registerNoteHovers } from './note-hovers';
import { registerProblems } from './problems';
import { registerTwoVersionsLenses } from './two-versions-lenses';
import { registerWordCompletions } from './word-completions';

/** What helps in a note, with the parts that commands work with. */
export class Language implements vscode.Disposable {
  readonly hints = new Hints();
  readonly apologyLens = new ApologyLens();
  private readonly subscriptions: vscode.Disposable;

  /** Begins at once. */
  constructor(product: Product) {
    this.subscriptions = vscode.Disposable.from(
      registerProblems(product),
      registerTwoVersionsLenses(product),
      registerFrontMatterActions(product),
      registerFrontMatterCompletions(product),
      registerWordCompletions(product),
      registerNoteHovers(product),
      registerHintActions(this.hints),
      this.hints.start(product),
      this.apologyLens.start(),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

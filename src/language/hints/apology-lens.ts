import * as vscode from 'vscode';
import { shifted, touches } from '../../core/hints/text-ranges';
import type { TextRange } from '../../core/hints/text-ranges';
import type { ApologyPart } from '../../core/wording';
import { PlainError } from '../../plain-error';
import type { Product } from '../../product';
import { NOTES } from '../note-of';
import { findUnnamedParts } from './find-in-note';
import type { UnnamedParts } from './find-in-note';
import { ownNoteOf } from './own-note';
import { changesOf } from './written-notes';

/** What was told about one note. It does not follow what is written next, or somebody would write for its sake. */
interface Told {
  readonly document: vscode.TextDocument;
  readonly apologies: readonly UnnamedParts[];
}

/** Names, above an apology, what it does not name yet; only for whoever asks, and only until they go on elsewhere. */
export class ApologyLens implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private told: Told | undefined;
  private isDisposed = false;

  /** Shows what was asked for. */
  start(): vscode.Disposable {
    const provider: vscode.CodeLensProvider = {
      onDidChangeCodeLenses: this.changed.event,
      provideCodeLenses: (document) => this.lensesOf(document),
    };
    return vscode.Disposable.from(
      this,
      vscode.languages.registerCodeLensProvider(NOTES, provider),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.follow(document, contentChanges);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.told?.document === document) {
          this.tell(undefined);
        }
      }),
    );
  }

  /**
   * Tells it about the note in front, or takes away what was told.
   * @throws PlainError where there is no apology of the person who is here
   */
  async ask(product: Product): Promise<void> {
    await product.folders.whenFound();
    const document = vscode.window.activeTextEditor?.document;
    if (document && this.told?.document === document) {
      this.tell(undefined);
      return;
    }
    const open = document && ownNoteOf(product, document);
    if (!open) {
      throw noApology();
    }
    const { version } = document;
    const wording = await product.guides.wording(open.ready.couple.language);
    const apologies = await findUnnamedParts(document.getText(), wording);
    if (apologies.length === 0) {
      throw noApology();
    }
    if (document.version === version && !this.isDisposed) {
      this.tell({ document, apologies });
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.told = undefined;
    this.changed.dispose();
  }

  private lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
    const apologies = this.told?.document === document ? this.told.apologies : [];
    return apologies.map(({ start, parts }) => {
      const { line } = document.positionAt(start);
      const title =
        parts.length === 0
          ? vscode.l10n.t('Nothing to name here')
          : vscode.l10n.t('Not named yet: {0}', parts.map(partInWords).join('; '));
      const range = new vscode.Range(line, 0, line, 0);
      return new vscode.CodeLens(range, { command: 'kintsugi.whatApologyLacks', title });
    });
  }

  private follow(document: vscode.TextDocument, events: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (this.told?.document !== document || events.length === 0) {
      return;
    }
    const changes = changesOf(events);
    const isElsewhere = changes.some(
      ({ offset, removed }) =>
        !this.told?.apologies.some((one) => touches(one, { start: offset, end: offset + removed })),
    );
    const apologies = this.told.apologies.flatMap((apology) => {
      const range = changes.reduce<TextRange | undefined>(
        (before, change) => before && shifted(before, change),
        apology,
      );
      return range ? [{ ...range, parts: apology.parts }] : [];
    });
    if (isElsewhere || apologies.length === 0) {
      this.tell(undefined);
    } else {
      this.told = { document, apologies };
    }
  }

  private tell(told: Told | undefined): void {
    this.told = told;
    this.changed.fire();
  }
}

function partInWords(part: ApologyPart): string {
  switch (part) {
    case 'act':
      return vscode.l10n.t('what you did');
    case 'impact':
      return vscode.l10n.t('how it hurt');
    case 'responsibility':
      return vscode.l10n.t('that it was your choice');
    case 'repair':
      return vscode.l10n.t('what you will do, and by which day');
  }
}

function noApology(): PlainError {
  return new PlainError(vscode.l10n.t('Open a note of your own that has a place for an apology first.'));
}

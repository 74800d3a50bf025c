import * as vscode from 'vscode';
import { chooseHints } from '../../core/hints/choose-hints';
import type { Hint } from '../../core/hints/choose-hints';
import { shifted, touches } from '../../core/hints/text-ranges';
import type { TextChange, TextRange } from '../../core/hints/text-ranges';
import type { WordsForFamily } from '../../core/wording';
import type { Product } from '../../product';
import { codeOf } from '../../plain-error';
import { findInNote } from './find-in-note';
import { hoverOf } from './hint-hover';
import { hintableNoteOf } from './own-note';
import { SilencedPatterns } from './silenced-patterns';
import { changesOf, WrittenNotes } from './written-notes';

/** How long nobody types before a hint may show. */
const PAUSE_IN_MILLISECONDS = 1000;

/** The hint that is shown now. */
export interface ShownHint {
  readonly editor: vscode.TextEditor;
  /** Where it is underlined. */
  readonly place: TextRange;
  readonly hint: Hint;
  readonly words: WordsForFamily;
}

/** Shows one quiet hint at a time, on what its writer has just written, and takes it away when they move on. */
export class Hints implements vscode.Disposable {
  private readonly notes = new WrittenNotes();
  private readonly underline = vscode.window.createTextEditorDecorationType({
    borderColor: new vscode.ThemeColor('kintsugi.hint'),
    borderStyle: 'dotted',
    borderWidth: '0 0 2px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private current: ShownHint | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  /** The hint that is shown now, if there is one. */
  get shown(): ShownHint | undefined {
    return this.current;
  }

  /** Watches what is typed. */
  start(product: Product): vscode.Disposable {
    return vscode.Disposable.from(
      this,
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.follow(product, change);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.notes.forget(document);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.current?.editor === textEditor && !isAt(textEditor, this.current.hint.paragraph)) {
          this.hide();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.stop();
      }),
      product.identity.onDidChange(() => {
        this.forgetAll();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('kintsugi.hints') && !isEnabled()) {
          this.forgetAll();
        }
      }),
    );
  }

  /** Takes the hint away, and shows none in its paragraph for as long as the note is open. */
  notHere(): void {
    if (this.current) {
      this.notes.silence(this.current.editor.document, this.current.place);
      this.hide();
    }
  }

  /** Takes the hint away, and shows none of its kind to this person again. */
  async notAgain(product: Product): Promise<void> {
    const { current } = this;
    const open = current && hintableNoteOf(product, current.editor.document);
    if (open) {
      this.hide();
      const silenced = new SilencedPatterns(product.context.globalState);
      await silenced.add(open.folder, open.perspective, current.hint.finding.pattern);
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.forgetAll();
    this.underline.dispose();
  }

  private follow(product: Product, { document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !isEnabled() || !hintableNoteOf(product, document)) {
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const isHere = editor?.document === document;
    // What is read again from the disk leaves a document clean; it may be what a sync brought.
    const isTyped = isHere && document.isDirty && reason === undefined;
    const changes = changesOf(contentChanges);
    this.notes.follow(document, changes, isTyped);
    if (this.current?.editor.document === document) {
      this.moveHint(changes);
    }
    if (isHere) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.look(product, editor).catch((error: unknown) => {
          product.log.error(`Looking for hints failed: ${codeOf(error)}`);
        });
      }, PAUSE_IN_MILLISECONDS);
    }
  }

  /** A hint goes with its words; where they change, it is gone. */
  private moveHint(changes: readonly TextChange[]): void {
    if (!this.current) {
      return;
    }
    let { place } = this.current;
    let paragraph: TextRange | undefined = this.current.hint.paragraph;
    for (const change of changes) {
      const end = change.offset + change.removed;
      if (touches(place, { start: change.offset, end }) && change.offset !== place.end) {
        this.hide();
        return;
      }
      place = shifted(place, change) ?? place;
      paragraph = shifted(paragraph, change) ?? paragraph;
    }
    this.current = { ...this.current, place, hint: { ...this.current.hint, paragraph } };
  }

  private async look(product: Product, editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const open = hintableNoteOf(product, document);
    const isWanted = (): boolean =>
      !this.isDisposed &&
      isEnabled() &&
      document.version === version &&
      vscode.window.activeTextEditor === editor &&
      hintableNoteOf(product, document) !== undefined;
    if (!open || !isWanted()) {
      return;
    }
    const wording = await product.guides.wording(open.ready.couple.language);
    const text = document.getText();
    const findings = isWanted() ? await findInNote(text, wording) : [];
    if (!isWanted()) {
      return;
    }
    const { written, silenced } = this.notes.of(document);
    const silencedPatterns = new SilencedPatterns(product.context.globalState).of(open.folder, open.perspective);
    const hints = chooseHints({ text, findings, written, silencedPlaces: silenced, silencedPatterns });
    const hint = hints.find(({ paragraph }) => isAt(editor, paragraph));
    this.hide();
    if (hint) {
      this.show({ editor, place: hint.finding, hint, words: wording.wordsFor(hint.finding) });
    }
  }

  private show(shown: ShownHint): void {
    this.current = shown;
    const { editor, place, words } = shown;
    const range = rangeOf(editor.document, place);
    editor.setDecorations(this.underline, [{ range, hoverMessage: hoverOf(words) }]);
  }

  private hide(): void {
    this.current?.editor.setDecorations(this.underline, []);
    this.current = undefined;
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.hide();
  }

  private forgetAll(): void {
    this.stop();
    this.notes.clear();
  }
}

/** @returns the part of a document between two offsets */
export function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration('kintsugi').get<boolean>('hints.enabled') === true;
}

/** Whether somebody is still at a paragraph: in it, or on the line that comes next. */
function isAt({ document, selection }: vscode.TextEditor, paragraph: TextRange): boolean {
  const { start, end } = rangeOf(document, paragraph);
  return selection.active.line >= start.line && selection.active.line <= end.line + 1;
}

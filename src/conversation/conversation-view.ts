import * as vscode from 'vscode';
import type { LineSpan } from '../core/conversation/sections';
import { setContext } from '../workspace/context-key';
import type { ContextKey } from '../workspace/context-key';

/** One thing that can be done at the current step. */
export interface Act {
  readonly title: string;
  readonly command: string;
  readonly tooltip: string;
}

/** What is shown of a conversation at one moment. */
export interface Shown {
  /** The section in view; the others are quiet. Without one, the whole note is quiet. */
  readonly lit: LineSpan | undefined;
  /** What is quiet in it nevertheless. */
  readonly quiet: readonly LineSpan[];
  /** The line above which the words stand. */
  readonly line: number;
  readonly sentence: string;
  /** The same in fewer words, for a narrow place. */
  readonly short: string;
  readonly acts: readonly Act[];
  /** What the two agreed on, as they wrote it. */
  readonly agreed: readonly string[];
  /** What stands in a line of its own. */
  readonly below: string | undefined;
  readonly canSwap: boolean;
  readonly canSkip: boolean;
}

const KEYS = ['kintsugi.isConversationHeld', 'kintsugi.canSwapTurn', 'kintsugi.canSkipStep'] as const;
const REDRAWING_MILLISECONDS = 120;

/** Shows whose turn it is above the current step and in the status bar, and keeps the rest of the note quiet. */
export class ConversationView implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly quiet = vscode.window.createTextEditorDecorationType({ opacity: '0.4' });
  private readonly item = vscode.window.createStatusBarItem(
    'kintsugi.conversation',
    vscode.StatusBarAlignment.Left,
    100,
  );
  private readonly subscriptions: vscode.Disposable[];
  private readonly known = new Map<ContextKey, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param uri the note
   * @param look tells what is to be shown of the document as it is now; nothing where it is not to be read
   */
  constructor(
    private readonly uri: vscode.Uri,
    private readonly look: (document: vscode.TextDocument) => Shown | undefined,
  ) {
    this.item.name = vscode.l10n.t('Conversation');
    this.item.command = 'kintsugi.passTurn';
    const provider: vscode.CodeLensProvider = {
      onDidChangeCodeLenses: this.changed.event,
      provideCodeLenses: (document) => (this.isNote(document) ? lensesOf(this.look(document)) : []),
    };
    this.subscriptions = [
      this.changed,
      this.quiet,
      this.item,
      vscode.languages.registerCodeLensProvider({ pattern: '**/*.md' }, provider),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.draw();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.draw();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.isNote(document)) {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => {
            this.draw();
          }, REDRAWING_MILLISECONDS);
        }
      }),
    ];
  }

  /** Shows everything anew. */
  update(): void {
    this.changed.fire();
    this.draw();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const key of KEYS) {
      this.tell(key, false);
    }
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private draw(): void {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => this.isNote(document));
    const [first] = editors;
    const shown = first && this.look(first.document);
    for (const editor of editors) {
      editor.setDecorations(this.quiet, shown ? quietRanges(editor.document, shown) : []);
    }
    const inFront = vscode.window.activeTextEditor?.document;
    const isInFront = shown !== undefined && inFront !== undefined && this.isNote(inFront);
    this.tell('kintsugi.isConversationHeld', isInFront);
    this.tell('kintsugi.canSwapTurn', isInFront && shown.canSwap);
    this.tell('kintsugi.canSkipStep', isInFront && shown.canSkip);
    this.drawItem(shown);
  }

  /** The item stays while the note is visible: it is the one place that no scrolling takes away. */
  private drawItem(shown: Shown | undefined): void {
    if (!shown) {
      this.item.hide();
      return;
    }
    const words = [shown.sentence, ...shown.agreed];
    this.item.text = [shown.short, ...shown.agreed].join(' · ');
    this.item.tooltip = shown.acts
      .map(({ title, tooltip }) => (tooltip === '' ? title : `${title}: ${tooltip}`))
      .join('\n');
    this.item.accessibilityInformation = { label: words.join('. ') };
    this.item.show();
  }

  private isNote({ uri }: vscode.TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  private tell(key: ContextKey, value: boolean): void {
    if ((this.known.get(key) ?? false) !== value) {
      this.known.set(key, value);
      void setContext(key, value);
    }
  }
}

function lensesOf(shown: Shown | undefined): vscode.CodeLens[] {
  if (!shown) {
    return [];
  }
  const at = (line: number): vscode.Range => new vscode.Range(line, 0, line, 0);
  const words = (line: number, title: string): vscode.CodeLens => new vscode.CodeLens(at(line), { title, command: '' });
  return [
    words(shown.line, shown.sentence),
    ...shown.acts.map((act) => new vscode.CodeLens(at(shown.line), act)),
    ...(shown.below === undefined ? [] : [words(shown.line + 1, shown.below)]),
  ];
}

function quietRanges(document: vscode.TextDocument, { lit, quiet }: Shown): vscode.Range[] {
  const end = document.lineCount;
  const around = lit
    ? [{ startLine: 0, endLine: lit.startLine }, ...quiet, { startLine: lit.endLine, endLine: end }]
    : [{ startLine: 0, endLine: end }];
  return around.flatMap(({ startLine, endLine }) =>
    endLine > startLine ? [new vscode.Range(startLine, 0, endLine, 0)] : [],
  );
}

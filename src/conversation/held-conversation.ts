import * as vscode from 'vscode';
import {
  agreedOn,
  currentSection,
  kindOf,
  sayingBackAfter,
  sectionAfter,
  sectionOf,
} from '../core/conversation/conversation-note';
import type { ConversationNote, Setting } from '../core/conversation/conversation-note';
import { turnIn, writingNow } from '../core/conversation/resume';
import { isLongEnough } from '../core/conversation/pause';
import type { Section } from '../core/conversation/sections';
import { nextTurn, otherSide, swapped } from '../core/conversation/turn';
import type { Side, Turn } from '../core/conversation/turn';
import { CONVERSATION } from '../core/note';
import type { Note } from '../core/note';
import type { AtWork } from '../notes/perspective';
import { tickStep } from '../notes/tick-step';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';
import { loadParsing } from '../workspace/parsing';
import { ConversationView } from './conversation-view';
import type { Shown } from './conversation-view';
import { inConflict, proposeCheckIn, turnPlanIntoTasks } from './plan-tasks';
import { askToEndBreak, askWhenToGoOn, askWhetherRight } from './questions';
import { beginningOf, settingFor } from './setting';
import type { Beginning } from './setting';
import { showMoment } from './shown';

type Read = Awaited<ReturnType<typeof loadParsing>>['readConversation'];

/** @returns a conversation that is ready to begin in its note */
export function holdConversation(product: Product, { open }: AtWork, note: Note): HeldConversation {
  return new HeldConversation(product, open.folder, note, settingFor(open, note), beginningOf(open.ready.couple));
}

/** A break, as long as the window lives: nothing of it is kept anywhere. */
export interface Break {
  readonly began: Date;
  /** When the two want to go on, in words. */
  readonly until: string | undefined;
}

/**
 * A conversation that is held in its note. All that lasts is what the note says; what only this window knows is whose
 * turn it is between two lines, what was left out a moment ago, and a break.
 */
export class HeldConversation implements vscode.Disposable {
  readonly uri: vscode.Uri;
  private readonly leftOut = new Set<string>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private view: ConversationView | undefined;
  private read: Read | undefined;
  private lastRead: { readonly version: number; readonly note: ConversationNote } | undefined;
  private stepId: string | undefined;
  private turn: Turn | undefined;
  private rest: Break | undefined;
  private first: Side;
  private isBusy = false;
  private isEnded = false;

  constructor(
    private readonly product: Product,
    private readonly folder: NotesFolder,
    private readonly note: Note,
    private readonly setting: Setting,
    private readonly beginning: Beginning,
  ) {
    this.uri = folder.uriOf(note.path);
    this.first = beginning.turns;
  }

  /** Whether nobody holds it any more. */
  get isOver(): boolean {
    return this.isEnded;
  }

  /**
   * Opens the note at the step where the two stopped.
   * @throws PlainError where git left two versions in it
   */
  async begin(): Promise<void> {
    this.read = (await loadParsing()).readConversation;
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (this.isEnded) {
      return;
    }
    const note = this.look(document);
    if (!note || note.inConflict) {
      this.dispose();
      throw inConflict();
    }
    this.goTo(note, currentSection(note));
    this.view = new ConversationView(this.uri, (one) => this.shown(one));
    this.subscriptions.push(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0 && !this.isInATab()) {
          this.dispose();
        }
      }),
    );
    await this.land(document);
  }

  /** The one key: what was to be done now is done, and the next thing comes into view. */
  async goOn(): Promise<void> {
    await this.once(async (document) => {
      if (this.rest) {
        await this.endBreak(this.rest);
        await this.land(document);
        return;
      }
      const here = this.sectionIn(document);
      if (!here || !this.turn || here.section.step.ticked) {
        await this.continueFrom(document, here?.section);
        return;
      }
      const { note, section } = here;
      const kind = kindOf(note, section);
      let turn = nextTurn(this.turn, kind, 'go-on');
      if (turn !== 'step-done' && turn.phase === 'checking') {
        this.turn = turn;
        this.view?.update();
        const names = this.setting.names;
        const event = await askWhetherRight(names[turn.speaker], names[otherSide(turn.speaker)]);
        turn = nextTurn(turn, kind, event);
      }
      if (this.hasEnded()) {
        return;
      }
      if (turn === 'step-done') {
        await this.finishStep(document, note, section);
      } else {
        this.turn = turn;
        await this.land(document);
      }
    });
  }

  /** Lets the other one begin, here and in the steps that follow; after an apology, lets them make one of their own. */
  async swap(): Promise<void> {
    await this.once(async (document) => {
      const section = this.sectionIn(document);
      if (!section || !this.turn || this.rest) {
        return;
      }
      const kind = kindOf(section.note, section.section);
      this.turn = swapped(this.turn, kind);
      if (kind !== 'apology') {
        this.first = this.turn.speaker;
      }
      await this.land(document);
    });
  }

  /** Leaves out a step that may be left out. It stays open, and nothing is written. */
  async skip(): Promise<void> {
    await this.once(async (document) => {
      const here = this.sectionIn(document);
      if (here && !this.rest && this.setting.optional.has(here.section.step.id)) {
        this.leftOut.add(here.section.step.id);
        await this.continueFrom(document, here.section);
      }
    });
  }

  /**
   * Takes a break at once, also while something is asked, and only then asks when the two go on. Asked again, it moves
   * that time.
   */
  async pause(): Promise<void> {
    const began = this.rest?.began ?? new Date();
    this.rest ??= { began, until: undefined };
    this.view?.update();
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (document.isDirty && this.look(document)?.inConflict === false) {
      await document.save();
    }
    const until = await askWhenToGoOn(new Date());
    if (this.isResting() && until !== undefined) {
      this.rest = { began, until };
      this.view?.update();
    }
  }

  dispose(): void {
    this.isEnded = true;
    this.view?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Does one thing at a time: a key that is pressed while a question stands changes nothing. */
  private async once(act: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
    if (this.isBusy || this.isEnded) {
      return;
    }
    this.isBusy = true;
    try {
      const document = await vscode.workspace.openTextDocument(this.uri);
      if (this.look(document)?.inConflict) {
        throw inConflict();
      }
      await act(document);
    } finally {
      this.isBusy = false;
    }
  }

  private async endBreak({ began }: Break): Promise<void> {
    if (isLongEnough(began, new Date()) || (await askToEndBreak())) {
      this.rest = undefined;
    }
  }

  /** Ticks a step, and with it the one in which it was said back. */
  private async finishStep(document: vscode.TextDocument, note: ConversationNote, section: Section): Promise<void> {
    for (const done of [section, sayingBackAfter(note, section)]) {
      if (done) {
        await tickStep(this.product, this.folder, this.note.path, done.step.id, true);
      }
    }
    await this.continueFrom(document, section);
  }

  /** Goes to the step that comes now; where none is open, the conversation has come to its end. */
  private async continueFrom(document: vscode.TextDocument, after: Section | undefined): Promise<void> {
    const note = this.look(document);
    if (!note || this.hasEnded()) {
      return;
    }
    this.goTo(note, after ? sectionAfter(note, after.step.id, this.leftOut) : currentSection(note, this.leftOut));
    await this.land(document);
    if (this.stepId === undefined && note.sections.length > 0) {
      await this.end(document);
    }
  }

  private async end(document: vscode.TextDocument): Promise<void> {
    this.dispose();
    if (this.note.templateId !== CONVERSATION) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('That was the talk. The next one comes when it suits you both.'),
      );
      return;
    }
    await turnPlanIntoTasks(document, this.setting);
    void proposeCheckIn(new Date());
  }

  private goTo(note: ConversationNote, section: Section | undefined): void {
    this.stepId = section?.step.id;
    const isApology = section && kindOf(note, section) === 'apology';
    this.turn = section && turnIn(note, section, isApology ? this.beginning.apology : this.first);
  }

  /** Brings the step into view, with the cursor where the one whose turn it is writes. */
  private async land(document: vscode.TextDocument): Promise<void> {
    this.view?.update();
    const here = this.sectionIn(document);
    if (this.isEnded || this.rest || !here || !this.turn) {
      return;
    }
    const { section: inView, position } = writingNow(here.note, here.section, this.turn);
    const cursor = new vscode.Position(position.line, position.column);
    const top = (inView.lead ?? inView).startLine;
    const editor = await vscode.window.showTextDocument(document, {
      preview: false,
      selection: new vscode.Range(cursor, cursor),
    });
    // What stands above a line is out of view where that very line is the first to be seen.
    const above = Math.max(top - 1, 0);
    editor.revealRange(new vscode.Range(above, 0, above, 0), vscode.TextEditorRevealType.AtTop);
    this.view?.update();
  }

  private shown(document: vscode.TextDocument): Shown | undefined {
    const here = this.sectionIn(document);
    if (!here || !this.turn) {
      return undefined;
    }
    const { note, section } = here;
    return showMoment({
      inView: writingNow(note, section, this.turn).section,
      turn: this.turn,
      kind: kindOf(note, section),
      names: this.setting.names,
      agreed: agreedOn(note),
      canSkip: this.setting.optional.has(section.step.id),
      rest: this.rest,
    });
  }

  /** The step as it stands in the note now; nothing where somebody took it out, or where git left two versions. */
  private sectionIn(document: vscode.TextDocument): { note: ConversationNote; section: Section } | undefined {
    const note = this.look(document);
    const section = note && this.stepId !== undefined ? sectionOf(note, this.stepId) : undefined;
    return note && section && { note, section };
  }

  private look(document: vscode.TextDocument): ConversationNote | undefined {
    const { version } = document;
    if (this.lastRead?.version !== version && this.read) {
      this.lastRead = { version, note: this.read(document.getText(), this.setting) };
    }
    return this.lastRead?.note;
  }

  private isResting(): boolean {
    return this.rest !== undefined;
  }

  /** Asked after each await: the note may have been closed meanwhile. */
  private hasEnded(): boolean {
    return this.isEnded;
  }

  private isInATab(): boolean {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === this.uri.toString(),
    );
  }
}

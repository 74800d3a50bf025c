import * as vscode from 'vscode';
import {
  agreedOn,
  currentSection,
  isLeadOpen,
  kindOf,
  sayingBackAfter,
  sectionAfter,
} from '../core/conversation/conversation-note';
import type { ConversationNote, Setting } from '../core/conversation/conversation-note';
import { turnIn, writingNow } from '../core/conversation/resume';
import type { WritingNow } from '../core/conversation/resume';
import type { Section } from '../core/conversation/sections';
import { nextTurn, otherSide, swapped } from '../core/conversation/turn';
import type { Side, Turn } from '../core/conversation/turn';
import { CONVERSATION } from '../core/note';
import type { Note } from '../core/note';
import type { AtWork } from '../notes/perspective';
import { tickStep } from '../notes/tick-step';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';
import { ConversationView } from './conversation-view';
import type { Shown } from './conversation-view';
import { NoteReader } from './note-reader';
import type { StepInNote } from './note-reader';
import { inConflict, proposeCheckIn, turnPlanIntoTasks } from './plan-tasks';
import { askWhetherRight } from './questions';
import { Rest } from './rest';
import { revealAtTop } from './reveal';
import { beginningOf, settingFor } from './setting';
import type { Beginning } from './setting';
import { showMoment } from './shown';

/** @returns a conversation that is ready to begin in its note */
export async function holdConversation(product: Product, { open }: AtWork, note: Note): Promise<HeldConversation> {
  const setting = settingFor(open, note);
  const reader = await NoteReader.load(setting);
  return new HeldConversation(product, open.folder, note, setting, beginningOf(open.ready.couple), reader);
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
  private stepId: string | undefined;
  private turn: Turn | undefined;
  private rest: Rest | undefined;
  private first: Side;
  private isInLead = false;
  private isAsking = false;
  /** How many questions were asked so far. */
  private questions = 0;
  private acting: Promise<void> = Promise.resolve();
  private isEnded = false;

  constructor(
    private readonly product: Product,
    private readonly folder: NotesFolder,
    private readonly note: Note,
    private readonly setting: Setting,
    private readonly beginning: Beginning,
    private readonly reader: NoteReader,
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
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (this.isEnded) {
      return;
    }
    const note = this.reader.read(document);
    if (note.inConflict) {
      this.dispose();
      throw inConflict();
    }
    this.goTo(note, currentSection(note));
    this.view = new ConversationView(this.uri, (one) => this.shown(one));
    this.subscriptions.push(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0 && this.tabs().length === 0) {
          this.dispose();
        }
      }),
      this.product.folders.onDidChangeActive(() => {
        this.dispose();
      }),
    );
    await this.land(document);
  }

  /** The one key: what was to be done now is done, and the next thing comes into view. */
  async goOn(): Promise<void> {
    await this.once(async (document) => {
      if (this.rest) {
        const { rest } = this;
        this.rest = (await this.ask(() => rest.mayEnd())) ? undefined : this.rest;
        await this.land(document);
        return;
      }
      const here = this.reader.step(document, this.stepId);
      if (!here || !this.turn || here.section.step.ticked) {
        await this.continueFrom(document, here?.section);
        return;
      }
      const { note, section } = here;
      if (this.isInLead) {
        this.isInLead = false;
        await this.land(document);
        return;
      }
      const kind = kindOf(note, section);
      let turn = nextTurn(this.turn, kind, 'go-on');
      if (turn !== 'step-done' && turn.phase === 'checking') {
        this.turn = turn;
        this.view?.update();
        const names = this.setting.names;
        const { speaker } = turn;
        const event = await this.ask(() => askWhetherRight(names[speaker], names[otherSide(speaker)]));
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
      const here = this.reader.step(document, this.stepId);
      if (!here || !this.turn || this.rest || !this.canSwap(here, this.turn)) {
        return;
      }
      const kind = kindOf(here.note, here.section);
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
      const here = this.reader.step(document, this.stepId);
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
    const rest = (this.rest ??= new Rest(new Date()));
    this.view?.update();
    const document = await vscode.workspace.openTextDocument(this.uri);
    await this.save(document);
    await rest.askUntil();
    if (!this.hasEnded()) {
      this.view?.update();
    }
  }

  dispose(): void {
    this.isEnded = true;
    this.view?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Does one thing after the other. What was asked for before a question stood, or while one stands, is let go. */
  private async once(act: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
    if (this.isAsking) {
      return;
    }
    const { questions } = this;
    const acting = this.acting.then(async () => {
      if (this.hasEnded() || this.questions !== questions) {
        return;
      }
      const document = await vscode.workspace.openTextDocument(this.uri);
      if (this.reader.read(document).inConflict) {
        throw inConflict();
      }
      await act(document);
    });
    this.acting = acting.catch(() => undefined);
    await acting;
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    this.isAsking = true;
    this.questions += 1;
    try {
      return await question();
    } finally {
      this.isAsking = false;
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
    if (this.hasEnded()) {
      return;
    }
    const note = this.reader.read(document);
    this.goTo(note, after ? sectionAfter(note, after.step.id, this.leftOut) : currentSection(note, this.leftOut));
    await this.land(document);
    if (this.stepId === undefined && note.sections.length > 0) {
      await this.end(document);
    }
  }

  private async end(document: vscode.TextDocument): Promise<void> {
    this.dispose();
    if (this.note.templateId === CONVERSATION) {
      await turnPlanIntoTasks(document, this.setting);
      void proposeCheckIn(new Date());
    } else {
      const message = vscode.l10n.t('That was the talk. The next one comes when it suits you both.');
      void vscode.window.showInformationMessage(message);
    }
    await this.save(document);
  }

  /** Where the two rest or end, what they wrote is saved: they may go on elsewhere. */
  private async save(document: vscode.TextDocument): Promise<void> {
    if (document.isDirty && !this.reader.read(document).inConflict) {
      await document.save();
    }
  }

  private goTo(note: ConversationNote, section: Section | undefined): void {
    this.stepId = section?.step.id;
    this.isInLead = section !== undefined && isLeadOpen(note, section);
    const isApology = section && kindOf(note, section) === 'apology';
    this.turn = section && turnIn(note, section, isApology ? this.beginning.apology : this.first);
  }

  /** Brings the step into view, with the cursor where the one whose turn it is writes. */
  private async land(document: vscode.TextDocument): Promise<void> {
    this.view?.update();
    const here = this.reader.step(document, this.stepId);
    if (this.isEnded || this.rest || !here || !this.turn) {
      return;
    }
    const { view, position, anchor } = this.writing(here, this.turn);
    const cursor = new vscode.Position(position.line, position.column);
    const tabs = this.tabs();
    const { group } = tabs.find((tab) => tab.group.isActive) ?? tabs[0] ?? {};
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: group?.viewColumn ?? vscode.ViewColumn.Active,
      preview: false,
      selection: new vscode.Range(new vscode.Position(anchor.line, anchor.column), cursor),
    });
    revealAtTop(editor, view.startLine, position.line);
    this.view?.update();
  }

  private shown(document: vscode.TextDocument): Shown | undefined {
    const here = this.reader.step(document, this.stepId);
    if (!here || !this.turn) {
      return undefined;
    }
    const { note, section } = here;
    return showMoment({
      writing: this.writing(here, this.turn),
      turn: this.turn,
      kind: kindOf(note, section),
      names: this.setting.names,
      agreed: agreedOn(note),
      canSkip: this.setting.optional.has(section.step.id),
      canSwap: this.canSwap(here, this.turn),
      rest: this.rest,
    });
  }

  private writing({ note, section }: StepInNote, turn: Turn): WritingNow {
    return writingNow(note, section, turn, this.isInLead);
  }

  private canSwap({ note, section }: StepInNote, turn: Turn): boolean {
    const kind = kindOf(note, section);
    return swapped(turn, kind) !== turn && (kind !== 'apology' || this.beginning.mayEitherApologise);
  }

  /** Asked after each await: the note may have been closed meanwhile. */
  private hasEnded(): boolean {
    return this.isEnded;
  }

  /** Where the note lies open. */
  private tabs(): readonly vscode.Tab[] {
    const isNote = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputText && input.uri.toString() === this.uri.toString();
    return vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(isNote);
  }
}

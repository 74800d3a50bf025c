import type * as vscode from 'vscode';
import { sectionOf } from '../core/conversation/conversation-note';
import type { ConversationNote, Setting } from '../core/conversation/conversation-note';
import type { Section } from '../core/conversation/sections';
import { loadParsing } from '../workspace/parsing';

type Read = Awaited<ReturnType<typeof loadParsing>>['readConversation'];

/** A step where it stands in its note. */
export interface StepInNote {
  readonly note: ConversationNote;
  readonly section: Section;
}

/** Reads the note of a conversation as an editor has it, once for each change. */
export class NoteReader {
  private last: { readonly version: number; readonly note: ConversationNote } | undefined;

  private constructor(
    private readonly readText: Read,
    private readonly setting: Setting,
  ) {}

  /** Loads what it takes to read. */
  static async load(setting: Setting): Promise<NoteReader> {
    return new NoteReader((await loadParsing()).readConversation, setting);
  }

  /** @param document always of the same note */
  read(document: vscode.TextDocument): ConversationNote {
    const { version } = document;
    if (this.last?.version !== version) {
      this.last = { version, note: this.readText(document.getText(), this.setting) };
    }
    return this.last.note;
  }

  /** @returns a step as it stands there now; nothing where somebody took it out, or where git left two versions */
  step(document: vscode.TextDocument, stepId: string | undefined): StepInNote | undefined {
    const note = this.read(document);
    const section = stepId === undefined ? undefined : sectionOf(note, stepId);
    return section && { note, section };
  }
}

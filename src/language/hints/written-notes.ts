import type * as vscode from 'vscode';
import { shifted, withChange } from '../../core/hints/text-ranges';
import type { TextChange, TextRange } from '../../core/hints/text-ranges';

/** What is known of one open note. It holds places only, never a word. */
interface WrittenNote {
  readonly written: readonly TextRange[];
  readonly silenced: readonly TextRange[];
}

const NOTHING: WrittenNote = { written: [], silenced: [] };

/** Remembers, for as long as a note is open in this window, where its writer wrote in it and wants no hint. */
export class WrittenNotes {
  private readonly notes = new Map<string, WrittenNote>();

  /** @returns the places where the person who is here wrote, and where they said "not here" */
  of(document: vscode.TextDocument): WrittenNote {
    return this.notes.get(document.uri.toString()) ?? NOTHING;
  }

  /**
   * Follows a change of a note.
   * @param isTyped whether the person made it, here and now; other changes only move what was written
   */
  follow({ uri }: vscode.TextDocument, changes: readonly TextChange[], isTyped: boolean): void {
    const key = uri.toString();
    const before = this.notes.get(key);
    if (!before && !isTyped) {
      return;
    }
    let { written, silenced } = before ?? NOTHING;
    for (const change of changes) {
      written = isTyped ? withChange(written, change) : moved(written, change);
      silenced = moved(silenced, change);
    }
    this.notes.set(key, { written, silenced });
  }

  /** Remembers that no hint is wanted at a place. */
  silence(document: vscode.TextDocument, place: TextRange): void {
    const { written, silenced } = this.of(document);
    this.notes.set(document.uri.toString(), { written, silenced: [...silenced, place] });
  }

  /** Forgets a note that was closed. */
  forget({ uri }: vscode.TextDocument): void {
    this.notes.delete(uri.toString());
  }

  /** Forgets everything. */
  clear(): void {
    this.notes.clear();
  }
}

/** @returns the changes of an edit in the shape that the ranges follow */
export function changesOf(changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly TextChange[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    offset: rangeOffset,
    removed: rangeLength,
    inserted: text.length,
  }));
}

function moved(ranges: readonly TextRange[], change: TextChange): readonly TextRange[] {
  return ranges.flatMap((range) => shifted(range, change) ?? []);
}

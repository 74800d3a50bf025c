import type * as vscode from 'vscode';
import type { Perspective } from '../../workspace/identity';
import type { NotesFolder } from '../../workspace/notes-folder';

/** Of which patterns a person said "not this one again". It stays on this machine, and holds ids, never a text. */
export class SilencedPatterns {
  constructor(private readonly state: vscode.Memento) {}

  /** @returns the ids of the patterns */
  of(folder: NotesFolder, { me }: Perspective): ReadonlySet<string> {
    return new Set(this.state.get<readonly string[]>(keyOf(folder, me.id)));
  }

  /** Remembers one more. */
  async add(folder: NotesFolder, perspective: Perspective, pattern: string): Promise<void> {
    const patterns = this.of(folder, perspective);
    await this.state.update(keyOf(folder, perspective.me.id), [...patterns, pattern]);
  }
}

function keyOf({ uri }: NotesFolder, partnerId: string): string {
  return `kintsugi.hints.notAgain:${partnerId}:${uri.toString()}`;
}

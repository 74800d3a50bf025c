import * as vscode from 'vscode';
import { otherThan, partnerOf, partnerOfGitIdentity } from '../core/couple';
import type { Partner } from '../core/couple';
import { gitIdentity } from '../git/git-identity';
import type { NotesFolder } from './notes-folder';

/** Both partners, as seen from this machine. */
export interface Perspective {
  readonly me: Partner;
  readonly other: Partner;
}

/** Knows which of the two sits at this machine. What was chosen by hand is kept on this machine only. */
export class Identity implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly knownByGit = new Map<string, string>();

  /** Fires when the answer may have become another. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: vscode.Memento) {}

  /** @returns both partners, or `undefined` while nobody has said who is here. */
  perspective(folder: NotesFolder): Perspective | undefined {
    const couple = folder.ready?.couple;
    if (!couple) {
      return undefined;
    }
    const id = this.state.get<string>(keyOf(folder.uri)) ?? this.knownByGit.get(folder.uri.toString());
    const me = partnerOf(couple, id);
    return me && { me, other: otherThan(couple, me) };
  }

  /** Asks git who is here. What was chosen by hand stays. */
  async recognise(folder: NotesFolder): Promise<void> {
    const identity = await gitIdentity(folder.uri);
    const couple = folder.ready?.couple;
    const me = couple && partnerOfGitIdentity(couple, [identity.name ?? '', identity.email ?? '']);
    if (me && this.knownByGit.get(folder.uri.toString()) !== me.id) {
      this.knownByGit.set(folder.uri.toString(), me.id);
      this.changed.fire();
    }
  }

  /** Remembers on this machine who is here. */
  async choose(folder: vscode.Uri, partnerId: string): Promise<void> {
    await this.state.update(keyOf(folder), partnerId);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function keyOf(folder: vscode.Uri): string {
  return `kintsugi.me:${folder.toString()}`;
}

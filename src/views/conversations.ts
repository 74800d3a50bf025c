import type * as vscode from 'vscode';
import type { HeldConversation } from '../conversation';
import type { Note } from '../core/note';
import type { AtWork } from '../notes/perspective';
import type { Product } from '../product';

/** The conversation that two people hold at this screen, one at a time. All that it needs is loaded when one begins. */
export class Conversations implements vscode.Disposable {
  private current: HeldConversation | undefined;
  private isDisposed = false;

  /** The conversation that is held, also while it rests. */
  get held(): HeldConversation | undefined {
    return this.current?.isOver === false ? this.current : undefined;
  }

  /**
   * Holds a conversation in its note, at the step where the note says that the two stopped. One that was held is left.
   * @throws PlainError where the note cannot be written in
   */
  async hold(product: Product, work: AtWork, note: Note): Promise<HeldConversation | undefined> {
    const { holdConversation } = await import('../conversation');
    const conversation = await holdConversation(product, work, note);
    this.current?.dispose();
    this.current = conversation;
    if (this.isDisposed) {
      conversation.dispose();
      return undefined;
    }
    await conversation.begin();
    return conversation;
  }

  /** Offers to make tasks of a plan. @returns whether there was anything to offer */
  async turnPlanIntoTasks({ open }: AtWork, document: vscode.TextDocument, note: Note): Promise<boolean> {
    const { settingFor, turnPlanIntoTasks } = await import('../conversation');
    return await turnPlanIntoTasks(document, settingFor(open, note));
  }

  dispose(): void {
    this.isDisposed = true;
    this.current?.dispose();
  }
}

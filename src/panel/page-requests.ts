import * as vscode from 'vscode';
import { openAsPartner } from '../notes/perspective';
import type { AtWork } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { mayOpen } from '../views/word-ahead';
import type { DraftKeeper } from './draft-keeper';
import { exportPicture } from './exports';
import type { MessageQueue } from './message-queue';
import { noteNamed, openBeside } from './open-place';
import type { ToExtension } from './protocol';
import type { Rasteriser } from './rasteriser';
import type { Reflections } from './reflection';
import type { WhatIsShown } from './what-is-shown';

/** What the page asks for, once it is there. */
type Request = Exclude<ToExtension, { readonly type: 'ready' }>;

/** The commands behind the buttons of the page that begin a note. */
const WRITING = {
  'check-in': 'kintsugi.newCheckIn',
  moment: 'kintsugi.newMoment',
  reflection: 'kintsugi.newReflection',
} as const;

interface Parts {
  readonly product: Product;
  readonly panel: Pick<vscode.WebviewPanel, 'viewColumn'>;
  readonly reflections: Reflections;
  readonly drafts: DraftKeeper;
  readonly queue: MessageQueue;
  readonly shown: WhatIsShown;
  readonly rasteriser: Rasteriser;
}

/** Does what the page asks for. */
export class PageRequests {
  constructor(private readonly parts: Parts) {}

  /** @throws PlainError, or what a file system says, where it cannot be done */
  async answer(request: Request): Promise<void> {
    const { product, shown, rasteriser, queue } = this.parts;
    switch (request.type) {
      case 'open-note':
        await this.openNote(request.path);
        break;
      case 'show-private':
        // Whoever is unknown has no private notes; the page is told so by what is posted then.
        await shown.showPrivate(request.isShown && (await this.somebody()) !== undefined);
        break;
      case 'export':
        await exportPicture(product, shown.sharedTimeline(), request, { rasteriser, queue });
        break;
      case 'rasterised':
        rasteriser.answer(request.id, request.png);
        break;
      case 'write':
        await vscode.commands.executeCommand(WRITING[request.what]);
        break;
      case 'choose-page':
        await shown.choosePage(request.role);
        break;
      case 'draft':
      case 'discard-draft':
      case 'save-reflection':
        await this.aboutForm(request);
        break;
      case 'share-note':
        await this.shareNote(request.path);
        break;
    }
  }

  private async openNote(path: string): Promise<void> {
    // Asked first: a panel that was closed meanwhile answers nothing any more.
    const { viewColumn } = this.parts.panel;
    const at = await this.somebody();
    const note = at && noteNamed(path, at);
    if (note && (await mayOpen(this.parts.product, at.open.folder, note))) {
      await openBeside(at.open.folder.uriOf(note.path), note, viewColumn);
    }
  }

  private async shareNote(path: string): Promise<void> {
    const at = await this.somebody();
    const note = at && noteNamed(path, at);
    if (note) {
      await vscode.commands.executeCommand('kintsugi.shareNote', at.open.folder.uriOf(note.path));
    }
  }

  private async aboutForm(
    request: Extract<Request, { readonly type: 'draft' | 'discard-draft' | 'save-reflection' }>,
  ): Promise<void> {
    const { shown, drafts, reflections, queue } = this.parts;
    const at = shown.atWork();
    if (!at) {
      throw new PlainError(
        vscode.l10n.t('What you write here cannot be kept just now: kintsugi.yaml cannot be used as it stands.'),
      );
    }
    if (!shown.isAboutHere(request)) {
      return;
    }
    switch (request.type) {
      case 'draft':
        await drafts.keep(() => reflections.keepDraft(at, request.values));
        break;
      case 'discard-draft':
        await drafts.end(() => reflections.discardDraft(at));
        await shown.postAnew();
        break;
      case 'save-reflection': {
        const saved = await drafts.end(() => reflections.save(at, request.values, request.privacy));
        queue.post({ type: 'saved', path: saved.path, isPrivate: saved.isPrivate });
        await shown.postAnew();
        break;
      }
    }
  }

  /** @returns the folder and who is here, asked for if nobody has said */
  private async somebody(): Promise<AtWork | undefined> {
    return this.parts.shown.atWork() ?? (await openAsPartner(this.parts.product));
  }
}

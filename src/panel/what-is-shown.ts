import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { buildTimeline } from '../core/timeline/build-timeline';
import type { Timeline } from '../core/timeline/timeline';
import type { AtWork, OpenFolder } from '../notes/perspective';
import type { Product } from '../product';
import type { DraftKeeper } from './draft-keeper';
import type { MessageQueue } from './message-queue';
import type { FormValues, ToPage } from './protocol';
import type { Reflections } from './reflection';

type PageRole = FormValues['role'];
type Shown = Extract<ToPage, { readonly version: number }>;
type WithoutVersion<Message> = Message extends unknown ? Omit<Message, 'version'> : never;

/** What the page is given of the notes, and whether private ones are among them. */
export class WhatIsShown {
  private round = 0;
  private version = 0;
  private firstVersionHere = 0;
  private whoAndWhere = '';
  /** Off until somebody asks for it, and kept nowhere else. */
  private arePrivateWanted = false;
  private chosenRole: PageRole | undefined;
  /** What was posted, to be compared. */
  private readonly posted = new Map<Shown['type'], string>();

  constructor(
    private readonly product: Pick<Product, 'folders' | 'identity'>,
    private readonly reflections: Pick<Reflections, 'page'>,
    private readonly drafts: DraftKeeper,
    private readonly queue: MessageQueue,
  ) {}

  /** Whether the page shows private notes of the one who is here. */
  get isPrivateShown(): boolean {
    this.noticeChangeOfPlace();
    return this.arePrivateWanted;
  }

  /** @returns the folder and who is here, or `undefined` where one of them is not known now */
  atWork(): AtWork | undefined {
    const open = this.openFolder();
    const perspective = open && this.product.identity.perspective(open.folder);
    return open && perspective && { open, perspective };
  }

  /** @returns whether a message was written about what this person sees of this folder, and not about another's */
  isAboutHere({ version }: { readonly version: number }): boolean {
    this.noticeChangeOfPlace();
    return version >= this.firstVersionHere;
  }

  /** Shows private notes, or shared ones only. */
  async showPrivate(isShown: boolean): Promise<void> {
    this.arePrivateWanted = isShown;
    await this.postAnew();
  }

  /** Takes the page that somebody without a role has chosen to fill in. */
  async choosePage(role: PageRole): Promise<void> {
    this.chosenRole = role;
    await this.postAnew();
  }

  /** What was posted is true no longer: a page that comes now must not get it. */
  outdate(): void {
    this.noticeChangeOfPlace();
    this.round += 1;
    this.posted.clear();
    this.queue.forgetShown();
  }

  /** Posts everything as it is now, also what the page knows already: it may have gone its own way since. */
  async postAnew(): Promise<void> {
    this.outdate();
    await this.post();
  }

  /** Posts what has changed; most of what is written in a note changes no picture. */
  async post(): Promise<void> {
    this.noticeChangeOfPlace();
    this.round += 1;
    const { round } = this;
    const open = this.openFolder();
    if (!open) {
      this.outdate();
      this.tellWhatIsMissing();
      return;
    }
    const perspective = this.product.identity.perspective(open.folder);
    const isPrivateShown = this.arePrivateWanted && perspective !== undefined;
    this.show({
      type: 'timeline',
      timeline: this.timelineOf(open, perspective?.me.id, isPrivateShown),
      me: perspective?.me.id ?? null,
      isPrivateShown,
    });
    if (!perspective) {
      return;
    }
    const at = { open, perspective };
    const page = await this.drafts.after(() => this.reflections.page(at, isPrivateShown, this.chosenRole));
    if (round === this.round) {
      this.show({ type: 'reflection', page, isPrivateShown });
    }
  }

  /** @returns the timeline without anybody's private notes, to be given away, or `undefined` without a folder */
  sharedTimeline(): Timeline | undefined {
    const open = this.openFolder();
    return open && this.timelineOf(open, undefined, false);
  }

  private timelineOf({ ready }: OpenFolder, viewer: string | undefined, includePrivate: boolean): Timeline {
    const today = calendarDateOf(new Date());
    return buildTimeline(ready.index.all(), ready.couple, ready.guide, { today, viewer, includePrivate });
  }

  private openFolder(): OpenFolder | undefined {
    const folder = this.product.folders.active;
    const ready = folder?.ready;
    return folder && ready && { folder, ready };
  }

  /** Somebody else, or another folder: the switch for private notes goes off, and older messages mean nothing. */
  private noticeChangeOfPlace(): void {
    const folder = this.product.folders.active;
    if (folder && !folder.ready) {
      return;
    }
    const me = folder && this.product.identity.perspective(folder)?.me.id;
    const now = JSON.stringify([folder?.uri.toString(), me]);
    if (now !== this.whoAndWhere) {
      this.whoAndWhere = now;
      this.firstVersionHere = this.version + 1;
      this.arePrivateWanted = false;
      this.chosenRole = undefined;
      this.outdate();
    }
  }

  private show(message: WithoutVersion<Shown>): void {
    const content = JSON.stringify(message);
    if (this.posted.get(message.type) !== content) {
      this.posted.set(message.type, content);
      this.version += 1;
      this.queue.post({ ...message, version: this.version });
    }
  }

  private tellWhatIsMissing(): void {
    if (this.product.folders.active) {
      const text = vscode.l10n.t(
        'kintsugi.yaml cannot be used as it stands; the Problems list says where. Your notes are untouched.',
      );
      this.queue.post({ type: 'told', text });
    }
  }
}

import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { buildTimeline } from '../core/timeline/build-timeline';
import type { Timeline } from '../core/timeline/timeline';
import { changeBetween, isNothing } from '../core/timeline/timeline-change';
import type { AtWork, OpenFolder } from '../notes/perspective';
import type { Product } from '../product';
import { FolderTimeline } from '../workspace/folder-timeline';
import type { DraftKeeper } from './draft-keeper';
import type { MessageQueue } from './message-queue';
import type { FormValues, ToPage } from './protocol';
import type { Reflections } from './reflection';

type PageRole = FormValues['role'];
type ShownTimeline = Extract<ToPage, { readonly type: 'timeline' }>;
type ShownReflection = Extract<ToPage, { readonly type: 'reflection' }>;

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
  private postedTimeline: ShownTimeline | undefined;
  private postedReflection = '';
  private readonly timeline = new FolderTimeline();
  private isDisposed = false;

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
    this.postedTimeline = undefined;
    this.postedReflection = '';
    this.queue.forgetShown();
  }

  /** Posts everything as it is now, also what the page knows already: it may have gone its own way since. */
  async postAnew(): Promise<void> {
    this.outdate();
    await this.post();
  }

  /** Posts what has changed; most of what is written in a note changes no picture. */
  async post(): Promise<void> {
    if (this.isDisposed) {
      return;
    }
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
    const viewer = { viewer: perspective?.me.id, includePrivate: isPrivateShown };
    const timeline = await this.timeline.of(open.ready, viewer);
    if (round !== this.round) {
      return;
    }
    this.showTimeline(timeline, perspective?.me.id ?? null, isPrivateShown);
    if (!perspective) {
      return;
    }
    const at = { open, perspective };
    const page = await this.drafts.after(() => this.reflections.page(at, isPrivateShown, this.chosenRole));
    if (round === this.round) {
      this.showReflection(page, isPrivateShown);
    }
  }

  /** @returns the timeline without anybody's private notes, to be given away, or `undefined` without a folder */
  sharedTimeline(): Timeline | undefined {
    const ready = this.openFolder()?.ready;
    const shared = { today: calendarDateOf(new Date()), viewer: undefined, includePrivate: false };
    return ready && buildTimeline(ready.index.all(), ready.couple, ready.guide, shared);
  }

  /** Nobody looks any more. */
  dispose(): void {
    this.isDisposed = true;
    this.outdate();
    this.timeline.dispose();
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

  private showTimeline(timeline: Timeline, me: string | null, isPrivateShown: boolean): void {
    const before = this.postedTimeline;
    const isAlike = before?.me === me && before.isPrivateShown === isPrivateShown;
    const change = isAlike ? changeBetween(before.timeline, timeline) : undefined;
    if (isAlike && change && isNothing(change, before.timeline)) {
      return;
    }
    const version = this.nextVersion();
    const message = { type: 'timeline', version, timeline, me, isPrivateShown } as const;
    this.postedTimeline = message;
    this.queue.post(
      message,
      isAlike && change ? { type: 'timeline-change', version, since: before.version, change } : message,
    );
  }

  private showReflection(page: ShownReflection['page'], isPrivateShown: boolean): void {
    const content = JSON.stringify([page, isPrivateShown]);
    if (content !== this.postedReflection) {
      this.postedReflection = content;
      this.queue.post({ type: 'reflection', version: this.nextVersion(), page, isPrivateShown });
    }
  }

  private nextVersion(): number {
    this.version += 1;
    return this.version;
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

import type * as vscode from 'vscode';
import type { Note } from '../../core/note';
import type { NoteStep } from '../../core/note-steps';
import type { Stage } from '../../core/guide';
import type { StageProgress, StepProgress } from '../../core/progress';
import type { News } from '../../sharing/news';
import type { CopyOfNote } from './copies';
import type { PaintedStage } from './painted';

/** A stage of the guide. One item stands for it as long as the tree is the same, so that it can be painted alone. */
export class StageItem {
  constructor(
    public progress: StageProgress,
    /** What its rows were painted from. */
    public painted: PaintedStage,
  ) {}
}

/** A step of a stage. */
export class StepItem {
  constructor(
    readonly parent: StageItem,
    readonly step: StepProgress,
  ) {}

  get stage(): Stage {
    return this.parent.progress.stage;
  }
}

/** The entries of one month, where there are many. */
export class MonthItem {
  constructor(
    readonly parent: StageItem,
    /** `YYYY-MM` */
    readonly month: string,
    readonly entries: readonly Note[],
  ) {}
}

/** A dated note. */
export class EntryItem {
  constructor(
    readonly parent: StageItem | MonthItem,
    readonly note: Note,
  ) {}
}

/** A copy of a note that another program made. It stands beside its note, and counts for nothing. */
export class CopyItem {
  constructor(
    readonly parent: StageItem | MonthItem,
    readonly copy: CopyOfNote,
  ) {}
}

/** A step inside a dated note. */
export class EntryStepItem {
  constructor(
    readonly parent: EntryItem,
    readonly step: NoteStep,
  ) {}
}

/**
 * Something to see to before anything else: a file that cannot be used or that another program copied, or that nobody
 * has said who is here.
 */
export class NoticeItem {
  constructor(
    readonly uri: vscode.Uri,
    readonly kind: 'couple-copied' | 'couple-unusable' | 'who-is-here',
  ) {}
}

/** What is not shared yet and what is new from the partner, at the head of the tree. */
export class NewsItem {
  constructor(readonly news: News) {}
}

/** Stands in a stage that shows nothing else yet. */
export class EmptyItem {
  constructor(readonly parent: StageItem) {}
}

export type TreeItem =
  StageItem | StepItem | MonthItem | EntryItem | CopyItem | EntryStepItem | EmptyItem | NoticeItem | NewsItem;

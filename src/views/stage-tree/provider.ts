import * as vscode from 'vscode';
import { COUPLE_FILE } from '../../core/couple';
import type { Note } from '../../core/note';
import type { Product } from '../../product';
import type { News } from '../../sharing/news';
import type { NotesFolder } from '../../workspace/notes-folder';
import { copiesOfStage } from './copies';
import type { CopyOfNote } from './copies';
import {
  CopyItem,
  EmptyItem,
  EntryItem,
  EntryStepItem,
  MonthItem,
  NewsItem,
  NoticeItem,
  StageItem,
  StepItem,
} from './items';
import type { TreeItem } from './items';
import { isPaintedSame, paintedOfStage, paintedOfTree } from './painted';
import { toTreeItem } from './rows';

/** So many entries of a stage stand in one list; more are grouped by month. */
const MOST_UNGROUPED = 12;
/** One act often changes several things; they are painted at once. */
const GATHERING_IN_MILLISECONDS = 40;

/**
 * The guide as a tree: stages, their steps, their entries. It holds no state that the files do not. Only what changed
 * is painted again: a click that comes while VS Code fetches a row anew is lost.
 */
export class StageTreeProvider implements vscode.TreeDataProvider<TreeItem>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeItem[] | undefined>();
  private readonly subscriptions: vscode.Disposable;
  private readonly stages = new Map<string, StageItem>();
  private painted: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly product: Product) {
    const repaint = (): void => {
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.repaint();
      }, GATHERING_IN_MILLISECONDS);
    };
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      product.folders.onDidChange(repaint),
      product.identity.onDidChange(repaint),
      product.seen.onDidChange(repaint),
      product.sharing.onDidChange(repaint),
    );
  }

  /** Paints a row again as the files have it, where VS Code painted it otherwise. */
  takeBack(item: StepItem): void {
    this.changed.fire([item.parent]);
  }

  async getChildren(item?: TreeItem): Promise<TreeItem[]> {
    const folder = await this.product.folders.whenFound();
    if (!folder) {
      return [];
    }
    if (!item) {
      if (!folder.ready) {
        return [new NoticeItem(folder.uriOf(COUPLE_FILE), 'couple-unusable')];
      }
      const { identity } = this.product;
      if (!identity.perspective(folder)) {
        // Only then: git takes its time, and what is pressed in a tree that is being painted goes astray.
        await identity.recognise(folder);
      }
      const me = identity.perspective(folder)?.me.id;
      const stages = this.takeIn(folder).items;
      const who = me === undefined ? [new NoticeItem(folder.uri, 'who-is-here')] : [];
      return [...who, ...newsItems(this.product.sharing.news), ...coupleCopies(folder), ...stages];
    }
    if (item instanceof StageItem) {
      const rows = [...this.stepsOf(folder, item), ...this.entriesOf(folder, item)];
      return [...this.otherCopiesOf(folder, item), ...(rows.length > 0 ? rows : [new EmptyItem(item)])];
    }
    if (item instanceof MonthItem) {
      return this.entryRows(folder, item, item.entries);
    }
    return item instanceof EntryItem ? item.note.steps.map((step) => new EntryStepItem(item, step)) : [];
  }

  getParent(item: TreeItem): TreeItem | undefined {
    return item instanceof StageItem || item instanceof NoticeItem || item instanceof NewsItem
      ? undefined
      : item.parent;
  }

  getTreeItem(item: TreeItem): vscode.TreeItem {
    return toTreeItem(this.product, item);
  }

  /** @returns the row that stands for a note, in a tree built anew. */
  async itemFor(note: Note): Promise<TreeItem | undefined> {
    const stages = await this.getChildren();
    const stage = stages.find((item) => item instanceof StageItem && item.progress.stage.id === note.stage);
    for (const child of stage ? await this.getChildren(stage) : []) {
      if (child instanceof MonthItem && child.entries.some(({ path }) => path === note.path)) {
        return (await this.getChildren(child)).find(
          (item) => item instanceof EntryItem && item.note.path === note.path,
        );
      }
      if (child instanceof EntryItem && child.note.path === note.path) {
        return child;
      }
      const isPage = child instanceof StepItem && note.kind === 'page';
      if (isPage && [...child.step.notes.values()].some(({ path }) => path === note.path)) {
        return child;
      }
    }
    return stage;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private repaint(): void {
    const folder = this.product.folders.active;
    if (!folder?.ready || paintedOfTree(this.product, folder) !== this.painted) {
      this.changed.fire(undefined);
      return;
    }
    const { changed } = this.takeIn(folder);
    if (changed.length > 0) {
      this.changed.fire([...changed]);
    }
  }

  /** Brings the items of the stages up to date, and tells which of them have to be painted again. */
  private takeIn(folder: NotesFolder): {
    readonly items: readonly StageItem[];
    readonly changed: readonly StageItem[];
  } {
    const painted = paintedOfTree(this.product, folder);
    if (painted !== this.painted) {
      this.stages.clear();
      this.painted = painted;
    }
    const changed: StageItem[] = [];
    const me = this.product.identity.perspective(folder)?.me.id;
    const items = folder.progressFor(me).map((progress) => {
      const now = paintedOfStage(this.product, folder, progress);
      const item = this.stages.get(progress.stage.id) ?? new StageItem(progress, now);
      this.stages.set(progress.stage.id, item);
      if (!isPaintedSame(item.painted, now)) {
        changed.push(item);
      }
      item.progress = progress;
      item.painted = now;
      return item;
    });
    return { items, changed };
  }

  /** The steps in the order of the guide, those that are mine or ours before those that are the partner's alone. */
  private stepsOf(folder: NotesFolder, stage: StageItem): readonly StepItem[] {
    const me = this.product.identity.perspective(folder)?.me.id;
    const rows = stage.progress.steps.map((step) => new StepItem(stage, step));
    const isMine = ({ step }: StepItem): boolean => me === undefined || step.appliesTo.includes(me);
    return [...rows.filter(isMine), ...rows.filter((row) => !isMine(row))];
  }

  private entriesOf(folder: NotesFolder, stage: StageItem): readonly TreeItem[] {
    const { entries } = stage.progress;
    if (entries.length <= MOST_UNGROUPED) {
      return this.entryRows(folder, stage, entries);
    }
    const months = new Map<string, Note[]>();
    for (const note of entries) {
      const month = (note.date ?? '').slice(0, 7);
      const notes = months.get(month) ?? [];
      notes.push(note);
      months.set(month, notes);
    }
    return [...months].map(([month, notes]) => new MonthItem(stage, month, notes));
  }

  /** Entries, each followed by its copies. */
  private entryRows(folder: NotesFolder, parent: StageItem | MonthItem, entries: readonly Note[]): TreeItem[] {
    const stage = parent instanceof MonthItem ? parent.parent : parent;
    const copies = this.copiesOf(folder, stage);
    return entries.flatMap((note) => [
      new EntryItem(parent, note),
      ...copies.filter(({ notePath }) => notePath === note.path).map((copy) => new CopyItem(parent, copy)),
    ]);
  }

  /** Copies of pages, and of notes that are not there: none of them has a row of its own to stand beside. */
  private otherCopiesOf(folder: NotesFolder, stage: StageItem): readonly CopyItem[] {
    const entries = new Set(stage.progress.entries.map(({ path }) => path));
    const others = this.copiesOf(folder, stage).filter(({ notePath }) => !entries.has(notePath));
    return others.map((copy) => new CopyItem(stage, copy));
  }

  private copiesOf(folder: NotesFolder, { progress }: StageItem): readonly CopyOfNote[] {
    const viewer = this.product.identity.perspective(folder)?.me.id;
    return folder.ready ? copiesOfStage(folder.ready, progress.stage.id, viewer) : [];
  }
}

function coupleCopies(folder: NotesFolder): readonly NoticeItem[] {
  const copies = folder.ready?.copies.all().filter(({ notePath }) => notePath === COUPLE_FILE) ?? [];
  return copies.map(({ path }) => new NoticeItem(folder.uriOf(path), 'couple-copied'));
}

/** Where both sides have the same, there is nothing to tell. */
function newsItems(news: News | undefined): readonly NewsItem[] {
  return news && news.unshared + news.incoming + news.toChoose > 0 ? [new NewsItem(news)] : [];
}

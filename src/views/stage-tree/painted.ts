import { isOfAnotherWording, signersOfAnotherWording } from '../../core/commitment';
import { COUPLE_FILE } from '../../core/couple';
import type { Note } from '../../core/note';
import { signedPage } from '../../core/progress';
import type { StageProgress } from '../../core/progress';
import type { Product } from '../../product';
import type { NotesFolder } from '../../workspace/notes-folder';
import { copiesOfStage } from './copies';

/** What the rows of one stage are painted from. */
export interface PaintedStage {
  /** Everything but the entries, as a text to compare. */
  readonly rest: string;
  readonly entries: readonly Note[];
  /** The page that is signed. */
  readonly page: Note | undefined;
  readonly isNew: (note: Note) => boolean;
}

/** @returns what the rows of one stage are painted from, the way everything is now. */
export function paintedOfStage(product: Product, folder: NotesFolder, progress: StageProgress): PaintedStage {
  const { entries } = progress;
  const page = signedPage(progress);
  const viewer = product.identity.perspective(folder)?.me.id;
  const copies = folder.ready ? copiesOfStage(folder.ready, progress.stage.id, viewer) : [];
  const isNew = product.seen.newsOf(folder);
  const rest = JSON.stringify([
    progress.state,
    progress.doneBy,
    page && folder.ready && signersOfAnotherWording(entries, page, folder.ready.couple),
    copies.map(({ path, hasNote }) => [path, hasNote]),
    progress.steps.map((row) => [
      row.templateId,
      row.scope,
      row.step,
      row.appliesTo,
      row.doneBy,
      [...row.notes].map(([partner, note]) => [
        partner,
        ofNote(note),
        isNew(note),
        note.steps.some(({ id }) => id === row.step.id),
      ]),
    ]),
  ]);
  return { rest, entries, page, isNew };
}

/**
 * Whether the rows of a stage look as they did, so that nothing need be painted again. What is typed in a note changes
 * them only where a row changes. Entries are compared one by one, and most are the same objects as before: there may
 * be many thousands.
 */
export function isPaintedSame(before: PaintedStage, now: PaintedStage): boolean {
  if (before.rest !== now.rest || before.entries.length !== now.entries.length) {
    return false;
  }
  const isSameFor = before.isNew === now.isNew && before.page === now.page;
  if (isSameFor && before.entries === now.entries) {
    return true;
  }
  return before.entries.every((one, index) => {
    const other = now.entries[index];
    return (
      other !== undefined &&
      ((isSameFor && one === other) ||
        ((one === other || ofEntry(one) === ofEntry(other)) &&
          before.isNew(one) === now.isNew(other) &&
          isOfAnotherWording(one, before.page) === isOfAnotherWording(other, now.page)))
    );
  });
}

function ofNote(note: Note): unknown {
  return [note.path, note.inConflict, note.wordAhead, note.twoVersions > 0];
}

function ofEntry(note: Note): string {
  return JSON.stringify([
    ofNote(note),
    note.templateId,
    note.partner,
    note.date,
    note.fields.get('act'),
    note.steps.map(({ id, ticked, heading, label }) => [id, ticked, heading, label]),
  ]);
}

/** The same for what the whole tree depends on: the folder, the couple, who looks, and the guide. */
export function paintedOfTree(product: Product, folder: NotesFolder | undefined): string {
  const ready = folder?.ready;
  return JSON.stringify([
    folder?.uri.toString(),
    product.sharing.news,
    ready?.couple,
    ready?.copies.all().filter(({ notePath }) => notePath === COUPLE_FILE),
    folder && product.identity.perspective(folder)?.me.id,
    ready?.guide.stages.map(({ id, title, order }) => [id, title, order]),
    ready?.guide.templates.map(({ id, role, title }) => [id, role, title]),
  ]);
}

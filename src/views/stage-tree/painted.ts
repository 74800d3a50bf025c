import { isOfAnotherWording, signersOfAnotherWording } from '../../core/commitment';
import { COUPLE_FILE } from '../../core/couple';
import type { Note } from '../../core/note';
import { signedPage } from '../../core/progress';
import type { StageProgress } from '../../core/progress';
import type { Product } from '../../product';
import type { NotesFolder } from '../../workspace/notes-folder';
import { copiesOfStage } from './copies';

/**
 * What the rows of one stage are painted from, as a text to compare: while it stays the same, nothing need be
 * painted again. What is typed in a note changes it only where a row changes.
 */
export function paintedOfStage(product: Product, folder: NotesFolder, progress: StageProgress): string {
  const ofNote = (note: Note): unknown => [
    note.path,
    note.inConflict,
    note.wordAhead,
    note.twoVersions > 0,
    product.seen.isNew(folder, note),
  ];
  const page = signedPage(progress);
  const viewer = product.identity.perspective(folder)?.me.id;
  const copies = folder.ready ? copiesOfStage(folder.ready, progress.stage.id, viewer) : [];
  return JSON.stringify([
    progress.state,
    progress.doneBy,
    page && folder.ready && signersOfAnotherWording(progress.entries, page, folder.ready.couple),
    copies.map(({ path, hasNote }) => [path, hasNote]),
    progress.steps.map((row) => [
      row.templateId,
      row.scope,
      row.step,
      row.appliesTo,
      row.doneBy,
      [...row.notes].map(([partner, note]) => [partner, ofNote(note), note.steps.some(({ id }) => id === row.step.id)]),
    ]),
    progress.entries.map((note) => [
      ofNote(note),
      note.templateId,
      note.partner,
      note.date,
      note.fields.get('act'),
      isOfAnotherWording(note, page),
      note.steps.map(({ id, ticked, heading, label }) => [id, ticked, heading, label]),
    ]),
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

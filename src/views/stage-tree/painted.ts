import { COUPLE_FILE } from '../../core/couple';
import type { Note } from '../../core/note';
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
    note.twoVersions > 0,
    product.seen.isNew(folder, note),
  ];
  const viewer = product.identity.perspective(folder)?.me.id;
  const copies = folder.ready ? copiesOfStage(folder.ready, progress.stage.id, viewer) : [];
  return JSON.stringify([
    progress.state,
    progress.doneBy,
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
      note.steps.map(({ id, ticked, heading, label }) => [id, ticked, heading, label]),
    ]),
  ]);
}

/** The same for what the whole tree depends on: the folder, the couple, who looks, and the guide. */
export function paintedOfTree(product: Product, folder: NotesFolder | undefined): string {
  const ready = folder?.ready;
  return JSON.stringify([
    folder?.uri.toString(),
    ready?.couple,
    ready?.copies.all().filter(({ notePath }) => notePath === COUPLE_FILE),
    folder && product.identity.perspective(folder)?.me.id,
    ready?.guide.stages.map(({ id, title, order }) => [id, title, order]),
    ready?.guide.templates.map(({ id, role, title }) => [id, role, title]),
  ]);
}

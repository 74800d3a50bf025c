import { partnerOf } from '../../core/couple';
import type { NoteName } from '../../core/note-path';
import { roleIncludes } from '../../core/role';
import type { SyncCopy } from '../../core/sync-copies';
import type { ReadyFolder } from '../../workspace/notes-folder';

/** A copy of a note that another program made, and what the name of its note says. */
export interface CopyOfNote extends SyncCopy {
  readonly name: NoteName;
  /** Whether the note is there. */
  readonly hasNote: boolean;
}

/**
 * The copies that belong to one stage.
 * @param viewer the id of the partner who looks; copies of what the other keeps private are left out
 */
export function copiesOfStage(
  { couple, index, copies }: ReadyFolder,
  stage: string,
  viewer: string | undefined,
): readonly CopyOfNote[] {
  return copies.all().flatMap((copy) => {
    const names = index.namesOf(copy.notePath);
    const note = index.note(copy.notePath);
    const role = note?.role ?? partnerOf(couple, names[0]?.partner)?.role ?? 'unsaid';
    const name =
      names.find(({ template }) => template.role === undefined || roleIncludes(role, template.role)) ?? names[0];
    if (!name || (note?.stage ?? name.template.stage) !== stage) {
      return [];
    }
    return isOfOther(name, viewer) ? [] : [{ ...copy, name, hasNote: note !== undefined }];
  });
}

/** Whether a name is that of a note which somebody else than the one who looks keeps private on the same machine. */
export function isOfOther(name: NoteName | undefined, viewer: string | undefined): boolean {
  return name?.isPrivate === true && name.partner !== undefined && name.partner !== viewer;
}

import { conflictLine } from '../core/conflict';
import type { SyncParts } from './parts';
import type { FileChange, RepositoryState } from './port';
import { isShared } from './shared-paths';
import { beginStep } from './steps';
import { SyncTrouble } from './trouble';

/**
 * Saves what is open and commits what changed among shared notes, and nothing else.
 * @throws SyncTrouble where something else is staged, or where a note should not be sent as it stands
 */
export async function commitNotes(parts: SyncParts): Promise<void> {
  const { repository, disk } = parts;
  beginStep(parts, 'saving');
  await disk.saveOpenNotes();
  const before = await repository.state();
  refuseForeignStaged(before);
  const changed = await changedNotes(parts, before);
  if (changed.length === 0 && before.staged.length === 0) {
    return;
  }
  beginStep(parts, 'committing');
  if (changed.length > 0) {
    await repository.stage(changed);
  }
  // Somebody may have staged something in the meantime.
  const after = await repository.state();
  refuseForeignStaged(after);
  if (after.staged.length > 0) {
    await repository.commit(parts.commitMessage(after.staged.map(({ path }) => path)));
  }
}

function refuseForeignStaged({ staged }: RepositoryState): void {
  const foreign = staged.filter(({ path, from }) => !isShared(path) || (from !== undefined && !isShared(from)));
  if (foreign.length > 0) {
    throw new SyncTrouble(
      'staged-elsewhere',
      foreign.map(({ path }) => path),
    );
  }
}

async function changedNotes(parts: SyncParts, { unstaged, head }: RepositoryState): Promise<readonly string[]> {
  const found: string[] = [];
  for (const change of unstaged) {
    if (isShared(change.path) && (await canBeCommitted(parts, change, head))) {
      found.push(change.path);
    }
    if (change.from !== undefined && isShared(change.from)) {
      found.push(change.from);
    }
  }
  return found;
}

async function canBeCommitted(
  { repository, disk, acceptsEmptied }: SyncParts,
  { path, kind }: FileChange,
  head: string | undefined,
): Promise<boolean> {
  const here = await disk.kindOf(path);
  if (here !== 'file') {
    // A link would tell the partner of a place on this machine.
    return here === 'missing' && kind === 'deleted';
  }
  const file = await disk.read(path);
  if (!file) {
    return false;
  }
  if (conflictLine(new TextDecoder().decode(file.bytes)) !== -1) {
    throw new SyncTrouble('conflict-markers', [path]);
  }
  // A program that was ended while it wrote leaves an empty file; nobody's text is taken out of the folder for that.
  const wasThere = head !== undefined && (await repository.holds({ commit: head }, path));
  if (file.bytes.length === 0 && wasThere && !acceptsEmptied) {
    throw new SyncTrouble('emptied', [path]);
  }
  return true;
}

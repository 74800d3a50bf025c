import { conflictLine } from '../core/conflict';
import type { MergeSide } from '../core/merge/merge-note';
import { findTwoVersions } from '../core/two-versions';
import { isLeftByGit, withLineEndsOf } from './left-by-git';
import type { SyncParts, Writer } from './parts';
import type { CommitAuthor } from './port';
import { isShared } from './shared-paths';
import { SyncTrouble } from './trouble';

/**
 * Ends the merge that is under way, as far as notes can be joined without a person.
 * @returns the notes in which both texts stand until someone chooses
 * @throws SyncTrouble where something is left for the person; then the merge stays under way, and nothing is sent
 */
export async function resolveConflicts(parts: SyncParts): Promise<readonly string[]> {
  const { repository } = parts;
  const { conflicts, head, merging } = await repository.state();
  if (head === undefined || merging === undefined) {
    throw new SyncTrouble('merge-under-way', conflicts);
  }
  const left: string[] = [];
  const keptBoth: string[] = [];
  for (const path of conflicts) {
    const outcome = await resolveOne(parts, path, head, merging);
    if (outcome === 'left') {
      left.push(path);
    }
    if (outcome === 'kept-both') {
      keptBoth.push(path);
    }
  }
  if (left.length > 0) {
    throw new SyncTrouble('to-choose', left);
  }
  await repository.commit(parts.commitMessage(conflicts));
  return keptBoth;
}

async function resolveOne(
  parts: SyncParts,
  path: string,
  head: string,
  merging: string,
): Promise<'resolved' | 'kept-both' | 'left'> {
  const { repository, disk } = parts;
  const [base, ours, theirs] = [
    await repository.side('base', path),
    await repository.side('ours', path),
    await repository.side('theirs', path),
  ];
  if (ours === undefined && theirs === undefined) {
    // A file that both gave another name: the new ones stand in this list too.
    await repository.stage([path]);
    return 'resolved';
  }
  const file = await disk.read(path);
  const written = await disk.mergeWritten();
  if (!file || written === undefined || (await disk.kindOf(path)) !== 'file') {
    return 'left';
  }
  if (!isLeftByGit(file, written, [base, ours, theirs])) {
    if (conflictLine(new TextDecoder().decode(file.bytes)) !== -1 || disk.unsaved().includes(path)) {
      return 'left';
    }
    // Somebody has chosen by hand, and saved.
    await repository.stage([path]);
    return 'resolved';
  }
  if (!isShared(path)) {
    return 'left';
  }
  const result = parts.mergeNote(
    path,
    base,
    await sideOf(parts, ours, path, merging, head),
    await sideOf(parts, theirs, path, head, merging),
  );
  if (result.kind === 'by-hand' || disk.unsaved().includes(path)) {
    return 'left';
  }
  const bytes = withLineEndsOf(file.bytes, result.bytes);
  if (!(await disk.replace(path, file.bytes, bytes))) {
    return 'left';
  }
  await repository.stage([path]);
  return findTwoVersions(new TextDecoder().decode(bytes)).length > 0 ? 'kept-both' : 'resolved';
}

/** Whose text a side is: told by the commits that touched the file there and not on the other side. */
async function sideOf(
  { repository, writerOf }: SyncParts,
  bytes: Uint8Array | undefined,
  path: string,
  otherSide: string,
  thisSide: string,
): Promise<MergeSide> {
  const touching = await repository.commitsSince(otherSide, thisSide, path);
  const commits = touching.length > 0 ? touching : await repository.commitsSince(otherSide, thisSide);
  return { bytes, ...writerOfAll(commits, writerOf) };
}

function writerOfAll(commits: readonly CommitAuthor[], writerOf: SyncParts['writerOf']): Writer {
  const [newest] = commits;
  return newest ? writerOf(newest) : { author: undefined, rank: 2 };
}

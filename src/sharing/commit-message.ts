import type { Guide } from '../core/guide';
import { NotePaths } from '../core/note-path';
import type { Couple } from '../core/couple';

/** How much a commit message tells. */
export type Telling = 'plain' | 'telling';

const PLAIN = 'Update notes';

/**
 * What a commit says. Plain, it says nothing; telling, it names the stages of what changed, which the paths tell anyway.
 * Never a word of a note.
 * @param paths of the files in the commit, relative to the notes folder
 */
export function commitMessage(telling: Telling, paths: readonly string[], guide: Guide, couple: Couple): string {
  if (telling === 'plain') {
    return PLAIN;
  }
  const names = new NotePaths(
    guide.templates,
    couple.partners.map(({ id }) => id),
  );
  const stages = new Set(paths.flatMap((path) => names.match(path)[0]?.template.stage ?? []));
  const titles = guide.stages.filter(({ id }) => stages.has(id)).map(({ title }) => title.replace(/\s+/g, ' '));
  return titles.length === 0 ? PLAIN : `${PLAIN}: ${titles.join(', ')}`;
}

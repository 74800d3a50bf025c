/**
 * The glob pattern of all that can change what a notes folder says: what lies in it itself, in the folders of its notes
 * and in those on the way there, and all of its settings. What git keeps is not in it.
 * @param noteFolders relative to the notes folder, with forward slashes
 * @param wholeFolders those that count with all that is below them
 */
export function watchedPattern(noteFolders: readonly string[], wholeFolders: readonly string[]): string {
  const folders = new Set(noteFolders.flatMap(withThoseAbove));
  const inside = [...folders].map((folder) => `${folder}/*`);
  return `{*,${[...inside, ...wholeFolders.map((folder) => `${folder}/**`)].join(',')}}`;
}

function withThoseAbove(folder: string): readonly string[] {
  const names = folder.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

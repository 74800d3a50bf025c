import { COUPLE_FILE } from '../core/couple';
import { copyOf } from '../core/sync-copies';
import { COUPLE_TEMPLATES_ROOT, PRIVATE_FOLDER, TEMPLATES_FOLDER } from '../core/note-path';

/** The names under which git may hold the private folder, where a file system takes them for one. */
export const PRIVATE_NAMES = [PRIVATE_FOLDER, 'Private', 'PRIVATE'] as const;

const FILES = new Set([COUPLE_FILE, '.gitignore', 'README.md']);

/**
 * Whether the sync may put a file into a commit: a note, `kintsugi.yaml`, a template of the couple's own, `.gitignore`
 * or the folder's README. Everything else is none of its business, copies that another program made among it, and
 * nothing private ever is.
 * @param path relative to the notes folder, with forward slashes
 */
export function isShared(path: string): boolean {
  const segments = path.split('/');
  if (isPrivatePath(path) || path.startsWith('/') || segments.includes('..')) {
    return false;
  }
  if (FILES.has(path)) {
    return true;
  }
  if (!path.endsWith('.md') || segments.includes('node_modules') || copyOf(path) !== undefined) {
    return false;
  }
  const isTemplate = path.startsWith(`${TEMPLATES_FOLDER}/`);
  const visible = isTemplate ? segments.slice(COUPLE_TEMPLATES_ROOT.split('/').length) : segments;
  return visible.every((segment) => segment !== '' && !segment.startsWith('.'));
}

/** Whether a path lies in a private folder, however it is written. */
export function isPrivatePath(path: string): boolean {
  return path
    .split('/')
    .some((segment) => segment.normalize('NFKC').trimEnd().replace(/\.+$/, '').toLowerCase() === PRIVATE_FOLDER);
}

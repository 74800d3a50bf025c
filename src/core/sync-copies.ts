/** A file that another program laid beside a note because it could not decide between two versions. */
export interface SyncCopy {
  /** Relative to the notes folder, with forward slashes. */
  readonly path: string;
  /** The note that it is a copy of, whether that is there or not. */
  readonly notePath: string;
}

/** Syncthing: `name.sync-conflict-20261120-101010-ABCDEFG.md`. */
const SYNCTHING = /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?(\.[A-Za-z]+)$/;
/** Dropbox, Nextcloud and others: `name (Alex's conflicted copy 2026-11-20).md`, in the words of many languages. */
const IN_BRACKETS = /^(.*\S) \(((?:[^()]|\([^()]*\))+)\)(\.[A-Za-z]+)$/;
/** The number that such a name gets where there is a second one. */
const NUMBERED = / \(\d+\)(?=\.[A-Za-z]+$)/;
const CONFLICT = /confli[ct]|konflikt|конфликт|競合|冲突|衝突|충돌/iu;
const COPY_OR_DAY = /cop(?:y|i)|cópia|kopi|копи|コピー|副本|複本|사본|\d{4}-\d{2}-\d{2}/iu;

/**
 * Tells a copy that another program made by its name alone.
 * @param path with forward slashes
 * @returns the path of the file that it is a copy of, never itself a copy; `undefined` for every other name
 */
export function copyOf(path: string): string | undefined {
  // Almost every name is told by this alone, and there may be many thousands.
  if (!path.includes(').') && !path.includes('.sync-conflict-')) {
    return undefined;
  }
  const slash = path.lastIndexOf('/') + 1;
  let original: string | undefined;
  for (let name = originalName(path.slice(slash)); name !== undefined; name = originalName(name)) {
    original = path.slice(0, slash) + name;
  }
  return original;
}

function originalName(name: string): string | undefined {
  const [, stem, ending] = SYNCTHING.exec(name) ?? [];
  if (stem !== undefined && ending !== undefined) {
    return stem + ending;
  }
  const [, before, words, extension] = IN_BRACKETS.exec(name.replace(NUMBERED, '')) ?? [];
  if (before === undefined || words === undefined || extension === undefined) {
    return undefined;
  }
  const said = words.normalize('NFC');
  return CONFLICT.test(said) && COPY_OR_DAY.test(said) ? before + extension : undefined;
}

/** The copies that lie in a notes folder. Only their names are known here; nothing reads one before it is joined. */
export class SyncCopies {
  private readonly known = new Map<string, string>();

  /** @param keeps whether the notes folder can hold a note, or another file of its own, at a path */
  constructor(private readonly keeps: (path: string) => boolean) {}

  /** @returns whether a file of that path is a copy of a note. */
  covers(path: string): boolean {
    const original = copyOf(path);
    return original !== undefined && this.keeps(original);
  }

  /**
   * Takes a file in.
   * @returns whether that is new
   */
  add(path: string): boolean {
    const notePath = copyOf(path);
    if (notePath === undefined || !this.keeps(notePath) || this.known.has(path)) {
      return false;
    }
    this.known.set(path, notePath);
    return true;
  }

  /**
   * Forgets a file.
   * @returns whether it was known
   */
  remove(path: string): boolean {
    return this.known.delete(path);
  }

  /** @returns every copy, by path. */
  all(): readonly SyncCopy[] {
    return [...this.known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, notePath]) => ({ path, notePath }));
  }
}

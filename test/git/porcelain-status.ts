import type { FileChange } from '../../src/sync/port';

/** What `git status --porcelain=v2 --branch -z` says. */
export interface PorcelainStatus {
  readonly branch: string | undefined;
  readonly head: string | undefined;
  readonly conflicts: readonly string[];
  readonly staged: readonly FileChange[];
  readonly unstaged: readonly FileChange[];
}

const KINDS: Readonly<Record<string, FileChange['kind']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  M: 'changed',
  R: 'renamed',
  T: 'changed',
};

export function parseStatus(output: string): PorcelainStatus {
  const entries = output.split('\0').values();
  const headers = new Map<string, string>();
  const conflicts: string[] = [];
  const staged: FileChange[] = [];
  const unstaged: FileChange[] = [];
  for (const entry of entries) {
    const words = entry.split(' ');
    const [type = '', xy = ''] = words;
    if (type === '#') {
      headers.set(xy, words.slice(2).join(' '));
    } else if (type === '?') {
      unstaged.push({ path: entry.slice(2), kind: 'added' });
    } else if (type === 'u') {
      conflicts.push(words.slice(10).join(' '));
    } else if (type === '1' || type === '2') {
      const path = words.slice(type === '1' ? 8 : 9).join(' ');
      const from = type === '2' ? entries.next().value : undefined;
      add(staged, xy.charAt(0), path, from);
      add(unstaged, xy.charAt(1), path, from);
    }
  }
  return { branch: branchOf(headers), head: headOf(headers), conflicts, staged, unstaged };
}

function add(changes: FileChange[], letter: string, path: string, from: string | undefined): void {
  const kind = KINDS[letter];
  if (kind !== undefined)
    changes.push(kind === 'renamed' && from !== undefined ? { path, from, kind } : { path, kind });
}

function branchOf(headers: ReadonlyMap<string, string>): string | undefined {
  const branch = headers.get('branch.head');
  return branch === '(detached)' ? undefined : branch;
}

function headOf(headers: ReadonlyMap<string, string>): string | undefined {
  const head = headers.get('branch.oid');
  return head === '(initial)' ? undefined : head;
}

/** What `git diff --name-status -z` says. */
export function parseNameStatus(output: string): readonly FileChange[] {
  const words = output.split('\0').values();
  const changes: FileChange[] = [];
  for (const letters of words) {
    if (letters === '') break;
    const first = words.next().value ?? '';
    const isMoved = letters.startsWith('R') || letters.startsWith('C');
    add(changes, letters.charAt(0), isMoved ? (words.next().value ?? '') : first, isMoved ? first : undefined);
  }
  return changes;
}

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { git } from '../git/git-process';
import type { Desk } from './desk';

/** Where a desk and its remote stand. */
export interface Snapshot {
  /** A digest of each file of the folder, private ones too, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** What git holds besides: the index, where HEAD is, what is under way, the branches. */
  readonly repository: Readonly<Record<string, string>>;
  readonly remote: string;
}

const HELD_BY_GIT = ['index', 'HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'index.lock', 'config', 'packed-refs'];

/** @returns what may not change where a sync refuses to begin */
export async function snapshot(desk: Desk, remote: string): Promise<Snapshot> {
  const { folder } = desk.clone;
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => file.split(path.sep)[0] !== '.git')
    .sort();
  const held = [...HELD_BY_GIT, ...namesBelow(path.join(folder, '.git', 'refs', 'heads'), 'refs/heads')];
  return {
    files: Object.fromEntries(files.map((file) => [file, digestOf(path.join(folder, file))])),
    repository: Object.fromEntries(held.map((name) => [name, digestOf(path.join(folder, '.git', name))])),
    remote: fs.existsSync(remote) ? await git(remote, 'for-each-ref') : '',
  };
}

function namesBelow(folder: string, prefix: string): readonly string[] {
  return fs.readdirSync(folder).map((name) => `${prefix}/${name}`);
}

function digestOf(file: string): string {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return 'missing';
  if (stat.isSymbolicLink()) return `link to ${fs.readlinkSync(file)}`;
  return stat.isFile() ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : 'folder';
}

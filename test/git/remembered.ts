import { statSync } from 'node:fs';
import * as path from 'node:path';

/** The last answers of git, each for as long as the file or the commit that it told of is the same. */
export class Remembered {
  private readonly answers = new Map<string, string>();

  /** @param stamp of what is asked about; `undefined` to ask anew each time */
  async of(stamp: string | undefined, ask: () => Promise<string>): Promise<string> {
    const known = stamp === undefined ? undefined : this.answers.get(stamp);
    if (known !== undefined) return known;
    const answer = await ask();
    if (stamp !== undefined) this.answers.set(stamp, answer);
    return answer;
  }
}

/** @returns what tells one version of a file of git's own from every other, or `undefined` where it is not there */
export function stampOf(folder: string, name: string): string | undefined {
  const stat = statSync(path.join(folder, '.git', name), { bigint: true, throwIfNoEntry: false });
  return stat && [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}

/** @returns the commit, if it is named by its hash */
export function stampOfCommit(commit: string): string | undefined {
  return /^[0-9a-f]{40}$/.test(commit) ? commit : undefined;
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { putHook } from '../git/repositories';
import { eventually } from '../ui/conditions';

const PATIENCE_MILLISECONDS = 60_000;

/** A place in the work of a git at which it waits until the test lets it go on. */
export class Gate {
  private readonly reachedFile: string;
  private readonly openFile: string;

  /** @param folder where it keeps what it knows; outside of every work tree */
  constructor(folder: string, name: string) {
    this.reachedFile = path.join(folder, `${name}.reached`);
    this.openFile = path.join(folder, `${name}.open`);
  }

  /** What the script of a hook does at this place. */
  get script(): string {
    const reached = `[ -e '${this.openFile}' ] || { echo $PPID > '${this.reachedFile}.new' && mv '${this.reachedFile}.new' '${this.reachedFile}'; }`;
    return `${reached}\nwhile [ ! -e '${this.openFile}' ]; do sleep 0.05; done`;
  }

  /** Waits until git is there. @returns its process */
  async reached(): Promise<number> {
    return await eventually(() => {
      if (!existsSync(this.reachedFile)) throw new Error(`No git came to ${this.reachedFile}.`);
      return Number(readFileSync(this.reachedFile, 'utf8'));
    }, PATIENCE_MILLISECONDS);
  }

  /** Lets git go on, now and whenever it comes by again. */
  open(): void {
    writeFileSync(this.openFile, '');
  }
}

/**
 * Has a hook in a folder of hooks while something happens.
 * @param hooks the folder
 */
export async function withHook(hooks: string, name: string, script: string, act: () => Promise<void>): Promise<void> {
  putHook(hooks, name, script);
  try {
    await act();
  } finally {
    rmSync(path.join(hooks, name));
  }
}

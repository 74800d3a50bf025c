import * as vscode from 'vscode';

const REBASES = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** Looks into `.git` for the few things that the git extension does not tell. Nothing is ever written there. */
export class GitFolder {
  private readonly uri: vscode.Uri;

  constructor(private readonly root: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(root, '.git');
  }

  /** @returns the path of a lock, relative to the repository, or `undefined` */
  async lock(branch: string | undefined): Promise<string | undefined> {
    for (const name of ['index', 'HEAD', ...(branch === undefined ? [] : [`refs/heads/${branch}`])]) {
      if (await this.has(`${name}.lock`)) {
        return `.git/${name}.lock`;
      }
    }
    return undefined;
  }

  async isShallow(): Promise<boolean> {
    return await this.has('shallow');
  }

  /** Whether a rebase, a cherry-pick or a revert is under way. */
  async isRebasing(): Promise<boolean> {
    return (await Promise.all(REBASES.map((name) => this.has(name)))).includes(true);
  }

  /**
   * Whether a hook lies there that git would run.
   * @param folder where the settings say that hooks are, or `undefined`
   */
  async hasHook(folder: string | undefined): Promise<boolean> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.hooks(folder));
      return entries.some(([name]) => !name.endsWith('.sample'));
    } catch {
      return false;
    }
  }

  private hooks(folder: string | undefined): vscode.Uri {
    if (folder === undefined) {
      return vscode.Uri.joinPath(this.uri, 'hooks');
    }
    return /^(?:[\\/]|[A-Za-z]:)/.test(folder) ? vscode.Uri.file(folder) : vscode.Uri.joinPath(this.root, folder);
  }

  /** Where `.git` is a file, as in a second work tree, nothing is found below it. */
  private async has(name: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(this.uri, name));
      return true;
    } catch {
      return false;
    }
  }
}

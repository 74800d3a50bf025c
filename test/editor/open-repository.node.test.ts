import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { gitApi } from '../../src/git/git-extension';
import { gitIdentity } from '../../src/git/git-identity';
import { openRepository } from '../../src/git/open-repository';
import { Repositories } from '../git/repositories';
import { stopsWith } from '../git/trouble-of';
import { equal, holds, same } from './expect';
import { closeRepository, hidePerson, showPerson, workspacePath } from './git-places';

/** How an extension, such as the one for GitHub, takes up refusals. */
interface GitWithHandlers {
  getAPI(version: 1): {
    registerPushErrorHandler(handler: { handlePushError(): Promise<boolean> }): vscode.Disposable;
  };
}

const KEEP = { setUpstream: false };

async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('git').update(key, value, vscode.ConfigurationTarget.Global);
}

describe('The repository of a notes folder', () => {
  let repositories: Repositories;
  const uriOf = (folder: string): vscode.Uri => vscode.Uri.file(folder);

  before(hidePerson);
  after(showPerson);
  beforeEach(() => {
    repositories = Repositories.make(workspacePath());
  });
  afterEach(async () => {
    for (const name of fs.readdirSync(repositories.folder)) {
      await closeRepository(uriOf(path.join(repositories.folder, name)));
    }
    repositories.remove();
  });

  it('is not there where git holds nothing', async () => {
    const folder = path.join(repositories.folder, 'nothing');
    fs.mkdirSync(folder);
    await stopsWith('no-repository', openRepository(uriOf(folder)));
  });

  it('is not one around the folder, whether the editor has that one open or not', async () => {
    const clone = await repositories.alone();
    clone.write('notes/kintsugi.yaml', '');
    const folder = uriOf(path.join(clone.folder, 'notes'));
    await stopsWith('not-own-repository', openRepository(folder));
    await openRepository(uriOf(clone.folder));
    await stopsWith('not-own-repository', openRepository(folder));
  });

  it('has a setting once, however often it is set', async () => {
    const clone = await repositories.alone();
    const repository = await openRepository(uriOf(clone.folder));
    await repository.setConfig('remote.origin.url', 'one.git');
    await repository.setConfig('remote.origin.url', 'another.git');
    equal((await clone.git('config', '--local', '--get-all', 'remote.origin.url')).trim(), 'another.git');
  });

  it('may lie in another one', async () => {
    const outer = await repositories.alone();
    await openRepository(uriOf(outer.folder));
    const inner = path.join(outer.folder, 'notes');
    await outer.git('init', '--quiet', '--initial-branch=inner', inner);
    const repository = await openRepository(uriOf(inner));
    equal((await repository.state()).branch, 'inner');
    await closeRepository(uriOf(inner));
  });

  it('may be reached by a link', async function () {
    if (process.platform === 'win32') this.skip();
    const clone = await repositories.alone();
    const head = await clone.commit({ 'a.md': 'a\n' });
    const link = path.join(repositories.folder, 'link');
    fs.symlinkSync(clone.folder, link);
    const repository = await openRepository(uriOf(link));
    equal((await repository.state()).head, head);
    clone.write('b.md', 'b\n');
    await repository.stage(['b.md']);
    same((await repository.state()).staged, [{ path: 'b.md', kind: 'added' }]);
  });

  it('is not opened where git does not trust its owner', async () => {
    const clone = await repositories.alone();
    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = '1';
    try {
      await stopsWith('unsafe-folder', openRepository(uriOf(clone.folder)));
    } finally {
      delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    }
  });

  it('is opened again where it was closed in the editor', async () => {
    const clone = await repositories.alone();
    await openRepository(uriOf(clone.folder));
    await closeRepository(uriOf(clone.folder));
    equal((await (await openRepository(uriOf(clone.folder))).state()).branch, 'main');
  });

  it('is not opened where git is turned off', async () => {
    const clone = await repositories.alone();
    await openRepository(uriOf(clone.folder));
    await set('enabled', false);
    try {
      await stopsWith('git-off', openRepository(uriOf(clone.folder)));
    } finally {
      await set('enabled', undefined);
    }
    await openRepository(uriOf(clone.folder));
  });

  for (const untracked of ['hidden', 'separate', 'mixed']) {
    it(`tells new notes where the editor shows untracked files ${untracked}`, async () => {
      const clone = await repositories.alone();
      await clone.commit({ '.gitignore': '/private/\n/left-out/\n', 'held.md': 'h\n' });
      for (const file of ['a ü.md', 'folder/[b].md', '.kintsugi/templates/t.md', 'held.md']) clone.write(file, 'x\n');
      for (const file of ['private/p.md', 'left-out/l.md']) clone.write(file, 'x\n');
      await set('untrackedChanges', untracked);
      try {
        const repository = await openRepository(uriOf(clone.folder));
        const { unstaged } = await repository.state();
        same(
          [...unstaged].sort((one, other) => (one.path < other.path ? -1 : 1)),
          [
            { path: '.kintsugi/templates/t.md', kind: 'added' },
            { path: 'a ü.md', kind: 'added' },
            { path: 'folder/[b].md', kind: 'added' },
            { path: 'held.md', kind: 'changed' },
          ],
        );
      } finally {
        await set('untrackedChanges', undefined);
      }
    });
  }

  it('tells every new note where the editor cuts its list', async () => {
    const clone = await repositories.alone();
    for (let number = 0; number < 30; number += 1) clone.write(`${String(number)}.md`, 'x\n');
    await set('statusLimit', 10);
    try {
      const repository = await openRepository(uriOf(clone.folder));
      equal((await repository.state()).unstaged.length, 30);
    } finally {
      await set('statusLimit', undefined);
    }
  });

  it('is never told as sent where another extension took up the refusal', async () => {
    const remote = await repositories.remote();
    const clone = await repositories.clone(remote);
    await clone.commit({ 'a.md': 'a\n' });
    await clone.git('push', '--quiet', '-u', 'origin', 'main');
    await clone.commit({ 'a.md': 'b\n' });
    clone.hook('pre-push', 'exit 1');
    const git = vscode.extensions.getExtension<GitWithHandlers>('vscode.git');
    holds(git, 'git is there');
    const handler = git.exports.getAPI(1).registerPushErrorHandler({ handlePushError: () => Promise.resolve(true) });
    try {
      const repository = await openRepository(uriOf(clone.folder));
      // The extension asks the others once it knows the remote.
      await repository.state();
      await stopsWith('refused-credentials', repository.push('origin', 'main', 'main', KEEP));
    } finally {
      handler.dispose();
    }
  });

  it('is told truly while somebody else looks and changes all the time', async () => {
    const clone = await repositories.alone();
    await clone.commit({ 'a.md': 'a\n' });
    const repository = await openRepository(uriOf(clone.folder));
    const other = (await gitApi())?.getRepository(uriOf(clone.folder));
    holds(other, 'the repository is open');
    for (let round = 0; round < 10; round += 1) {
      const name = `${String(round)}.md`;
      clone.write(name, 'x\n');
      const looks = [other.status(), repository.state(), other.status(), other.status()] as const;
      const { unstaged } = await looks[1];
      same(
        unstaged.map(({ path: file }) => file),
        [name],
      );
      const head = await clone.commit({ [name]: 'x\n' });
      equal((await repository.state()).head, head);
      await Promise.all(looks);
    }
  });

  it('knows who writes there from the settings of the account, too', async () => {
    const clone = await repositories.alone({ person: undefined, settings: { 'user.email': 'alex@example.org' } });
    const account = path.join(repositories.folder, 'account.gitconfig');
    fs.writeFileSync(account, '[user]\n\tname = Alex\n\temail = other@example.org\n');
    const before = process.env.GIT_CONFIG_GLOBAL;
    process.env.GIT_CONFIG_GLOBAL = account;
    try {
      const repository = await openRepository(uriOf(clone.folder));
      same(await gitIdentity(uriOf(clone.folder)), { name: 'Alex', email: 'alex@example.org' });
      equal(await repository.config('user.name'), 'Alex');
      equal(await repository.config('user.signingKey'), undefined);
    } finally {
      process.env.GIT_CONFIG_GLOBAL = before;
    }
  });
});

import { openFolder } from '../notes/perspective';
import type { Product } from '../product';
import { showGuideText } from '../views/guide-texts';
import type { Command } from './command';

/** Commits, fetches, merges and sends. What came of it is returned, for tests and other extensions alike. */
export const sync: Command = {
  id: 'kintsugi.sync',
  async execute(product) {
    const open = await openFolder(product);
    return open && (await product.sharing.sync(product, open.folder, 'hand'));
  },
};

/** Gives the folder a repository and a remote, and shares it for the first time. */
export const shareFolder: Command = {
  id: 'kintsugi.shareFolder',
  execute: (product) => withSharing(product, 'shareFolder'),
};

/** Tells git under which name somebody writes here, in this repository alone. */
export const nameForGit: Command = {
  id: 'kintsugi.nameForGit',
  execute: (product) => withSharing(product, 'nameForGit'),
};

/** Helps to give notes a repository of their own. */
export const moveFolder: Command = {
  id: 'kintsugi.moveFolder',
  async execute(product) {
    const open = await openFolder(product);
    await (open && product.sharing.moveFolder(open.folder));
  },
};

/** Tells how a private note is taken out of git by hand. */
export const privateInGit: Command = {
  id: 'kintsugi.privateInGit',
  execute: () => showGuideText('privateInGit'),
};

async function withSharing(product: Product, act: 'shareFolder' | 'nameForGit'): Promise<void> {
  const open = await openFolder(product);
  if (open) {
    await product.sharing[act](product, open.folder);
  }
}

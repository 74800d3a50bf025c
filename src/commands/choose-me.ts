import { askWhoIsHere, openFolder } from '../notes/perspective';
import type { Command } from './command';

/** Says again which of the two is at this machine. */
export const chooseMe: Command = {
  id: 'kintsugi.chooseMe',
  async execute(product) {
    const open = await openFolder(product);
    return open && (await askWhoIsHere(product, open));
  },
};

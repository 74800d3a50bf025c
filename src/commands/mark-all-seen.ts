import { openFolder } from '../notes/perspective';
import type { Command } from './command';

/** Takes every note as seen the way it is now, on this machine. */
export const markAllSeen: Command = {
  id: 'kintsugi.markAllSeen',
  async execute(product) {
    const open = await openFolder(product);
    if (open) {
      await product.seen.see(open.folder, open.ready.index.all());
    }
  },
};

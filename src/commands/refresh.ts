import type { Command } from './command';

/** Reads the notes folder again. */
export const refresh: Command = {
  id: 'kintsugi.refresh',
  async execute(product) {
    await product.folders.find();
    await product.folders.active?.refresh();
  },
};

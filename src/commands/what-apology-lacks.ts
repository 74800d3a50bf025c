import type { Command } from './command';

/** Names what the apology in front does not name yet, or takes that away again. */
export const whatApologyLacks: Command = {
  id: 'kintsugi.whatApologyLacks',
  async execute(product) {
    const { apologyLens } = await product.helpInNotes.load(product);
    await apologyLens.ask(product);
  },
};

import type { Command } from './command';

/** Names what the apology in front does not name yet, or takes that away again. */
export const whatApologyLacks: Command = {
  id: 'kintsugi.whatApologyLacks',
  execute: (product) => product.apologyLens.ask(product),
};

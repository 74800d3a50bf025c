import type { Command } from './command';
import { writeEntry } from './entries';

/** Writes a further entry of a kind that today has one of already. */
export const writeAnother: Command = {
  id: 'kintsugi.writeAnother',
  execute: (product) => writeEntry(product, (template) => template.kind === 'entry', true),
};

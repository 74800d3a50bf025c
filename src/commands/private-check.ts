import { runPrivateCheck } from '../views/private-check';
import type { Command } from './command';

/** The short private check, for whoever wants it, at any time. */
export const privateCheck: Command = {
  id: 'kintsugi.privateCheck',
  execute: (product) => runPrivateCheck(product.guides),
};

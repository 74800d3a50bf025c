import { showGuideText } from '../views/guide-texts';
import type { Command } from './command';

/** Opens Help and Safety: always the same page, for either partner, with or without a notes folder. */
export const help: Command = {
  id: 'kintsugi.help',
  execute: () => showGuideText('help'),
};

import * as vscode from 'vscode';
import type { Product } from '../product';
import type { Command } from './command';

/** Shows the path of both partners. */
export const openTimeline: Command = {
  id: 'kintsugi.openTimeline',
  execute: (product, place) => open(product, 'timeline', place),
};

/** Shows what forgiving is and is not, with a form to reflect on it and the pulls so far. */
export const openReflection: Command = {
  id: 'kintsugi.openReflection',
  execute: (product, place) => open(product, 'reflection', place),
};

/** The menu of an editor says which note it is; the palette means the one in front. */
async function open(product: Product, tab: 'timeline' | 'reflection', place: unknown): Promise<void> {
  const inFront = vscode.window.activeTextEditor?.document.uri;
  await product.pictures.open(product, tab, place instanceof vscode.Uri ? place : inFront);
}

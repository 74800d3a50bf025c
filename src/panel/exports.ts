import * as vscode from 'vscode';
import { csvText } from '../core/picture/csv-text';
import { drawTimeline } from '../core/picture/draw-timeline';
import { paperSize, svgText } from '../core/picture/svg-text';
import type { Timeline } from '../core/timeline/timeline';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { exportName, exportPlace, isNotesFile } from './export-place';
import type { MessageQueue } from './message-queue';
import { pictureWordsFrom } from './picture-words';
import type { ToExtension } from './protocol';
import type { Rasteriser } from './rasteriser';
import { pageWords } from './words';

type Wish = Extract<ToExtension, { readonly type: 'export' }>;

/** A PNG has twice the points of the picture, so that it prints well. */
const PNG_SCALE = 2;

/**
 * Saves the picture, or the numbers and marks behind it, where the person says.
 * @param timeline one that holds shared notes only: what is given away cannot be taken back
 * @throws PlainError where the picture cannot be made, or a note would be written over
 */
export async function exportPicture(
  product: Product,
  timeline: Timeline | undefined,
  wish: Wish,
  page: { readonly rasteriser: Rasteriser; readonly queue: MessageQueue },
): Promise<void> {
  const folder = product.folders.active;
  if (!folder || !timeline) {
    return;
  }
  const bytes = await bytesOf(timeline, wish, page.rasteriser);
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the picture, with shared notes only'),
    defaultUri: exportPlace(folder.uri, product.folders.all, exportName(wish.format)),
    filters: { [wish.format.toUpperCase()]: [wish.format] },
  });
  if (!target) {
    return;
  }
  if (product.folders.all.some((root) => isNotesFile(root, target))) {
    throw new PlainError(vscode.l10n.t('That file is one of your notes, so nothing was saved there.'));
  }
  // The dialog has asked about a file that is there already.
  await vscode.workspace.fs.writeFile(target, bytes);
  page.queue.post({ type: 'told', text: vscode.l10n.t('Saved. It holds shared notes only.') });
}

async function bytesOf(timeline: Timeline, { format, view }: Wish, rasteriser: Rasteriser): Promise<Uint8Array> {
  if (format === 'csv') {
    return new TextEncoder().encode(csvText(timeline));
  }
  const words = pageWords();
  const pictureWords = pictureWordsFrom((key) => words[key] ?? '');
  const picture = drawTimeline(timeline, view, pictureWords, vscode.env.language);
  const svg = svgText(picture);
  if (format === 'svg') {
    return new TextEncoder().encode(svg);
  }
  const { width, height } = paperSize(picture);
  const size = { width: Math.ceil(width * PNG_SCALE), height: Math.ceil(height * PNG_SCALE) };
  const png = await rasteriser.png(svg, size);
  if (!png) {
    throw new PlainError(
      vscode.l10n.t('The picture could not be turned into a PNG. Leave it in sight and try again, or save it as SVG.'),
    );
  }
  return png;
}

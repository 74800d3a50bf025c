import * as vscode from 'vscode';
import { COUPLE_FILE } from '../core/couple';
import type { Couple } from '../core/couple';
import type { Product } from '../product';
import { loadParsing } from '../workspace/parsing';
import { keepPrivateFolderIgnored } from './private-folder';

/** The file that tells somebody without the extension what the folder holds. */
const README = 'README.md';

/**
 * Writes what a notes folder needs and does not have. Nothing that is there is changed, but for one line at the end
 * of a `.gitignore` that does not keep the private folder out of git yet.
 * @returns the names of what was written
 */
export async function writeMissingFiles(
  product: Pick<Product, 'files' | 'guides'>,
  folder: vscode.Uri,
  couple: Couple,
): Promise<readonly string[]> {
  const written: string[] = [];
  // First of all: nothing private may ever lie in a folder where git would take it.
  if (await keepPrivateFolderIgnored(product.files, folder)) {
    written.push('.gitignore');
  }
  const parsing = await loadParsing();
  const comment = vscode.l10n.t('Kintsugi reads this file to know whose notes these are. You may change it by hand.');
  if (await create(product, folder, COUPLE_FILE, parsing.coupleText(couple, comment))) {
    written.push(COUPLE_FILE);
  }
  const [first, second] = couple.partners;
  const names = new Map([
    ['PARTNER', first.name],
    ['OTHER_PARTNER', second.name],
  ]);
  const { readme } = await product.guides.texts(couple.language);
  if (await create(product, folder, README, parsing.resolveSnippet(readme, (name) => names.get(name)).text)) {
    written.push(README);
  }
  return written;
}

async function create(
  { files }: Pick<Product, 'files'>,
  folder: vscode.Uri,
  name: string,
  text: string,
): Promise<boolean> {
  const bytes = new TextEncoder().encode(text);
  return (await files.create(vscode.Uri.joinPath(folder, name), bytes)) === 'created';
}

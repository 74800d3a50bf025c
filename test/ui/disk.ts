import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Reads everything that lies in a folder, but for what git keeps for itself.
 *
 * @returns the bytes of every file, as Latin-1 text, by its path
 */
export function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(?:^|\/)\.git\//.test(file))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]));
}

/** @returns the places of the bytes in which two texts of one length differ; every place where the lengths differ. */
export function differingBytes(one: Buffer, other: Buffer): readonly number[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, place) => place).filter((place) => one[place] !== other[place]);
}

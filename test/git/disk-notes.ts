import * as fs from 'node:fs';
import * as path from 'node:path';
import type { FileOnDisk, NotesOnDisk } from '../../src/sync/port';

/** A folder with notes without an editor. What would be open in one is put into `open`. */
export class DiskNotes implements NotesOnDisk {
  /** Texts of notes that are open and changed, by path. */
  readonly open = new Map<string, string>();
  /** Open notes that cannot be saved. */
  readonly unsavable = new Set<string>();

  constructor(readonly folder: string) {}

  saveOpenNotes(): Promise<void> {
    for (const [file, text] of this.open) {
      if (!file.startsWith('private/') && !this.unsavable.has(file)) {
        fs.writeFileSync(this.at(file), text);
        this.open.delete(file);
      }
    }
    return Promise.resolve();
  }

  unsaved(): readonly string[] {
    return [...this.open.keys()].filter((file) => !file.startsWith('private/'));
  }

  kindOf(file: string): Promise<'file' | 'other' | 'missing'> {
    const names = file.split('/');
    const folders = names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join('/'));
    const types = [...folders, file].map((name) => fs.lstatSync(this.at(name), { throwIfNoEntry: false }));
    if (types.slice(0, -1).some((stat) => stat && !stat.isDirectory())) return Promise.resolve('other');
    const last = types.at(-1);
    return Promise.resolve(last === undefined ? 'missing' : last.isFile() ? 'file' : 'other');
  }

  async read(file: string): Promise<FileOnDisk | undefined> {
    if ((await this.kindOf(file)) !== 'file') return undefined;
    const modified = fs.statSync(this.at(file)).mtimeMs;
    return { bytes: Uint8Array.from(fs.readFileSync(this.at(file))), modified };
  }

  async replace(file: string, before: Uint8Array | undefined, after: Uint8Array): Promise<boolean> {
    const kind = await this.kindOf(file);
    if (kind !== (before === undefined ? 'missing' : 'file')) return false;
    if (before === undefined) {
      fs.mkdirSync(path.dirname(this.at(file)), { recursive: true });
      fs.writeFileSync(this.at(file), after, { flag: 'wx' });
      return true;
    }
    if (!fs.readFileSync(this.at(file)).equals(before)) return false;
    fs.writeFileSync(this.at(file), after);
    return true;
  }

  mergeWritten(): Promise<number | undefined> {
    return Promise.resolve(fs.statSync(this.at('.git/MERGE_HEAD'), { throwIfNoEntry: false })?.mtimeMs);
  }

  private at(file: string): string {
    return path.join(this.folder, file);
  }
}

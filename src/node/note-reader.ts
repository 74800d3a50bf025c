import * as fs from 'node:fs';
import { LARGEST_NOTE_IN_BYTES } from '../core/note-bytes';
import type { FileStamp } from '../core/note-cache/shard';
import type { ReadResult } from '../workspace/note-files';

type Unread = Exclude<ReadResult, Uint8Array>;

/** Enough for nearly all notes. */
const BUFFER_IN_BYTES = 65_536;
/**
 * A link is not followed, and a pipe is not waited for. Where a system has no such way to open a file, it is looked at
 * first, in the moment before.
 */
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants as Partial<typeof fs.constants>;
const FLAGS = O_NOFOLLOW === undefined ? undefined : (O_RDONLY ?? 0) | O_NOFOLLOW | (O_NONBLOCK ?? 0);

/** Reads thousands of notes one after the other into one piece of memory, which each of them finds as the last left it. */
export class NoteReader {
  private readonly buffer = new Uint8Array(BUFFER_IN_BYTES);

  /**
   * @param file a path of this system
   * @param take is given the bytes, which are its own only until it returns, or why they cannot be had; and the stamp
   *   that the file had before
   * @param isKnown asked first, if it is given: what is known is not read
   */
  read(
    file: string,
    take: (result: ReadResult, stamp?: FileStamp) => void,
    isKnown?: (stamp: FileStamp) => boolean,
  ): void {
    const found = isKnown || FLAGS === undefined ? lookAt(file) : undefined;
    if (typeof found === 'string') {
      take(found);
    } else if (!found || isKnown?.(found) !== true) {
      this.open(file, take);
    }
  }

  private open(file: string, take: (result: ReadResult, stamp?: FileStamp) => void): void {
    let descriptor: number | undefined;
    let result: ReadResult;
    let stamp: FileStamp | undefined;
    try {
      descriptor = fs.openSync(file, FLAGS ?? 'r');
      const stat = fs.fstatSync(descriptor);
      stamp = stampOf(stat);
      result = stat.isFile() ? this.bytesOf(descriptor, stat.size) : 'not-a-file';
    } catch (error) {
      result = reasonOf(error);
    } finally {
      if (descriptor !== undefined) {
        fs.closeSync(descriptor);
      }
    }
    take(result, typeof result === 'string' ? undefined : stamp);
  }

  private bytesOf(descriptor: number, size: number): Uint8Array {
    if (size > LARGEST_NOTE_IN_BYTES) {
      // A note this large is refused anyway; its bytes need not be in memory for that.
      return new Uint8Array(LARGEST_NOTE_IN_BYTES + 1);
    }
    if (size === 0 || size > this.buffer.length) {
      // Some file systems do not say how much there is.
      return fs.readFileSync(descriptor);
    }
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read) {
      read = fs.readSync(descriptor, this.buffer, length, size - length, null);
    }
    return this.buffer.subarray(0, length);
  }
}

function lookAt(file: string): FileStamp | Unread {
  try {
    const stat = fs.lstatSync(file);
    if (stat.isSymbolicLink()) {
      return 'symbolic-link';
    }
    return stat.isFile() ? stampOf(stat) : 'not-a-file';
  } catch (error) {
    return reasonOf(error);
  }
}

function stampOf({ mtimeMs, ctimeMs, size }: fs.Stats): FileStamp {
  return { modified: mtimeMs, changed: ctimeMs, size };
}

/** @returns why the bytes of a file cannot be had, from an error of Node's. */
export function reasonOf(error: unknown): Unread {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'ELOOP':
      return 'symbolic-link';
    case 'EISDIR':
    case 'ENXIO':
      return 'not-a-file';
    default:
      return 'cannot-read';
  }
}

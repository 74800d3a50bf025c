import * as fs from 'node:fs';
import * as path from 'node:path';
import { notesIn } from './notes-folder';

const TAG = /line-(\d+)-end/g;
const TICKED = /^\s*- \[x\] (.*<!-- step: .*-->)/gm;
const UNTICKED = /^(\s*- )\[ \] (.*<!-- step: .*-->)/gm;
/** Where the acts put a note that they rename. */
export const RENAMED = 'moved/';
const MARKER = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/m;

/** What the two have written, deleted and ticked, to be held against what is there at the end. */
export class Ledger {
  private written = 0;
  private readonly kept = new Set<string>();
  private readonly ticks = new Set<string>();
  /** Who deleted them knew them: the same tick that somebody else makes unaware adds nothing to what is deleted. */
  private readonly takenTicks = new Set<string>();
  /** How many lines somebody wrote. */
  get lines(): number {
    return this.written;
  }

  /** @returns a line that nobody has written before */
  write(author: string): string {
    this.written += 1;
    this.kept.add(String(this.written));
    return `${author} wrote line-${String(this.written)}-end here.`;
  }

  /** Notes that somebody took a text away, with every line and tick in it. */
  take(text: string): void {
    for (const tag of tagsOf(text)) this.kept.delete(tag);
    for (const tick of ticksOf(text)) {
      this.ticks.delete(tick);
      this.takenTicks.add(tick);
    }
    for (const [, , step = ''] of text.matchAll(UNTICKED)) this.ticks.delete(step);
  }

  tick(step: string): void {
    if (!this.takenTicks.has(step)) this.ticks.add(step);
  }

  /** @returns what a folder misses, holds twice, or should not hold */
  faultsIn(folder: string): readonly string[] {
    const texts = notesIn(folder).map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')] as const);
    const places = new Map<string, string[]>();
    for (const [file, text] of texts)
      for (const tag of tagsOf(text)) places.set(tag, [...(places.get(tag) ?? []), file]);
    const ticked = new Set(texts.flatMap(([, text]) => ticksOf(text)));
    const lost = [...this.kept].filter((tag) => !places.has(tag));
    const twice = [...places].filter(([tag, files]) => this.kept.has(tag) && !isOnce(files));
    return [
      ...lost.map((tag) => `lost: line ${tag}`),
      ...twice.map(([tag, files]) => `twice: line ${tag} in ${files.join(', ')}`),
      ...[...this.ticks].filter((step) => !isTicked(step, ticked, folder)).map((step) => `lost: the tick of ${step}`),
      ...texts.filter(([, text]) => MARKER.test(text)).map(([file]) => `conflict markers: ${file}`),
    ];
  }
}

/**
 * Whether a line stands in one place only. A note that one renamed while the other wrote in it, or renamed it too, may
 * stand under both names afterwards: then its lines are in each of them, once, and none is lost.
 */
function isOnce(files: readonly string[]): boolean {
  const isOncePerFile = new Set(files).size === files.length;
  return isOncePerFile && files.filter((file) => !file.startsWith(RENAMED)).length <= 1;
}

/**
 * Whether a tick is there. Where a note was deleted and another begun that is much like it, git takes the one for the
 * other's new name: then what the partner ticked in the meantime stands in the new one.
 */
function isTicked(step: string, ticked: ReadonlySet<string>, folder: string): boolean {
  const file = /\(([^()]+\.md)\)/.exec(step)?.[1];
  const isGone = file !== undefined && !fs.existsSync(path.join(folder, file));
  const id = /<!-- step: .* -->/.exec(step)?.[0] ?? step;
  return ticked.has(step) || (isGone && [...ticked].some((other) => other.endsWith(id)));
}

export function tagsOf(text: string): readonly string[] {
  return [...text.matchAll(TAG)].map(([, tag = '']) => tag);
}

function ticksOf(text: string): readonly string[] {
  return [...text.matchAll(TICKED)].map(([, step = '']) => step);
}

/** @returns the steps of a note that are not ticked */
export function openSteps(text: string): readonly string[] {
  return [...text.matchAll(UNTICKED)].map(([, , step = '']) => step);
}

/** @returns the text with one step ticked */
export function withTick(text: string, step: string): string {
  return text.replace(`[ ] ${step}`, () => `[x] ${step}`);
}

/** @returns the text with every step ticked that is ticked in another one */
export function withTicksOf(text: string, other: string): string {
  return ticksOf(other).reduce(withTick, text);
}

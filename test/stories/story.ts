import { countLost } from './checks';
import { Couple } from './couple';
import { startedEditors, StoryEditor } from './editor';

interface StoryOptions {
  /** Whether it is among the few that are told in every run. */
  readonly isTelling?: boolean;
}

/** The first one waits for two windows to open. */
const STORY_MILLISECONDS = 180_000;

let editor: Promise<StoryEditor> | undefined;
let couple: Promise<Couple> | undefined;

/** What all stories of a run came to. */
export const sum = { stories: 0, kills: 0, lines: 0, lost: 0 };

/** The editor in which the couple sit. */
export async function sharedEditor(): Promise<StoryEditor> {
  editor ??= StoryEditor.start();
  return await editor;
}

/**
 * Tells a story of two people in two windows, as one test. Stories go on where the one before has ended, as in life:
 * the same two clones, the same windows, a history that grows. After each, both sync until neither has anything new,
 * and then every line that anybody wrote stands in both clones and in the remote, once. After a story that failed,
 * another couple goes on.
 */
export function story(title: string, act: (couple: Couple) => Promise<void>, { isTelling = false }: StoryOptions = {}) {
  if (!isTelling && !LONG_TESTS && ONLY_TESTS === '') return;
  it(title, async function () {
    this.timeout(STORY_MILLISECONDS);
    const both = await theCouple();
    const before = both.ledger.written;
    try {
      await act(both);
      await both.settle();
      await both.check();
      await both.leaveElsewhere();
      for (const machine of both.machines) await machine.tidies();
    } catch (error) {
      couple = undefined;
      const folders = both.machines.map(({ folder }) => folder);
      sum.lost += countLost(folders, both.ledger);
      await quietly(both.editor.takePictures(title));
      await quietly(both.part());
      throw error;
    }
    sum.stories += 1;
    sum.lines += both.ledger.written - before;
  });
}

async function theCouple(): Promise<Couple> {
  couple ??= sharedEditor().then((shared) => Couple.meet(shared));
  try {
    return await couple;
  } catch (error) {
    couple = undefined;
    throw error;
  }
}

/** What is done after a failure must not hide it. */
async function quietly(work: Promise<void>): Promise<void> {
  await work.catch(() => undefined);
}

/** Tells a story that needs windows and folders of its own. */
export function aside(title: string, act: () => Promise<void>): void {
  if (!LONG_TESTS && ONLY_TESTS === '') return;
  it(title, async function () {
    this.timeout(STORY_MILLISECONDS);
    try {
      await act();
    } catch (error) {
      for (const started of startedEditors) await quietly(started.takePictures(title));
      throw error;
    }
    sum.stories += 1;
  });
}

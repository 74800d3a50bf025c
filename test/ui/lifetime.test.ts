import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { writeNotesOfYears } from '../../scripts/bench/notes-of-years.mjs';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { commitEverything } from '../../scripts/sample-notes/history.mjs';
import { describeInLongRuns } from '../mocha/long-runs';
import { note } from '../mocha/reporting';
import { noteEditor, pressInNote, typeIntoNote, waitForNote, write } from './answers';
import { eventually } from './conditions';
import { expand, row, rowNames, stage, TALL } from './guide-view';
import { chart, picturePage, pressOnChart, readout, reloadWindow } from './picture-page';
import { sharedWorkbench } from './shared-workbench';
import { smoothnessOf } from './smoothness';
import type { Smoothness } from './smoothness';

const FEW = 100;
const MANY = 50_000;
const STAGE = '5-check-ins';
const STEP = 'What of yours reached me';
const GUIDE_MILLISECONDS = 120_000;
const TEST_MILLISECONDS = 600_000;

/** About three hundred keys, none of which the editor completes with another one. */
const TYPED = [
  'this week I came home when I said I would, and I told you before you had to ask me.',
  'It was late and I was tired, and still we sat down for a while.',
  'I heard that the evenings are the worst of it for you.',
  'I would like us to walk on Sunday, only the two of us, and to leave the phones at home.',
].join(' ');
const LETTERS = TYPED.replaceAll(' ', '').length;

/** A person's keys come so far apart; now and then a word comes as fast as it can. */
const PACE_MILLISECONDS = 80;
const FAST_PACE_MILLISECONDS = 25;
const EVERY_FAST_WORD = 4;

/**
 * What two windows may differ in. A machine that does much else at the same time holds one of them up now and then for
 * most of a second; what nine of ten letters and frames need stays within what nobody notices.
 */
const MOST = { times: 3, milliseconds: { longest: 1000, nineOfTen: 100 } };
const STATISTICS = { longest, nineOfTen };

/** What is compared between the windows, by what was done. */
const seen = new Map<string, Map<number, Smoothness>>();

describeInLongRuns('a window with a lifetime of notes', () => {
  for (const count of [FEW, MANY]) {
    describe(`that holds ${String(count)} of them`, function () {
      this.timeout(TEST_MILLISECONDS);
      let latest = '';
      const workbench = sharedWorkbench(async () => {
        const { folder } = temporaryFolder('lifetime');
        latest = writeNotesOfYears(folder, count).latest;
        writeFileSync(path.join(folder, '.gitignore'), 'private/\n');
        await commitEverything(folder);
        const line = lineOf(folder, latest, `- [ ] ${STEP}`) + 3;
        const settings = { 'files.autoSave': 'off' };
        return { folder, settings, viewport: TALL, opened: { note: latest, line } };
      });
      const editor = (): Locator => noteEditor(workbench().page, latest);
      const entryStep = (state: string): Locator =>
        workbench()
          .page.locator('.sidebar')
          .getByRole('treeitem', { name: `${STEP}${state}`, exact: true, level: 4 });

      it('takes what is typed while the notes are still being read', async () => {
        const { page } = workbench();
        const start = performance.now();
        await page.locator('.activitybar').getByRole('tab', { name: 'Kintsugi' }).click();
        const guide = stage(workbench(), 9)
          .waitFor({ timeout: GUIDE_MILLISECONDS })
          .then(() => performance.now() - start);
        await waitForNote(page, latest);
        const typingFrom = performance.now() - start;
        await watch('typing, as the notes are read', count, editor(), () => typeAtPace(page, latest, TYPED));
        assert.equal(lettersSeen('typing, as the notes are read', count), LETTERS);
        const guideAfter = await guide;
        note(
          `${String(count)} notes: the guide is there after ${ms(guideAfter)}, typing began after ${ms(typingFrom)}`,
        );
        assert.ok(count === FEW || typingFrom < guideAfter, 'the guide was there before anything could be typed');
      });

      it('shows the months in the guide, with as many notes as there are', async () => {
        await expand(stage(workbench(), 5));
        const month = workbench()
          .page.locator('.sidebar')
          .getByRole('treeitem', { name: /\d notes$/, level: 2 })
          .first();
        assert.match((await month.getAttribute('aria-label')) ?? '', new RegExp(`, ${notesOfLastMonth()} notes$`));
        await expand(month);
        await eventually(async () => {
          const names = (await rowNames(workbench())).filter((name) => / \d+, \d{4}, Check-in/.test(name));
          assert.equal(String(names.length), notesOfLastMonth());
        });
      });

      it('draws the timeline beside the note, and lets one look at all of it', async () => {
        const { page } = workbench();
        const start = performance.now();
        await openTimeline();
        await chart(page).waitFor({ timeout: GUIDE_MILLISECONDS });
        note(`${String(count)} notes: the timeline is drawn after ${ms(performance.now() - start)}`);
        await watch('looking at the timeline', count, chart(page), async () => {
          await picturePage(page).getByRole('button', { name: 'All', exact: true }).click();
          for (const key of ['Home', 'ArrowRight', '+', '+', '+', '-', '-', '0', 'End']) await pressOnChart(page, key);
        });
        await openTimeline();
        await chart(page).and(picturePage(page).locator(':focus')).waitFor();
        await eventually(async () => {
          assert.match(await readout(page).innerText(), /Alex[\s\S]*Trust 9/);
        });
        const marks = await chart(page).locator('*').count();
        note(`${String(count)} notes: ${String(marks)} elements in the drawing`);
      });

      it('takes what is typed beside the timeline', async () => {
        const { page } = workbench();
        await workbench().runCommand('View: Focus First Editor Group');
        await waitForNote(page, latest);
        await pressInNote(page, latest, 'Control+End');
        await pressInNote(page, latest, 'Enter');
        await watch('typing beside the timeline', count, editor(), () => typeAtPace(page, latest, TYPED));
        assert.equal(lettersSeen('typing beside the timeline', count), LETTERS);
      });

      it('takes a number that is changed beside the timeline, which shows it', async () => {
        const { page, folder } = workbench();
        await goToLine(lineOf(folder, latest, 'trust: '), 'trust: '.length + 1);
        await watch('changing a number beside the timeline', count, editor(), async () => {
          for (const number of ['1', '3', '2']) {
            await pressInNote(page, latest, 'Delete');
            await typeIntoNote(page, latest, number);
            await pressInNote(page, latest, 'ArrowLeft');
          }
          await eventually(async () => {
            assert.match(await readout(page).innerText(), /Trust 2/);
          });
        });
      });

      it('shows a tick in the guide that was made in the note, and keeps it when the note is saved', async () => {
        const { page, folder } = workbench();
        const day = new Date(latest.slice(`${STAGE}/`.length, `${STAGE}/2025-12-31`.length));
        const inWords = day.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
        await expand(row(workbench(), `${inWords}, Check-in, you`).first());
        await entryStep('').waitFor();
        await goToLine(lineOf(folder, latest, `- [ ] ${STEP}`), '- ['.length + 1);
        await pressInNote(page, latest, 'Delete');
        await typeIntoNote(page, latest, 'x');
        await entryStep(', written').waitFor();
        await workbench().runCommand('File: Save');
        await page.locator('.tab.dirty').waitFor({ state: 'detached' });
        const saved = readFileSync(path.join(folder, latest), 'utf8');
        assert.ok(saved.includes(`- [x] ${STEP}`));
        await entryStep(', written').waitFor();
      });

      it('shows the guide again when the window is loaded anew', async () => {
        await reloadWindow(workbench());
        const start = performance.now();
        await stage(workbench(), 5).waitFor({ timeout: GUIDE_MILLISECONDS });
        note(`${String(count)} notes: the guide is there again after ${ms(performance.now() - start)}`);
      });

      /** Stands at the note in the timeline, which takes the focus. */
      async function openTimeline(): Promise<void> {
        const { page } = workbench();
        await workbench().runCommand('View: Focus First Editor Group');
        await waitForNote(page, latest);
        const actions = page.locator('.editor-group-container.active .editor-actions');
        await actions.getByRole('button', { name: 'Open Timeline' }).first().click();
      }

      async function goToLine(line: number, column: number): Promise<void> {
        await workbench().runCommand('Go to Line/Column...');
        await write(workbench().page, '', `:${String(line)}:${String(column)}`);
        await waitForNote(workbench().page, latest);
      }

      function notesOfLastMonth(): string {
        const months = readdirSync(path.join(workbench().folder, STAGE)).map((name) => name.slice(0, '2025-12'.length));
        const last = months.sort().at(-1);
        return String(months.filter((month) => month === last).length);
      }
    });
  }

  describe('lets nobody wait longer, the more notes it holds,', () => {
    for (const act of [
      'typing, as the notes are read',
      'looking at the timeline',
      'typing beside the timeline',
      'changing a number beside the timeline',
    ]) {
      it(`while ${act}`, () => {
        const [few, many] = [FEW, MANY].map((count) => seen.get(act)?.get(count));
        assert.ok(few && many, 'both windows were watched');
        const hasNoMore = (what: keyof Smoothness, how: keyof typeof MOST.milliseconds): void => {
          const [found, usual] = [STATISTICS[how](many[what]), STATISTICS[how](few[what])];
          const most = MOST.times * usual + MOST.milliseconds[how];
          assert.ok(found <= most, `${what}, ${how}: ${ms(found)}, where a window with few notes has ${ms(usual)}`);
        };
        hasNoMore('longTasks', 'longest');
        for (const what of ['letters', 'frames'] as const) {
          hasNoMore(what, 'longest');
          hasNoMore(what, 'nineOfTen');
        }
      });
    }
  });
});

/** Watches the page while something is done with so many notes, and tells what it saw. */
async function watch(what: string, count: number, place: Locator, act: () => Promise<void>): Promise<void> {
  const found = await smoothnessOf(place, act);
  seen.set(what, (seen.get(what) ?? new Map<number, Smoothness>()).set(count, found));
  const all = (['letters', 'frames', 'longTasks'] as const).map((name) => {
    const times = found[name].toSorted((one, other) => other - one);
    const slowest = times.slice(0, 5).map((time) => time.toFixed(0));
    return `${String(times.length)} ${name}, median ${ms(middle(times))}, nine of ten ${ms(nineOfTen(times))}, longest ${slowest.join(' ')}`;
  });
  note(`${String(count)} notes, ${what}: ${all.join('; ')}`);
}

function lettersSeen(what: string, count: number): number | undefined {
  return seen.get(what)?.get(count)?.letters.length;
}

/** Writes as a person does; where a letter takes long, the next one comes all the faster. */
async function typeAtPace(page: Page, path: string, text: string): Promise<void> {
  let due = performance.now();
  for (const [index, word] of text.split(/(?<= )/).entries()) {
    for (const character of word) {
      await page.waitForTimeout(Math.max(0, due - performance.now()));
      await typeIntoNote(page, path, character);
      due += index % EVERY_FAST_WORD === 0 ? FAST_PACE_MILLISECONDS : PACE_MILLISECONDS;
    }
  }
}

/** @returns the first line that begins with a text, counted from 1 */
function lineOf(folder: string, name: string, start: string): number {
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.startsWith(start));
  assert.ok(index >= 0, `${name} has a line “${start}”`);
  return index + 1;
}

function longest(times: readonly number[]): number {
  return times.reduce((most, time) => Math.max(most, time), 0);
}

/** @returns the time that nine of ten stay within */
function nineOfTen(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.9)] ?? 0;
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

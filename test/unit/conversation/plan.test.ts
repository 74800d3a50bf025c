import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planPoints, taskEdits } from '../../../src/core/conversation/plan';
import { isLongEnough, timeToGoOn } from '../../../src/core/conversation/pause';
import { runs, text } from '../arbitraries';
import { newNote, readAs } from './conversation-sample';

const LINES = [
  '- Sam: calls the bank, by Friday',
  '- Alex: sleeps early',
  '- we walk, on Sunday',
  '- [x] Sam: has told Ida, 3 May',
];
const PLANNED = newNote().replace('- who: what, by when\n', `${LINES.join('\n')}\n`);

/** The text with edits made. */
function edited(content: string, edits: ReturnType<typeof taskEdits>): string {
  assert.ok(edits !== 'conflict');
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((note, { start, end, text: words }) => note.slice(0, start) + words + note.slice(end), content);
}

describe('the points of a plan', () => {
  it('have who, what and by when, as far as somebody wrote it', () => {
    assert.deepEqual(
      planPoints(readAs(PLANNED)).map(({ who, what, byWhen, isTask }) => [who, what, byWhen, isTask]),
      [
        ['Sam', 'calls the bank', 'by Friday', false],
        ['Alex', 'sleeps early', undefined, false],
        [undefined, 'we walk', 'on Sunday', false],
        ['Sam', 'has told Ida', '3 May', true],
      ],
    );
  });

  it('are not what the note began with, nor the day on which they look at it again', () => {
    assert.deepEqual(planPoints(readAs(newNote())), []);
    assert.deepEqual(planPoints(readAs(newNote().replace('again on:', 'again on: 1 June'))), []);
  });

  it('become tasks by a box before the words, and no other change', () => {
    const points = planPoints(readAs(PLANNED));
    const expected = PLANNED.replace('- Sam: calls', '- [ ] Sam: calls')
      .replace('- Alex: sleeps', '- [ ] Alex: sleeps')
      .replace('- we walk', '- [ ] we walk');
    assert.equal(edited(PLANNED, taskEdits(PLANNED, points)), expected);
    assert.deepEqual(
      planPoints(readAs(expected)).map(({ isTask }) => isTask),
      [true, true, true, true],
    );
    const windows = PLANNED.replaceAll('\n', '\r\n');
    assert.equal(edited(windows, taskEdits(windows, planPoints(readAs(windows)))), expected.replaceAll('\n', '\r\n'));
  });

  it('are left alone in a note that git could not join', () => {
    assert.equal(taskEdits(`${PLANNED}<<<<<<< ours\n`, planPoints(readAs(PLANNED))), 'conflict');
  });

  it('of any text at all only gain boxes, once', () => {
    fc.assert(
      fc.property(text, text, (plan, more) => {
        const content = newNote().replace('- who: what, by when\n', () => `${plan}\n- Sam: a, b\n${more}`);
        const points = planPoints(readAs(content));
        const edits = taskEdits(content, points);
        if (edits === 'conflict') return;
        const result = edited(content, edits);
        assert.equal(result.length, content.length + 4 * edits.length);
        assert.ok(edits.every(({ start, end, text: box }) => start === end && box === '[ ] '));
        assert.deepEqual(taskEdits(result, planPoints(readAs(result))), []);
      }),
      runs(300),
    );
  });
});

describe('a break', () => {
  it('is never suggested shorter than twenty minutes, and ends on full five minutes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        fc.nat(200),
        (now, minutes) => {
          const time = timeToGoOn(now, minutes);
          assert.ok(isLongEnough(now, time));
          assert.ok(time.getTime() - now.getTime() < (Math.max(minutes, 20) + 5) * 60_000);
          assert.equal(time.getTime() % 300_000, 0);
        },
      ),
      runs(200),
    );
  });

  it('of nineteen minutes is not long enough', () => {
    assert.ok(!isLongEnough(new Date(0), new Date(19 * 60_000)));
  });
});

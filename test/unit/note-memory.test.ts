import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { builtInGuide, noteAt, present } from './samples';

const { templates } = builtInGuide();

/** @returns the bytes of the heap that are in use once all that nobody holds is gone */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

/** A kindness with words of its own wherever a note can hold some, and a long text below. */
function kindness(number: number, prose: string): string {
  const own = `which are longer than a short word, ${String(number)}`;
  return [
    '---',
    'template: kindness',
    'partner: alex',
    'date: 2026-11-23',
    `turned: words ${own}`,
    `unknown-to-every-template-${String(number)}: 1`,
    '---',
    `## A heading, ${own}`,
    `- [x] A label, ${own} <!-- step: what-happened -->`,
    '',
    `- [x] Another, ${own} <!-- step: unknown-to-every-template-${String(number)} -->`,
    '',
    prose.repeat(90_000 / prose.length),
    '',
  ].join('\n');
}

describe('What is kept of a note', () => {
  for (const [what, prose, count, isFlat] of [
    ['that is flat', 'Words of prose. ', 300, true],
    ['that is not', `Words, <b>bold</b>. ${'x'.repeat(4_000)}`, 60, false],
  ] as const) {
    it(`${what} does not hold the text of its file`, () => {
      const read = (number: number) => {
        const text = kindness(number, prose);
        const whole = isFlat ? text : text.replace('unknown-', '"title": 1\nunknown-');
        return noteAt(templates, '6-kindness/2026-11-23-alex.md', whole);
      };
      const first = read(0);
      assert.equal(first.steps.length, 2);
      assert.match(first.fields.get('turned') ?? '', /words which are longer/);
      assert.ok(first.problems.some(({ details }) => details[0]?.startsWith('unknown-to-every')));
      const before = heapInUse();
      const kept = Array.from({ length: count }, (_, number) => read(number + 1));
      const grown = heapInUse() - before;
      assert.equal(kept.length, count);
      assert.ok(grown < (count * 90_000) / 5, `grew by ${String(grown)} bytes for ${String(count)} notes`);
    }).timeout(60_000);
  }

  it('is shared with other notes in the words of their template', () => {
    const whole = present(templates.find(({ id }) => id === 'moment-hard')).body.replace('[ ]', '[x]');
    const text = `---\ntemplate: moment-hard\nmoment: hard\n---\n${whole}`;
    const one = noteAt(templates, '9-path/2026-11-23-hard-alex.md', text);
    const other = noteAt(templates, '9-path/2026-11-24-hard-alex.md', text);
    assert.deepEqual(
      one.steps.map(({ ticked }) => ticked),
      [true, false],
    );
    assert.deepEqual([...one.fields], [['moment', 'hard']]);
    for (const shared of ['steps', 'fields', 'numbers'] as const) {
      assert.ok(one[shared] === other[shared], `${shared} are the same object`);
    }
  });
});

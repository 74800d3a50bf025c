import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { keysBeside, sectionAbove } from '../../src/core/section-above';
import type { SectionAbove } from '../../src/core/section-above';

const NOTE = [
  '---', // 0
  'template: check-in',
  'trust: 4',
  'hurt:',
  '---', // 4
  '',
  '# Check-in', // 6
  '',
  '## One request',
  '',
  '<!-- wording: check-in -->', // 10
  '',
  '- [ ] One request <!-- step: one-request -->',
  '',
  '### Alex', // 14
  'here',
  '## The five numbers',
  'there', // 17
];

const above = (lines: readonly string[], line: number): SectionAbove => sectionAbove((at) => lines[at] ?? '', line);
const beside = (lines: readonly string[], line: number): readonly string[] | undefined => {
  const keys = keysBeside((at) => lines[at] ?? '', lines.length, line);
  return keys && [...keys];
};

describe('the section above a line', () => {
  it('is the marked one, with its steps, below smaller headings too', () => {
    assert.deepEqual(above(NOTE, 15), { mark: 'check-in', steps: ['one-request'] });
    assert.deepEqual(above(NOTE, 11), { mark: 'check-in', steps: [] });
  });

  it('ends at the next heading, and is none before the mark', () => {
    assert.deepEqual(above(NOTE, 17), { mark: undefined, steps: [] });
    assert.deepEqual(above(NOTE, 9), { mark: undefined, steps: [] });
  });

  it('is found from every last line of a marked section of the templates', () => {
    const folder = 'templates/en';
    let found = 0;
    for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const lines = fs.readFileSync(`${folder}/${name}`, 'utf8').split('\n');
      let mark: string | undefined;
      for (const [line, text] of lines.entries()) {
        mark = text.startsWith('## ') ? undefined : (/^<!-- wording: (.*) -->$/.exec(text)?.[1] ?? mark);
        assert.equal(above(lines, line).mark, mark, `${name}:${line}`);
        found += mark === undefined ? 0 : 1;
      }
    }
    assert.ok(found > 100);
  });

  it('looks at a bounded number of lines', () => {
    let asked = 0;
    sectionAbove(() => {
      asked += 1;
      return 'words';
    }, 1_000_000);
    assert.ok(asked < 1_000);
  });
});

describe('the keys beside a line', () => {
  it('are those of the other lines of the front matter', () => {
    assert.deepEqual(beside(NOTE, 2), ['template', 'hurt']);
  });

  it('are none outside front matter, on its fences, and where it is not closed', () => {
    for (const line of [0, 4, 5, 15]) {
      assert.equal(beside(NOTE, line), undefined, String(line));
    }
    assert.equal(beside(NOTE.slice(0, 3), 2), undefined);
    assert.equal(beside(NOTE.slice(1), 1), undefined);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('---', 'trust: 1', '', '## x', '<!-- wording: y -->', '<!-- step: z -->')),
        fc.nat(12),
        (lines, line) => {
          beside(lines, line);
          above(lines, line);
        },
      ),
    );
  });
});

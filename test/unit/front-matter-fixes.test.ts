import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterFixes } from '../../src/core/front-matter-fixes';
import { readFrontMatter } from '../../src/core/front-matter';
import { nearestWord } from '../../src/core/nearest-word';
import { builtInGuide, noteAt } from './samples';

const { templates } = builtInGuide();
const VARIANTS = templates.filter(({ id }) => id === 'check-in');
const PATH = '5-check-ins/2026-03-09-alex.md';
const BODY = '\n# Check-in\n\ntrust: 99 in the body stays\n';

/** The note after every fix that is offered, one after the other, and how many there were. */
function mended(head: string, body = BODY): { readonly text: string; readonly count: number } {
  let text = `---\n${head}---\n${body}`;
  for (let count = 0; ; count += 1) {
    const note = noteAt(templates, PATH, text);
    const [fix] = frontMatterFixes(text, note, VARIANTS, note.problems);
    if (!fix) return { text, count };
    text = text.slice(0, fix.edit.start) + fix.edit.text + text.slice(fix.edit.end);
    assert.ok(count < 20, 'each fix leaves one problem fewer');
  }
}

describe('fixes of front matter', () => {
  for (const [what, before, after] of [
    [
      'a number above the range goes to its end',
      'trust: 12 # as of today\nhope: 3\n',
      'trust: 10 # as of today\nhope: 3\n',
    ],
    ['a number below the range goes to its beginning', 'trust: -3\n', 'trust: 0\n'],
    [
      'a number that is written as text becomes one',
      'trust: "7"\nhope: 7/10\nhurt: 7,5\n',
      'trust: 7\nhope: 7\nhurt: 7.5\n',
    ],
    ['the second of two keys goes', 'trust: 3\nhope: 4\ntrust: 5\n', 'trust: 3\nhope: 4\n'],
    ['line ends of Windows stay', 'trust: 3\r\ntrust: 5\r\nhope: 4\r\n', 'trust: 3\r\nhope: 4\r\n'],
    ['a mistyped key becomes the known one', 'trsut: 3\nclosness: 4\n', 'trust: 3\ncloseness: 4\n'],
    ['a key in capitals becomes the known one', 'Trust: 3\nWord_Ahead: heavy\n', 'trust: 3\nword-ahead: heavy\n'],
    ['a day gets its zeros', 'date: 2026-3-9\n', 'date: 2026-03-09\n'],
    ['a day gets its hyphens', 'date: 2026/03/08\n', 'date: 2026-03-08\n'],
    ['a day that is none becomes that of the name', 'date: 2026-02-31\n', 'date: 2026-03-09\n'],
    ['a role is written as it should be', 'role: Broke Trust\n', 'role: broke-trust\n'],
  ] as const) {
    it(what, () => {
      assert.equal(mended(before).text, `---\n${after}---\n${BODY}`);
    });
  }

  for (const [what, head] of [
    ['a key that could be several', 'h: 3\n'],
    ['a key that is far from all', 'weather: grey\n'],
    ['a key whose neighbour stands there already', 'trust: 3\ntrsut: 4\n'],
    ['a second key that goes on in the next line', 'tags: a\ntags:\n  - b\n'],
    ['a second key with a list', 'tags: a\ntags:\n- b\n'],
    ['words for a number', 'trust: rather little\n'],
    ['a role that is none', 'role: witness\n'],
    ['front matter that is no YAML', 'trust: [3\ntrust: 12\n'],
  ] as const) {
    it(`leave alone ${what}`, () => {
      assert.equal(mended(head).count, 0);
    });
  }

  it('offer nothing in a file with conflict markers', () => {
    const text = `---\ntrust: 12\n---\n${BODY}<<<<<<< ours\n`;
    const problems = noteAt(templates, PATH, text.replace('<<<<<<< ours\n', '')).problems;
    assert.equal(problems.length, 1);
    assert.deepEqual(frontMatterFixes(text, { date: undefined }, VARIANTS, problems), []);
  });

  it('pass over problems of an earlier text', () => {
    const { problems } = noteAt(templates, PATH, `---\nhope: 3\ntrust: 12\n---\n${BODY}`);
    assert.deepEqual(frontMatterFixes(`---\ntrust: 12\n---\n${BODY}`, { date: undefined }, VARIANTS, problems), []);
  });

  it('change nothing but what they are about, however the front matter is laid out', () => {
    const line = fc.constantFrom(
      'trust: 12',
      'trust: 3',
      'trust: "11"',
      'trust : 99 # much',
      'trsut: 3',
      'date: 2026-3-9',
      'role: Hurt',
      'tags:',
      '  - one',
      '- two',
      'hope: |',
      '  words',
      '',
      '# said',
      '? odd',
      ': even',
      '"trust": 12',
      '{a: b}',
      'trust: &a 12',
      'hope: >-',
      'hope: 12',
      '  trust: 12',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = ['---', ...lines, '---', '', 'words', ''].join(eol);
        const note = noteAt(templates, PATH, text);
        for (const { edit, key } of frontMatterFixes(text, note, VARIANTS, note.problems)) {
          const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
          assert.ok(after.endsWith(`---${eol}${eol}words${eol}`));
          const [was, is] = [readFrontMatter(text), readFrontMatter(after)];
          assert.ok(is.problems.length <= was.problems.length);
          for (const [name, { value }] of was.fields) {
            if (name !== key) assert.deepEqual(is.fields.get(name)?.value, value);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the nearest word', () => {
  for (const [word, known, nearest] of [
    ['trsut', ['trust', 'hurt'], 'trust'],
    ['trus', ['trust', 'hurt'], 'trust'],
    ['closenes', ['closeness', 'hope'], 'closeness'],
    ['clsoenes', ['closeness', 'hope'], 'closeness'],
    ['hop', ['hope', 'hot'], undefined],
    ['xyz', ['hope'], undefined],
    ['', ['hope'], undefined],
  ] as const) {
    it(`of “${word}” is ${nearest ?? 'none'}`, () => {
      assert.equal(nearestWord(word, known), nearest);
    });
  }
});

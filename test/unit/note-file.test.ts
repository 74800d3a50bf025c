import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unreadableNote } from '../../src/core/note-file';
import { NotePaths } from '../../src/core/note-path';
import { bytes, grammarText, runs } from './arbitraries';
import { bytesOf, noteAt, present, templateOf, told, withLines } from './samples';

const ENTRY = {
  kind: 'entry',
  path: '5-check-ins/${DATE}-${PARTNER_ID}.md',
  neutral: '',
  numbers: '{ trust: { min: 0, max: 10, low: none, high: full } }',
  fields: '{ moment: setback }',
};
const HURT = templateOf('check-in.hurt.md', withLines(ENTRY), ['said', 'hurts']);
const BROKE = templateOf('check-in.broke-trust.md', withLines(ENTRY), ['said', 'did']);
const TEMPLATES = [HURT, BROKE];
const PATH = '5-check-ins/2026-11-23-alex.md';
const BODY = '\n- [ ] a <!-- step: said -->\n- [x] b <!-- step: hurts -->\n';

const read = (frontMatter: string, body = BODY) =>
  noteAt(TEMPLATES, PATH, `---\nrole: hurt\n${frontMatter}---\n${body}`);

describe('a note', () => {
  it('tells the word that its writer wants to be known before it is opened, and says where that is no word', () => {
    const heavy = read('word-ahead: heavy, together\n');
    assert.deepEqual([heavy.wordAhead, told(heavy.problems)], ['both', []]);
    const empty = read('word-ahead:\n');
    assert.deepEqual([empty.wordAhead, told(empty.problems)], [undefined, []]);
    const unknown = read('word-ahead: sad\n');
    assert.deepEqual([unknown.wordAhead, told(unknown.problems)], [undefined, ['value-not-allowed:2']]);
  });

  it('is read whole', () => {
    const note = read('template: check-in\npartner: alex\ndate: 2026-11-23\nmoment: setback\ntrust: 4\n');
    const { path, isPrivate, stage, templateId, kind, scope, partner, date, sequence, role, inConflict, isReadable } =
      note;
    assert.deepEqual(
      { path, isPrivate, stage, templateId, kind, scope, partner, date, sequence, role, inConflict, isReadable },
      {
        path: PATH,
        isPrivate: false,
        stage: 'honesty',
        templateId: 'check-in',
        kind: 'entry',
        scope: 'each',
        partner: 'alex',
        date: '2026-11-23',
        sequence: 1,
        role: 'hurt',
        inConflict: false,
        isReadable: true,
      },
    );
    assert.deepEqual(
      note.steps.map(({ id, ticked }) => [id, ticked]),
      [
        ['said', false],
        ['hurts', true],
      ],
    );
    assert.deepEqual([...note.numbers], [['trust', 4]]);
    assert.deepEqual([...note.fields], [['moment', 'setback']]);
    assert.equal(note.wordingDigest, undefined);
    assert.deepEqual(note.problems, []);
  });

  it('tells in how many places two texts stand, but not in a note that git could not join', () => {
    const kept = '<!-- two-versions -->\n\na\n\n<!-- two-versions: and -->\n\nb\n\n<!-- two-versions: end -->\n';
    const places = (text: string): number => noteAt(TEMPLATES, PATH, text).twoVersions;
    assert.deepEqual([places('words'), places(kept), places(kept + kept)], [0, 1, 2]);
    assert.equal(places(`${kept}<<<<<<< HEAD\n`), 0);
    assert.equal(places(`${kept}\0`), 0);
  });

  it('is private by its folder, and numbered by its name', () => {
    const note = noteAt(TEMPLATES, 'private/5-check-ins/2026-11-23-sam-3.md', '');
    assert.deepEqual([note.isPrivate, note.partner, note.sequence], [true, 'sam', 3]);
  });

  it('goes by its name, and not by what it says of itself', () => {
    const note = read('template: another\npartner: sam\ndate: 2020-01-01\n');
    assert.deepEqual([note.templateId, note.partner, note.date], ['check-in', 'alex', '2026-11-23']);
  });

  it('is asked the steps of the role in which it was written', () => {
    const only = '- [ ] a <!-- step: said -->\n';
    const missing = (role: string) =>
      noteAt(TEMPLATES, PATH, `---\nrole: ${role}\n---\n${only}`).problems.map(({ code, details }) => [
        code,
        ...details,
      ]);
    assert.deepEqual(missing('hurt'), [['step-missing', 'hurts']]);
    assert.deepEqual(missing('broke-trust'), [['step-missing', 'did']]);
    assert.deepEqual(missing('both'), [
      ['step-missing', 'hurts'],
      ['step-missing', 'did'],
    ]);
  });

  const odd: readonly (readonly [title: string, frontMatter: string, problem: string])[] = [
    ['a number above its end', 'trust: 11\n', 'value-out-of-range:2'],
    ['a number below its end', 'trust: -0.5\n', 'value-out-of-range:2'],
    ['a number that is a word', 'trust: much\n', 'value-not-a-number:2'],
    ['a number in quotes', 'trust: "4"\n', 'value-not-a-number:2'],
    ['a number with a comma', 'trust: 4,5\n', 'value-not-a-number:2'],
    ['no number at all', 'trust: .nan\n', 'value-not-a-number:2'],
    ['an infinite number', 'trust: -.inf\n', 'value-not-a-number:2'],
    ['a list of numbers', 'trust: [4]\n', 'value-not-a-number:2'],
    ['a map for a number', 'trust: { a: 4 }\n', 'value-not-a-number:2'],
    ['true for a number', 'trust: true\n', 'value-not-a-number:2'],
    ['a day that does not exist', 'date: 2026-02-30\n', 'value-not-a-date:2'],
    ['a day with a time', 'date: 2026-11-23T10:00:00+02:00\n', 'value-not-a-date:2'],
    ['a day in another order', 'date: 23.11.2026\n', 'value-not-a-date:2'],
    ['a day with slashes', 'date: 2026/11/23\n', 'value-not-a-date:2'],
    ['a day that is a number', 'date: 20261123\n', 'value-not-a-date:2'],
    ['a day that is a year', 'date: 2026\n', 'value-not-a-date:2'],
    ['a day that is a word', 'date: yesterday\n', 'value-not-a-date:2'],
    ['a day that is a list', 'date: [2026-11-23]\n', 'value-not-a-date:2'],
    ['a day tagged as a time stamp', 'date: !!timestamp 2026-02-30\n', 'value-not-a-date:2'],
    ['an unknown key', 'mood: low\n', 'key-unknown:2'],
    ['a key twice', 'trust: 4\ntrust: 5\n', 'key-twice:3'],
    ['an anchor', 'trust: &a 4\n', 'yaml-alias:2'],
    ['no YAML', 'trust: [4\n', 'yaml:2'],
  ];
  for (const [title, frontMatter, expected] of odd) {
    it(`with ${title} is told at its line, and its steps are read`, () => {
      const note = read(frontMatter);
      assert.equal(told(note.problems)[0], expected);
      assert.equal(note.steps.length, 2);
      assert.equal(note.isReadable, true);
    });
  }

  for (const value of ['0', '10', '4.5', '1e1', '0x0A', '+7']) {
    it(`takes ${value} for a number`, () => {
      assert.equal(read(`trust: ${value}\n`).numbers.get('trust'), Number(value));
    });
  }

  for (const frontMatter of [
    'trust:\n',
    'trust: # 0 none, 10 full\n',
    'trust: ~\n',
    'date:\n',
    'tags: [a]\naliases: b\ntitle: c\n',
  ]) {
    it(`has no problem with ${JSON.stringify(frontMatter)}`, () => {
      const note = read(frontMatter);
      assert.deepEqual(note.problems, []);
      assert.equal(note.numbers.size, 0);
    });
  }

  it('tells a role that does not exist', () => {
    assert.equal(told(noteAt(TEMPLATES, PATH, `---\nrole: guilty\n---\n${BODY}`).problems)[0], 'value-not-allowed:1');
  });

  const steps: readonly (readonly [title: string, body: string, problems: readonly string[]])[] = [
    ['a step twice', `${BODY}\n- [ ] a <!-- step: said -->\n`, ['step-twice:7']],
    ['an unknown step', `${BODY}\n- [ ] c <!-- step: other -->\n`, ['step-unknown:7']],
    ['a missing step', '\n- [ ] a <!-- step: said -->\n', ['step-missing:0']],
    ['no step at all, written freely,', 'Words.\n', []],
  ];
  for (const [title, body, expected] of steps) {
    it(`with ${title} is told at its line`, () => {
      assert.deepEqual(told(read('', body).problems), expected);
    });
  }

  const refused: readonly (readonly [
    title: string,
    content: string | Uint8Array,
    problem: string,
    readable: boolean,
  ])[] = [
    ['in conflict', `---\nrole: hurt\n---\n<<<<<<< HEAD\n${BODY}`, 'conflict:3', true],
    [
      'in conflict in its front matter',
      `---\n<<<<<<< HEAD\nrole: hurt\n=======\nrole: both\n>>>>>>> theirs\n---\n${BODY}`,
      'conflict:1',
      true,
    ],
    ['in conflict in code', `\`\`\`\r\n<<<<<<< HEAD\r\n\`\`\`\r\n${BODY}`, 'conflict:1', true],
    ['not UTF-8', Uint8Array.of(...bytesOf(BODY), 0xff), 'not-utf8:0', false],
    ['holding a NUL', `${BODY}\0`, 'nul-byte:0', false],
    ['50 MB long', new Uint8Array(50_000_000).fill(0x61), 'too-large:0', false],
  ];
  for (const [title, content, expected, readable] of refused) {
    it(`that is ${title} is told at its line and gives nothing but its name`, () => {
      const note = noteAt(TEMPLATES, PATH, content);
      assert.deepEqual(told(note.problems), [expected]);
      assert.equal(note.isReadable, readable);
      assert.equal(note.inConflict, readable);
      assert.deepEqual([note.steps.length, note.numbers.size, note.fields.size], [0, 0, 0]);
      assert.deepEqual([note.partner, note.date, note.templateId], ['alex', '2026-11-23', 'check-in']);
    });
  }

  it('whose bytes could not be had is told, and gives nothing but its name', () => {
    const [name] = new NotePaths(TEMPLATES, ['alex', 'sam']).match(PATH);
    const note = unreadableNote(PATH, 'no-permission', [present(name)]);
    assert.deepEqual(told(note.problems), ['no-permission:0']);
    assert.deepEqual([note.isReadable, note.steps.length, note.partner], [false, 0, 'alex']);
  });

  it('that does not close its front matter is told at the first line', () => {
    assert.equal(told(noteAt(TEMPLATES, PATH, `---\nrole: hurt\n${BODY}`).problems)[0], 'front-matter-unclosed:0');
  });

  it('with 10,000 task items, or nested 1,000 deep, is told at the line', () => {
    const many = '- [ ] a <!-- step: said -->\n'.repeat(10_000);
    assert.equal(told(read('', many).problems)[0], 'too-large:2003');
    assert.equal(told(read('', `${BODY}\n${'> '.repeat(1000)}a\n`).problems)[0], 'too-deep:7');
    assert.equal(told(read(`trust: ${'['.repeat(1000)}\n`).problems)[0], 'too-deep:2');
  });

  it('is the same with CRLF, a byte order mark, and no final line end', () => {
    const text = `---\nrole: hurt\ntrust: 4\n---\n${BODY}`;
    const about = (content: string) => {
      const { steps: found, numbers, problems, role } = noteAt(TEMPLATES, PATH, content);
      return {
        steps: found.map(({ id, ticked, label, heading }) => [id, ticked, label, heading]),
        numbers,
        problems,
        role,
      };
    };
    for (const hard of [
      text.replaceAll('\n', '\r\n'),
      `\uFEFF${text}`,
      text.trimEnd(),
      `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`,
    ]) {
      assert.deepEqual(about(hard), about(text));
    }
  });

  it('never throws, and every problem lies within it', () => {
    const text = `---\nrole: hurt\ntrust: 4\n---\n${BODY}`;
    const nearly = fc
      .tuple(fc.nat(text.length), fc.nat(20), grammarText)
      .map(([at, gone, put]) => bytesOf(text.slice(0, at) + put + text.slice(at + gone)));
    fc.assert(
      fc.property(fc.oneof(bytes, nearly), (content) => {
        const note = noteAt(TEMPLATES, PATH, content);
        const lineCount = content.filter((byte) => byte === 0x0a).length + 1;
        assert.ok(note.problems.every(({ line }) => line >= 0 && line < lineCount));
        assert.equal(note.path, PATH);
      }),
      runs(500),
    );
  });
});

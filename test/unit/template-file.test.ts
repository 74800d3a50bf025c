import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTemplate } from '../../src/core/template-file';
import { bytes, grammarText, runs } from './arbitraries';
import { bytesOf, PAGE_LINES, present, templateOf, templateText, told, withLines } from './samples';

const GOOD = templateText(PAGE_LINES, ['one', 'two']);
const read = (text: string, name = 'honesty.md') => readTemplate(name, bytesOf(text));

describe('a template file', () => {
  it('is read whole', () => {
    const { template, problems } = read(GOOD, 'honesty.hurt.md');
    assert.deepEqual(problems, []);
    const { body, ...rest } = present(template);
    assert.match(body, /^\n# A page\n/);
    assert.deepEqual(rest, {
      id: 'honesty',
      role: 'hurt',
      stage: 'honesty',
      stageTitle: 'Honesty',
      order: 4,
      position: 1,
      title: 'Honesty',
      kind: 'page',
      scope: 'each',
      path: '4-honesty/${PARTNER_ID}.md',
      neutralPath: '4/${PARTNER_ID}.md',
      privacy: 'shared',
      command: 'stage',
      optional: false,
      signed: false,
      offered: true,
      followsLatest: false,
      steps: [
        { id: 'one', label: 'The step one', shortLabel: 'one', counts: true },
        { id: 'two', label: 'The step two', shortLabel: 'two', counts: true },
      ],
      numbers: [],
      fields: [],
    });
  });

  it('is the same with a byte order mark and CRLF', () => {
    assert.deepEqual(read(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`), read(GOOD));
  });

  it('may leave out what has a plain value', () => {
    const template = templateOf('a.md', withLines({ 'stage-title': '', neutral: '' }), []);
    assert.equal(template.stageTitle, 'honesty');
    assert.equal(template.neutralPath, template.path);
  });

  it('tells which steps do not count, numbers with their ends, and further fields', () => {
    const lines = withLines({
      optional: '[two]',
      numbers: '\n  trust: { min: 0, max: 10, low: none, high: full }',
      fields: '\n  moment: setback\n  act: # signed or withdrawn\n  count: 3',
    });
    const template = templateOf('a.md', lines, ['one', 'two']);
    assert.deepEqual(
      template.steps.map(({ counts }) => counts),
      [true, false],
    );
    assert.deepEqual(template.numbers, [
      { name: 'trust', title: 'Trust', min: 0, max: 10, reads: 'up', low: 'none', high: 'full' },
    ]);
    assert.deepEqual(template.fields, [
      { name: 'moment', value: 'setback', comment: '' },
      { name: 'act', value: '', comment: 'signed or withdrawn' },
      { name: 'count', value: '3', comment: '' },
    ]);
  });

  it('titles a number in its own words or by its name, and says which way it reads', () => {
    const numbers = [
      '\n  keep-away: { min: 0, max: 10 }',
      '  wish-well: { title: Wishing well, min: 0, max: 10, reads: up }',
      '  hurt: { title: " ", min: 0, max: 10, reads: down }',
    ];
    const template = templateOf('a.md', withLines({ numbers: numbers.join('\n') }), []);
    assert.deepEqual(
      template.numbers.map(({ title, reads }) => [title, reads]),
      [
        ['Keep away', 'up'],
        ['Wishing well', 'up'],
        ['Hurt', 'down'],
      ],
    );
  });

  it('says its id and role by its name', () => {
    const named = (name: string) => [read(GOOD, name).template?.id, read(GOOD, name).template?.role];
    assert.deepEqual(named('check-in.broke-trust.md'), ['check-in', 'broke-trust']);
    assert.deepEqual(named('check-in.md'), ['check-in', undefined]);
    for (const name of [
      'Check-in.md',
      'check-in.both.md',
      'check-in.txt',
      '../a.md',
      'a/b.md',
      '.md',
      '-a.md',
      'a.md\n',
      '',
    ]) {
      assert.deepEqual(told(read(GOOD, name).problems), ['template-name:0'], name);
    }
  });

  const step = '- [ ] A <!-- step: one -->\n';
  const refused: readonly (readonly [title: string, text: string, problem: string])[] = [
    ['is empty', '', 'front-matter-unclosed:0'],
    ['has no front matter', '# A page\n', 'front-matter-unclosed:0'],
    ['does not close it', `---\n${PAGE_LINES.join('\n')}\n\n# A page`, 'front-matter-unclosed:0'],
    ['holds front matter that is not YAML', GOOD.replace('order: 4', 'order: [4'), 'yaml:4'],
    ['has a key twice', GOOD.replace('order: 4', 'stage: b'), 'key-twice:3'],
    ['has an anchor', GOOD.replace('order: 4', 'order: &a 4'), 'yaml-alias:3'],
    ['is in conflict', `${GOOD}<<<<<<< HEAD\n`, `conflict:${String(GOOD.split('\n').length - 1)}`],
    ['has a NUL', `${GOOD}\0`, 'nul-byte:0'],
    ['is too large', 'a'.repeat(1_000_001), 'too-large:0'],
    ['lacks a key', templateText(withLines({ title: '' }), []), 'key-missing:0'],
    ['has an order that is a word', GOOD.replace('order: 4', 'order: four'), 'value-not-a-number:3'],
    ['has an infinite order', GOOD.replace('order: 4', 'order: .inf'), 'value-not-a-number:3'],
    ['has an empty stage', GOOD.replace('stage: honesty', 'stage: " "'), 'value-not-text:1'],
    ['has a kind that does not exist', GOOD.replace('kind: page', 'kind: book'), 'value-not-allowed:5'],
    ['has a path that leads out', GOOD.replace('4-honesty/${PARTNER_ID}', '../${PARTNER_ID}'), 'template-path:7'],
    ['has a neutral path into private', GOOD.replace('4/${PARTNER_ID}', 'private/${PARTNER_ID}'), 'template-path:8'],
    ['lets two partners share a file', GOOD.replace('4/${PARTNER_ID}', '4/page'), 'template-path:8'],
    ['has a flag that is a word', templateText(withLines({ signed: 'maybe' }), []), 'value-not-allowed:10'],
    ['has numbers that are a word', templateText(withLines({ numbers: 'ten' }), []), 'value-not-allowed:10'],
    [
      'has a number with ends that are exchanged',
      templateText(withLines({ numbers: '{ trust: { min: 10, max: 0 } }' }), []),
      'value-not-a-number:10',
    ],
    [
      'has a number that reads neither up nor down',
      templateText(withLines({ numbers: '{ hurt: { min: 0, max: 10, reads: left } }' }), []),
      'value-not-allowed:10',
    ],
    [
      'has a number of its own for a key of the product',
      templateText(withLines({ numbers: '{ date: { min: 0, max: 1 } }' }), []),
      'value-not-allowed:10',
    ],
    [
      'has a field for a key of the product',
      templateText(withLines({ fields: '{ partner: x }' }), []),
      'value-not-allowed:10',
    ],
    ['has a step twice', `${templateText(PAGE_LINES, ['one'])}\n${step}`, 'step-twice:20'],
    [
      'has a step that cannot be ticked',
      `${templateText(PAGE_LINES, [])}\n- A <!-- step: one -->\n`,
      'step-without-task:15',
    ],
  ];
  for (const [title, text, expected] of refused) {
    it(`that ${title} is refused at its line`, () => {
      const { template, problems } = read(text);
      assert.equal(template, undefined);
      assert.equal(told(problems)[0], expected);
      assert.ok(problems.some(({ severity }) => severity === 'error'));
    });
  }

  it('that is not UTF-8, or whose name says no id, is refused', () => {
    assert.deepEqual(told(readTemplate('a.md', Uint8Array.of(0xff)).problems), ['not-utf8:0']);
    assert.deepEqual(told(read(GOOD, 'No Name.md').problems), ['template-name:0']);
  });

  it('with an unknown key serves, with a word of warning at its line', () => {
    const { template, problems } = read(GOOD.replace('order: 4', 'order: 4\ncolour: gold'));
    assert.equal(present(template).order, 4);
    assert.deepEqual(
      problems.map(({ code, line, severity }) => [code, line, severity]),
      [['key-unknown', 4, 'warning']],
    );
  });

  it('never throws, and is never refused without a reason', () => {
    const nearly = fc
      .tuple(fc.nat(GOOD.length), fc.nat(20), grammarText)
      .map(([at, gone, put]) => bytesOf(GOOD.slice(0, at) + put + GOOD.slice(at + gone)));
    fc.assert(
      fc.property(fc.constantFrom('a.md', 'a.hurt.md', 'A'), fc.oneof(bytes, nearly), (name, content) => {
        const { template, problems } = readTemplate(name, content);
        assert.equal(
          template === undefined,
          problems.some(({ severity }) => severity === 'error'),
        );
      }),
      runs(400),
    );
  });
});

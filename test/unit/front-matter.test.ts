import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../src/core/steps';
import { findFrontMatter, readFrontMatter, readYamlMap, textOf } from '../../src/core/front-matter';
import type { FlatValue } from '../../src/core/front-matter';
import { runs, text } from './arbitraries';
import { present, told } from './samples';

const valueOf = (yaml: string, key: string): FlatValue => readFrontMatter(`---\n${yaml}\n---\n`).fields.get(key)?.value;
const problemsOf = (yaml: string): readonly string[] => told(readFrontMatter(`---\n${yaml}\n---\n`).problems);

describe('front matter', () => {
  it('is found with its body', () => {
    const read = readFrontMatter('---\ntemplate: check-in\n---\nBody');
    assert.equal(read.fields.get('template')?.value, 'check-in');
    assert.equal(read.bodyStart, 27);
    assert.equal(read.present, true);
  });

  it('is found after a byte order mark, with CRLF, and at the very end', () => {
    assert.equal(readFrontMatter('\uFEFF---\na: 1\n---\n').fields.get('a')?.value, 1);
    assert.equal(readFrontMatter('---\r\na: 1\r\nb: 2\r\n---\r\n').fields.get('b')?.value, 2);
    assert.equal(readFrontMatter('---\na: 1\n---').fields.get('a')?.value, 1);
  });

  for (const [title, source] of [
    ['no front matter', 'Hello\n---\na: 1\n---\n'],
    ['a thematic break at the beginning', '---\n\nHello'],
    ['a blank line before it', '\n---\na: 1\n---\n'],
    ['four hyphens', '----\na: 1\n----\n'],
    ['nothing', ''],
  ] as const) {
    it(`is not seen where there is ${title}`, () => {
      assert.deepEqual(readFrontMatter(source).problems, []);
      assert.equal(readFrontMatter(source).present, false);
    });
  }

  it('may be empty', () => {
    assert.deepEqual(readFrontMatter('---\n---\nBody'), {
      fields: new Map(),
      problems: [],
      bodyStart: 8,
      present: true,
    });
    assert.deepEqual(problemsOf('# only a comment'), []);
  });

  it('keeps days as they are written, and does not make instants of them', () => {
    assert.equal(valueOf('date: 2026-11-23', 'date'), '2026-11-23');
    assert.equal(valueOf('date: 2026-11-23T10:00:00Z', 'date'), '2026-11-23T10:00:00Z');
    assert.equal(valueOf('date: 20261123', 'date'), 20261123);
  });

  it('reads values of the core schema, and no other', () => {
    assert.equal(valueOf('a: yes', 'a'), 'yes');
    assert.equal(valueOf('a: no', 'a'), 'no');
    assert.equal(valueOf('a: true', 'a'), true);
    assert.equal(valueOf('a:', 'a'), null);
    assert.equal(valueOf('a: .nan', 'a'), NaN);
    assert.deepEqual(valueOf('a: [1, b, null]', 'a'), [1, 'b', null]);
    assert.equal(valueOf('a: { b: 1 }', 'a'), undefined);
  });

  const broken: readonly (readonly [title: string, yaml: string, problem: string])[] = [
    ['not YAML', 'a: [1, 2\nb: 3', 'yaml:2'],
    ['a tab as indentation', 'a:\n\tb: 1', 'yaml:2'],
    ['a quotation without an end', 'a: 1\nb: "c', 'yaml:2'],
    ['text', 'just words', 'front-matter-not-a-map:1'],
    ['a list', 'a\n- b'.slice(2), 'front-matter-not-a-map:1'],
    ['a key twice', 'a: 1\nb: 2\na: 3', 'key-twice:3'],
    ['a key that is a list', 'a: 1\n? [b]\n: c', 'yaml:2'],
    ['an anchor', 'a: 1\nb: &x 2', 'yaml-alias:2'],
    ['an alias', 'a: &x 1\nb: *x', 'yaml-alias:1'],
    ['an alias to itself', 'a: &x [*x]', 'yaml-alias:1'],
    ['an alias to nothing', 'a: *x', 'yaml-alias:1'],
    ['a second document', 'a: 1\n...\nb: 2', 'yaml:3'],
    ['lists 1,000 deep in one line', `a: 1\nb: ${'['.repeat(1000)}${']'.repeat(1000)}`, 'too-deep:2'],
    ['maps 1,000 deep in one line', `a: ${'{a: '.repeat(1000)}${'}'.repeat(1000)}`, 'too-deep:1'],
    ['lists 20,000 deep that are not closed', `a: ${'['.repeat(20_000)}`, 'too-deep:1'],
    ['sequences 1,000 deep', `a:\n${'- '.repeat(1000)}b`, 'too-deep:2'],
    ['keys 1,000 deep', `${'? '.repeat(1000)}b`, 'too-deep:1'],
    [
      'maps 300 deep over 300 lines',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'too-deep:64',
    ],
    ['more than anybody writes', `a: ${'x'.repeat(70_000)}`, 'too-large:1'],
  ];
  for (const [title, yaml, expected] of broken) {
    it(`with ${title} is told at its line`, () => {
      assert.equal(problemsOf(yaml)[0], expected);
    });
  }

  it('with anchors that explode is refused at once', () => {
    const yaml = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghi'].map((name, index) => {
        const before = 'abcdefghi'.charAt(index);
        return `${name}: &${name} [${`*${before}, `.repeat(9)}*${before}]`;
      }),
    ].join('\n');
    assert.deepEqual(problemsOf(yaml), ['yaml-alias:1']);
  });

  it('that is not closed is told at its first line, and gives nothing', () => {
    const read = readFrontMatter('---\ntemplate: check-in\n\nBody');
    assert.deepEqual(told(read.problems), ['front-matter-unclosed:0']);
    assert.equal(read.fields.size, 0);
  });

  it('with a key twice keeps the first', () => {
    assert.equal(valueOf('a: 1\na: 2', 'a'), 1);
  });

  it('places keys and values by line and column', () => {
    const field = present(readFrontMatter('---\r\na: 1\r\ntrust: eleven\r\n---\r\n').fields.get('trust'));
    assert.deepEqual(field.key, { line: 2, startColumn: 0, endColumn: 5 });
    assert.deepEqual(field.place, { line: 2, startColumn: 7, endColumn: 13 });
  });

  it('gives text and numbers as text', () => {
    const fields = readFrontMatter('---\na: "  b "\nc: 4\nd: true\n---\n').fields;
    assert.equal(textOf(fields.get('a')), 'b');
    assert.equal(textOf(fields.get('c')), '4');
    assert.equal(textOf(fields.get('d')), undefined);
    assert.equal(textOf(undefined), undefined);
  });

  it('never throws, and its body lies within the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const whole of [source, `---\n${source}\n---\n`, `---\na: ${source}`]) {
          const { bodyStart, problems } = readFrontMatter(whole);
          assert.ok(bodyStart >= 0 && bodyStart <= whole.length);
          assert.ok(problems.every(({ line }) => line >= 0 && line < whole.split('\n').length));
        }
        readYamlMap(source, 0, source.length);
      }),
      runs(400),
    );
  });

  it('ends where the Markdown parser says that it ends', () => {
    const line = fc.constantFrom(
      '---',
      '---  ',
      '--- a',
      '----',
      ' ---',
      'a: 1',
      '',
      'b: "c\u2028---"',
      '...',
      '\u2028---',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const source = ['---', ...lines].join(lineEnd);
        const [first] = parseMarkdown(source).children;
        const span = findFrontMatter(source);
        const end = first?.type === 'yaml' ? first.position?.end.offset : undefined;
        assert.equal(
          span?.closed === true ? source.slice(0, span.bodyStart).trimEnd().length : undefined,
          end === undefined ? end : source.slice(0, end).trimEnd().length,
        );
      }),
      runs(300),
    );
  });
});

import assert from 'node:assert/strict';
import { coupleText } from '../../../src/core/couple-edit';
import { mergeNote } from '../../../src/core/merge/merge-note';
import { bytesOf, coupleOf } from '../samples';
import { alex, merged, mergeBothWays, NOTE, sam, toChoose, twoVersions } from './sides';

const BY_HAND = 'by hand';
const STEP = '- [ ] a <!-- step: a -->\n';
type Case = readonly [title: string, base: string | undefined, ofAlex: string, ofSam: string, result: string];

describe('merging two versions of a file', () => {
  it('leaves a changed file as it is where the other side deleted it', () => {
    const content = Uint8Array.of(0, 0xff, 1);
    const kept = { kind: 'merged', bytes: content, toChoose: 0 };
    assert.deepEqual(mergeBothWays('a.png', Uint8Array.of(1), alex(content), sam(undefined)), kept);
  });

  it('leaves a file that both deleted to a person', () => {
    assert.deepEqual(mergeBothWays(NOTE, bytesOf('a'), alex(undefined), sam(undefined)), { kind: 'by-hand' });
  });

  it('takes the one changed side, or what both have, byte for byte', () => {
    const [before, after] = [Uint8Array.of(0xff), Uint8Array.of(0, 0xfe)];
    const kept = { kind: 'merged', bytes: after, toChoose: 0 };
    assert.deepEqual(mergeBothWays(NOTE, before, alex(after), sam(before)), kept);
    assert.deepEqual(mergeBothWays(NOTE, before, alex(after), sam(after)), kept);
    assert.deepEqual(mergeBothWays(NOTE, undefined, alex(after), sam(after)), kept);
  });

  it('counts the places to choose from in what it takes', () => {
    const content = `${twoVersions('a', 'b')}\n`;
    assert.equal(toChoose('a\n', content, 'a\n'), 1);
  });

  it('puts the texts in the order of ranks, then of names, then of themselves', () => {
    const texts = (one: [string | undefined, number], other: [string | undefined, number]): string => {
      const result = mergeBothWays(
        NOTE,
        bytesOf('# h\n'),
        { bytes: bytesOf('# h\n\ny\n'), author: one[0], rank: one[1] },
        { bytes: bytesOf('# h\n\nx\n'), author: other[0], rank: other[1] },
      );
      assert.ok(result.kind === 'merged');
      return new TextDecoder()
        .decode(result.bytes)
        .replace(/<!--.*-->|# h/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    };
    assert.equal(texts(['Zoe', 0], ['Alex', 1]), '**Zoe:** y **Alex:** x');
    assert.equal(texts(['Zoe', 2], ['Alex', 1]), '**Alex:** x **Zoe:** y');
    assert.equal(texts(['Zoe', 2], ['Alex', 2]), '**Alex:** x **Zoe:** y');
    assert.equal(texts(['Alex', 2], ['Alex', 2]), '**Alex:** x **Alex:** y');
    assert.equal(texts([undefined, 2], [undefined, 2]), 'x y');
    assert.equal(texts(['Al\nex\0', 0], [' ', 1]), '**Al ex:** y x');
  });

  const refused: readonly (readonly [title: string, content: Uint8Array])[] = [
    ['bytes that are no text', Uint8Array.of(0x61, 0xff)],
    ['a NUL', bytesOf('a\0')],
    ['a conflict', bytesOf('a\n<<<<<<< HEAD\n')],
    ['half a conflict', bytesOf('a\n>>>>>>> theirs\n')],
    ['lone carriage returns', bytesOf('a\rb\n')],
    ['a note of more than a megabyte', bytesOf('a'.repeat(1_000_001))],
    ['a note of more characters than a note has', bytesOf('a'.repeat(400_001))],
    ['a note of more lines than a note has', bytesOf('a\n'.repeat(10_001))],
  ];
  for (const [title, content] of refused) {
    it(`leaves ${title} to a person`, () => {
      const byHand = { kind: 'by-hand' };
      assert.deepEqual(mergeBothWays(NOTE, bytesOf('b\n'), alex(content), sam('c\n')), byHand);
      assert.deepEqual(mergeBothWays(NOTE, bytesOf('b\n'), alex('c\n'), sam(content)), byHand);
      assert.deepEqual(mergeBothWays(NOTE, content, alex('b\n'), sam('c\n')), byHand);
    });
  }

  it('leaves a conflict to a person, even where one side deleted the file', () => {
    assert.deepEqual(mergeBothWays(NOTE, undefined, alex('<<<<<<< HEAD\n'), sam(undefined)), { kind: 'by-hand' });
  });

  it('leaves what would be larger than a note to a person', () => {
    const [one, other] = ['b'.repeat(300_000), 'c'.repeat(300_000)];
    assert.equal(merged('a\n', `${one}\n`, `${other}\n`), BY_HAND);
  });

  describe('of steps', () => {
    const step = (tick: string, words: string): string => `- [${tick}] ${words} <!-- step: a -->\n`;
    const cases: readonly Case[] = [
      ['keeps ticks of either side', STEP, step('x', 'a'), `${STEP}\nb\n`, `${step('x', 'a')}\nb\n`],
      ['takes back what one side took back', step('x', 'a'), STEP, `${step('x', 'a')}\nb\n`, `${STEP}\nb\n`],
      [
        'ticks what is ticked anywhere, without a base',
        undefined,
        `${STEP}\nb\n`,
        step('x', 'a'),
        `${step('x', 'a')}\nb\n`,
      ],
      ['joins a tick with other words', STEP, step('x', 'a'), step(' ', 'b'), step('x', 'b')],
      ['joins other words with a tick', STEP, step(' ', 'b'), step('X', 'a'), step('X', 'b')],
      ['leaves two ways to word a step to a person', STEP, step('x', 'b'), step(' ', 'c'), BY_HAND],
      ['leaves two wordings without a base to a person', undefined, step(' ', 'b'), step(' ', 'c'), BY_HAND],
      [
        'keeps a ticked step that the other deleted',
        `b\n\n${STEP}`,
        `b\n\n${step('x', 'a')}`,
        'b\n',
        `b\n\n${step('x', 'a')}`,
      ],
      ['deletes a step that the other left', `b\n\n${STEP}`, `c\n\n${STEP}`, 'b\n', 'c\n'],
      [
        'follows a step that one side moved',
        `${STEP}\nb\n\nc\n`,
        `b\n\nc\n\n${STEP}`,
        `${STEP}\nb\n\nC\n`,
        `b\n\nC\n\n${STEP}`,
      ],
      [
        'leaves a step that one moved and the other ticked to a person',
        `${STEP}\nb\n\nc\n`,
        `b\n\nc\n\n${STEP}`,
        `${step('x', 'a')}\nb\n\nc\n`,
        BY_HAND,
      ],
      [
        'leaves a step that both added elsewhere to a person',
        'b\n\nc\n',
        `${STEP}\nb\n\nc\n`,
        `b\n\nc\n\n${STEP}`,
        BY_HAND,
      ],
      ['leaves a step that comes twice to a person', STEP, `${STEP}\n${STEP}`, `${STEP}\nb\n`, BY_HAND],
      ['leaves a step to a person that would end in code', STEP, `\`\`\`\n${STEP}\`\`\`\n`, step('x', 'a'), BY_HAND],
    ];
    for (const [title, base, ofAlex, ofSam, result] of cases) {
      it(title, () => {
        assert.equal(merged(base, ofAlex, ofSam), result);
      });
    }
  });

  describe('that holds two texts already', () => {
    const both = `# h\n\n${twoVersions('a', 'b')}\n\nend\n`;
    it('ends the choice where one side chose', () => {
      assert.equal(merged(both, '# h\n\na\n\nend\n', `${both}\nmore\n`), '# h\n\na\n\nend\n\nmore\n');
    });

    it('keeps both texts where each side chose its own', () => {
      assert.equal(merged(both, '# h\n\na\n\nend\n', '# h\n\nb\n\nend\n'), both);
    });

    it('puts two changes of one text into marks of their own', () => {
      const [ofAlex, ofSam] = [both.replace('\na\n', '\na1\n'), both.replace('\na\n', '\na2\n')];
      assert.equal(merged(both, ofAlex, ofSam), both.replace('\na\n', `\n${twoVersions('a1', 'a2')}\n`));
      assert.equal(toChoose(both, ofAlex, ofSam), 2);
    });

    it('is left to a person where marks would lose their pair', () => {
      assert.equal(merged(both, '# h\n\na\n\nend\n', both.replace('\nb\n', '\nB\n')), BY_HAND);
    });
  });

  describe('in the way it is written', () => {
    const cases: readonly Case[] = [
      [
        'keeps Windows line ends that both have',
        'a\r\n\r\nb\r\n',
        'A\r\n\r\nb\r\n',
        'a\r\n\r\nB\r\n',
        'A\r\n\r\nB\r\n',
      ],
      ['takes line ends that one side changed', 'a\n\nb\n', 'a\r\n\r\nb\r\n', 'a\n\nB\n', 'a\r\n\r\nB\r\n'],
      ['takes line ends back that one side took back', 'a\r\n\r\nb\r\n', 'a\n\nb\n', 'a\r\n\r\nB\r\n', 'a\n\nB\n'],
      ['takes line feeds where nobody knows', undefined, 'a\r\n', 'a\n\nb\n', 'a\n\nb\n'],
      ['takes the line ends of the one that has any', 'a', 'a\r\n\r\nb', 'a ', 'a \r\n\r\nb'],
      ['keeps a byte order mark of both', '\uFEFFa\n\nb\n', '\uFEFFA\n\nb\n', '\uFEFFa\n\nB\n', '\uFEFFA\n\nB\n'],
      ['takes a byte order mark away that one took away', '\uFEFFa\n\nb\n', 'A\n\nb\n', '\uFEFFa\n\nB\n', 'A\n\nB\n'],
      ['takes no byte order mark where nobody knows', undefined, '\uFEFFa\n', 'a\n\nb\n', 'a\n\nb\n'],
      ['ends the last line where one side ended it', 'a\n\nb', 'A\n\nb', 'a\n\nb\n', 'A\n\nb\n'],
      ['leaves the last line open where both do', 'a\n\nb', 'A\n\nb', 'a\n\nB', 'A\n\nB'],
      ['glues no two lines together', '- a', '- a\n- b', '- a\n- c', '- a\n- b\n- c'],
      ['ends the last line where nobody knows', undefined, '- a', '- a\n- b\n', '- a\n- b\n'],
    ];
    for (const [title, base, ofAlex, ofSam, result] of cases) {
      it(title, () => {
        assert.equal(merged(base, ofAlex, ofSam), result);
      });
    }
  });

  describe('of another kind', () => {
    const couple = coupleText(coupleOf(), 'Ours');
    it('joins changes of kintsugi.yaml that do not meet', () => {
      const [ofAlex, ofSam] = [couple.replace('role: hurt', 'role: both'), couple.replace('telling', 'neutral')];
      const both = ofAlex.replace('telling', 'neutral');
      assert.equal(merged(couple, ofAlex, ofSam, 'kintsugi.yaml'), both);
    });

    it('leaves kintsugi.yaml to a person where both changed a line, or where it could not be read', () => {
      const path = 'kintsugi.yaml';
      const roles = ['role: both', 'role: unsaid'].map((role) => couple.replace('role: hurt', role));
      assert.equal(merged(couple, roles[0] ?? '', roles[1] ?? '', path), BY_HAND);
      const began = ['# Ours\n', 'telling\n'].map((after) => couple.replace(after, `${after}began: 2026-01-01\n`));
      assert.equal(merged(couple, began[0] ?? '', began[1] ?? '', path), BY_HAND);
      assert.equal(
        merged(couple, couple.replace('id: alex', 'id: sam'), couple.replace('telling', 'neutral'), path),
        BY_HAND,
      );
    });

    const cases: readonly (readonly [...Case, path: string])[] = [
      ['joins YAML', 'a: 1\nb: 2\nc: 3\n', 'a: 2\nb: 2\nc: 3\n', 'a: 1\nb: 2\nc: 4\n', 'a: 2\nb: 2\nc: 4\n', 'x/a.yml'],
      ['joins a list in YAML', '- a\n- b\n- c\n', '- A\n- b\n- c\n', '- a\n- b\n- C\n', '- A\n- b\n- C\n', 'a.yaml'],
      [
        'leaves changes of YAML that meet to a person',
        'a: 1\nb: 2\n',
        'a: 2\nb: 2\n',
        'a: 1\nb: 3\n',
        BY_HAND,
        'a.yaml',
      ],
      [
        'leaves broken YAML to a person',
        'a: 1\nb: 2\nc: [\n',
        'a: 2\nb: 2\nc: [\n',
        'a: 1\nb: 2\nc: [1\n',
        BY_HAND,
        'a.yaml',
      ],
      ['leaves a key to a person that both added to YAML', 'a: 1\n', 'b: 1\na: 1\n', 'a: 1\nb: 2\n', BY_HAND, 'a.yaml'],
      ['joins ignored files, each once', 'a\n', 'a\nb\nd\n', 'a\nc\nd\n', 'a\nb\nc\nd\n', '.gitignore'],
      [
        'joins ignored files without a base',
        undefined,
        'private/\na\n',
        'b\nprivate/\n',
        'b\nprivate/\na\n',
        'x/.gitignore',
      ],
      ['keeps the private folder ignored', 'private/\na\n', 'a\n', 'private/\nb\n', 'b\nprivate/\n', '.gitignore'],
      [
        'leaves a private folder that is shown to a person',
        'private/\n',
        'private/\n!private/a\n',
        'private/\nb\n',
        BY_HAND,
        '.gitignore',
      ],
      ['joins any other text', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n', 'a.txt'],
      ['leaves changes of any other text that meet to a person', 'a\nb\n', 'A\nb\n', 'a\nB\n', BY_HAND, 'a.txt'],
      [
        'takes a template for a note',
        '---\nstage: x\n---\n\na\n',
        '---\nstage: y\n---\n\na\n',
        '---\nstage: x\n---\n\nb\n',
        '---\nstage: y\n---\n\nb\n',
        '.kintsugi/templates/a.md',
      ],
      ['takes the README for a note', 'a\n', 'b\n', 'c\n', `${twoVersions('b', 'c')}\n`, 'README.md'],
    ];
    for (const [title, base, ofAlex, ofSam, result, path] of cases) {
      it(title, () => {
        assert.equal(merged(base, ofAlex, ofSam, path), result);
      });
    }
  });

  it('gives up on lines that cannot be compared in time, without throwing', () => {
    const lines = (seed: number): string =>
      Array.from({ length: 9_000 }, (_, at) => `l${(at * at * seed) % 7}`).join('\n');
    assert.equal(mergeNote(NOTE, bytesOf(lines(1)), alex(lines(3)), sam(lines(5))).kind, 'by-hand');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCouple } from '../../src/core/couple-file';
import { anyText, bytes, grammarText, runs } from './arbitraries';
import { bytesOf, present, told } from './samples';

const GOOD = `# Our notes
version: 1
partners:
  - id: alex
    name: Alex
    role: hurt
    git: [alex@example.org, Alex]
  - id: sam
    name: Sam
    role: broke-trust
    git: sam@example.org
began: 2026-05-24
language: en
names: neutral
`;

const read = (text: string) => readCouple(bytesOf(text));
const partners = (...lines: readonly string[]): string => `partners:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

describe('kintsugi.yaml', () => {
  it('is read whole', () => {
    assert.deepEqual(read(GOOD), {
      couple: {
        partners: [
          { id: 'alex', name: 'Alex', role: 'hurt', git: ['alex@example.org', 'Alex'] },
          { id: 'sam', name: 'Sam', role: 'broke-trust', git: ['sam@example.org'] },
        ],
        began: '2026-05-24',
        language: 'en',
        names: 'neutral',
      },
      problems: [],
    });
  });

  it('is read with a byte order mark, CRLF, and no final line end', () => {
    const hard = `\uFEFF${GOOD.replaceAll('\n', '\r\n').trimEnd()}`;
    assert.deepEqual(read(hard), read(GOOD));
  });

  it('needs two ids alone', () => {
    assert.deepEqual(read(partners('id: alex', 'id: sam')), {
      couple: {
        partners: [
          { id: 'alex', name: 'alex', role: 'unsaid', git: [] },
          { id: 'sam', name: 'sam', role: 'unsaid', git: [] },
        ],
        began: undefined,
        language: 'en',
        names: 'telling',
      },
      problems: [],
    });
  });

  const refused: readonly (readonly [title: string, text: string, problem: string])[] = [
    ['empty', '', 'couple-empty:0'],
    ['only a comment', '# nothing\n', 'couple-empty:0'],
    ['not YAML', 'version: 1\npartners: [\n', 'yaml:1'],
    ['indented with tabs', 'partners:\n\t- id: alex\n', 'yaml:1'],
    ['a list', '- alex\n- sam\n', 'front-matter-not-a-map:0'],
    ['words', 'Alex and Sam\n', 'front-matter-not-a-map:0'],
    ['huge', `${GOOD}# ${'x'.repeat(70_000)}\n`, 'too-large:0'],
    ['too large for any note', 'x'.repeat(1_000_001), 'too-large:0'],
    ['in conflict', `${GOOD}<<<<<<< HEAD\nnames: telling\n`, 'conflict:14'],
    ['not UTF-8', 'UTF-8', 'not-utf8:0'],
    ['with a NUL', 'version: 1\0', 'nul-byte:0'],
    ['with an anchor', `${GOOD}x: &a 1\n`, 'yaml-alias:14'],
    ['nested too deep', `version: 1\nlanguage: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, 'too-deep:1'],
    ['of another version', 'version: 2\npartners: []\n', 'couple-version:0'],
    ['two documents', `${GOOD}---\nversion: 1\n`, 'yaml:14'],
    ['without partners', 'version: 1\n', 'couple-partners:0'],
    ['with partners who are no list', 'version: 1\npartners: alex\n', 'couple-partners:1'],
    ['with one partner', `version: 1\n${partners('id: alex')}`, 'couple-partners:1'],
    ['with three partners', `version: 1\n${partners('id: alex', 'id: sam', 'id: kim')}`, 'couple-partners:1'],
    ['with a partner who is a word', `version: 1\n${partners('alex', 'id: sam')}`, 'couple-partners:1'],
    ['with the same id twice', `version: 1\n${partners('id: alex', 'id: alex')}`, 'couple-id-twice:1'],
    ['with an id that leads out', `version: 1\n${partners('id: alex', 'id: ../sam')}`, 'couple-id:3'],
    ['with an id that is a device', partners('id: con', 'id: sam'), 'couple-id:1'],
    ['with an id that ends like an entry', partners('id: alex', 'id: sam-2'), 'couple-id:2'],
    ['with an id in capitals', partners('id: Alex', 'id: sam'), 'couple-id:1'],
    ['with an id that is a number', partners('id: alex', 'id: 7'), 'couple-id:2'],
    ['with an id that is a list', partners('id: [alex]', 'id: sam'), 'couple-id:1'],
    ['with a partner without an id', partners('id: alex', 'name: Sam'), 'couple-id:2'],
  ];
  for (const [title, text, expected] of refused) {
    it(`that is ${title} is refused at its line`, () => {
      const content = text === 'UTF-8' ? Uint8Array.of(0x61, 0xff) : bytesOf(text);
      const { couple, problems } = readCouple(content);
      assert.equal(couple, undefined);
      assert.equal(told(problems)[0], expected);
    });
  }

  const odd: readonly (readonly [title: string, text: string, problem: string])[] = [
    ['an unknown key', `${GOOD}colour: gold\n`, 'key-unknown:14'],
    ['an unknown key of a partner', GOOD.replace('    role: hurt', '    roll: hurt'), 'key-unknown:5'],
    ['a key twice', `${GOOD}names: telling\n`, 'key-twice:14'],
    ['a key of a partner twice', GOOD.replace('    role: hurt', '    name: Alexa'), 'key-twice:5'],
    ['a role that does not exist', GOOD.replace('role: hurt', 'role: guilty'), 'value-not-allowed:5'],
    ['a day that does not exist', GOOD.replace('2026-05-24', '2026-02-30'), 'value-not-a-date:11'],
    ['a day with a time', GOOD.replace('2026-05-24', '2026-05-24T10:00:00Z'), 'value-not-a-date:11'],
    ['a day as a number', GOOD.replace('2026-05-24', '20260524'), 'value-not-a-date:11'],
    ['a day as a list', GOOD.replace('2026-05-24', '[2026, 5, 24]'), 'value-not-a-date:11'],
    ['a language that leads out', GOOD.replace('language: en', 'language: ../de'), 'value-not-allowed:12'],
    ['a language that cannot be', GOOD.replace('language: en', 'language: abc-12'), 'value-not-allowed:12'],
    ['an empty language', GOOD.replace('language: en', 'language:'), 'value-not-allowed:12'],
    ['another way to name files', GOOD.replace('neutral', 'secret'), 'value-not-allowed:13'],
  ];
  for (const [title, text, expected] of odd) {
    it(`serves with ${title}, which is told at its line`, () => {
      const { couple, problems } = read(text);
      assert.equal(present(couple).partners[0].id, 'alex');
      assert.deepEqual(told(problems), [expected]);
    });
  }

  it('puts a plain value where one cannot be used', () => {
    const { couple } = read(`${partners('id: alex', 'id: sam')}began: soon\nlanguage: ../de\nnames: 4\n`);
    assert.deepEqual({ ...couple, partners: [] }, { partners: [], began: undefined, language: 'en', names: 'telling' });
  });

  it('makes one line of a name, without control characters and halves of characters', () => {
    const { couple } = read(partners('{ id: alex, name: " A\\nl\\0e\\ud800x " }', '{ id: sam, name: "\\n" }'));
    assert.deepEqual(
      present(couple).partners.map(({ name }) => name),
      ['A l e x', 'sam'],
    );
  });

  it('keeps any name that is written in any script', () => {
    const word = anyText.map((name) => name.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()).filter((name) => name !== '');
    fc.assert(
      fc.property(word, (name) => {
        const { couple } = read(partners(`{ id: alex, name: ${JSON.stringify(name)} }`, 'id: sam'));
        assert.equal(present(couple).partners[0].name, name);
      }),
      runs(200),
    );
  });

  it('never throws, and gives nothing without a reason', () => {
    const nearly = fc
      .tuple(fc.nat(GOOD.length), fc.nat(20), grammarText)
      .map(([at, gone, put]) => bytesOf(GOOD.slice(0, at) + put + GOOD.slice(at + gone)));
    fc.assert(
      fc.property(fc.oneof(bytes, nearly), (content) => {
        const { couple, problems } = readCouple(content);
        assert.ok(couple !== undefined || problems.some(({ severity }) => severity === 'error'));
      }),
      runs(500),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolveSnippet } from '../../src/core/snippet';
import { grammarText, runs, text } from './arbitraries';

const VALUES: Readonly<Record<string, string>> = {
  PARTNER: 'Alex',
  EMPTY: '',
  MONEY: '$0 ${PARTNER} \\n',
  LONG: 'one two',
};
const resolve = (source: string) =>
  resolveSnippet(source, (name) => (Object.hasOwn(VALUES, name) ? VALUES[name] : undefined));

describe('snippets', () => {
  const cases: readonly (readonly [source: string, expected: string])[] = [
    ['Hello', 'Hello'],
    ['$PARTNER and ${PARTNER}.', 'Alex and Alex.'],
    ['${PARTNER:nobody}', 'Alex'],
    ['${EMPTY:nobody}', 'nobody'],
    ['${EMPTY}', ''],
    ['$UNKNOWN ${UNKNOWN}', 'UNKNOWN UNKNOWN'],
    ['${UNKNOWN:a default}', 'a default'],
    ['${UNKNOWN:${PARTNER} again}', 'Alex again'],
    ['${1:text} $2${3}', 'text '],
    ['${1:a ${2:b} c}', 'a b c'],
    ['${1|one,two,three|}', 'one'],
    ['${1|a\\,b,c\\|d|}', 'a,b'],
    ['${1|$PARTNER,b|}', '$PARTNER'],
    ['\\$PARTNER \\\\ \\} \\a', '$PARTNER \\ } \\a'],
    ['${1:a \\} b}', 'a } b'],
    ['$ 5, $, $-', '$ 5, $, $-'],
    ['{a} } {', '{a} } {'],
    ['${MONEY}', '$0 ${PARTNER} \\n'],
    ['${PARTNER/(.*)/${1:/upcase}/}', 'ALEX'],
    ['${PARTNER/(.*)/${1:/downcase}/}', 'alex'],
    ['${LONG/(.*)/${1:/pascalcase}/}', 'OneTwo'],
    ['${LONG/(.*)/${1:/camelcase}/}', 'oneTwo'],
    ['${LONG/(.*)/${1:/capitalize}/}', 'One two'],
    ['${LONG/o/0/g}', '0ne tw0'],
    ['${LONG/o/0/}', '0ne two'],
    ['${LONG/(one)|(x)/${1:+yes}${2:-no}${2:?a:b}/}', 'yesnob two'],
    ['${LONG/one/a\\nb/}', 'a\nb two'],
    ['${MONEY/(.*)/$1/}', '$0 ${PARTNER} \\n'],
    ['${LONG/(one)/$1 $2 $3 $4/}', 'one    two'],
    ['${LONG/\\w+/$0!/g}', 'one! two!'],
    ['${LONG/ /\\//}', 'one/two'],
  ];
  for (const [source, expected] of cases) {
    it(`resolves ${source}`, () => {
      assert.equal(resolve(source).text, expected);
    });
  }

  for (const source of [
    '${',
    '${1',
    '${1:text',
    '${UNKNOWN',
    '${UNKNOWN:text',
    '${1|a,b',
    '${1|a,b|',
    '${PARTNER/(/x/}',
    '${PARTNER/a/b',
    '${-}',
    '${}',
  ]) {
    it(`leaves ${source} as it was written`, () => {
      assert.equal(resolve(source).text, source);
    });
  }

  it('resolves what stands in a placeholder that is never closed', () => {
    assert.equal(resolve('${1:a $PARTNER').text, '${1:a Alex');
  });

  const cursors: readonly (readonly [source: string, cursor: number | undefined])[] = [
    ['abc', undefined],
    ['ab$0c', 2],
    ['${PARTNER} ${0}', 5],
    ['${PARTNER}${0:here}', 4],
    ['$0 $0', 0],
    ['${1:ab$0c}', 2],
    ['${1:${PARTNER}$0', 8],
    ['${1:${2:$0', 8],
    ['a${0:b', undefined],
    ['${PARTNER:a$0}$0', 4],
    ['${UNKNOWN:a$0}b', 1],
    ['\\$0', undefined],
    ['${0|ab,c|}', 0],
    ['${1|ab,c|}$0', 2],
    ['${LONG/o/00/g}$0', 9],
  ];
  for (const [source, cursor] of cursors) {
    it(`finds the cursor of ${source}`, () => {
      assert.equal(resolve(source).cursor, cursor);
    });
  }

  it('leaves text without a dollar sign and a backslash as it is', () => {
    fc.assert(
      fc.property(text, (source) => {
        const plain = source.replace(/[$\\]/g, '');
        assert.deepEqual(resolve(plain), { text: plain, cursor: undefined });
      }),
      runs(200),
    );
  });

  it('never throws, and puts the cursor into the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          grammarText.map((part) => part.repeat(3)),
        ),
        (source) => {
          const { text: resolved, cursor } = resolve(source);
          assert.ok(cursor === undefined || (cursor >= 0 && cursor <= resolved.length));
        },
      ),
      runs(500),
    );
  });

  it('puts the cursor where a mark in its stead would come out', () => {
    fc.assert(
      fc.property(grammarText, grammarText, (before, after) => {
        const [one, two] = [before, after].map((part) => part.replace(/[\\/|0]/g, ''));
        const source = `${one ?? ''}$0${two ?? ''}`;
        const { cursor, text: resolved } = resolve(source);
        const marked = resolve(source.replace('$0', '\u2060')).text;
        if (cursor !== undefined && marked.includes('\u2060')) {
          assert.equal(cursor, marked.indexOf('\u2060'));
          assert.equal(marked.replace('\u2060', ''), resolved);
        }
      }),
      runs(300),
    );
  });

  it('keeps any value as it is', () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(resolveSnippet('<${NAME}>', () => value).text, `<${value}>`);
      }),
      runs(200),
    );
  });

  for (const [title, source] of [
    ['placeholders that are never closed', '${1:'.repeat(50_000)],
    ['defaults that are never closed', '${UNKNOWN:'.repeat(20_000)],
    ['choices that are never closed', '${1|'.repeat(50_000)],
    ['a choice of commas', `\${1|${','.repeat(200_000)}`],
    ['placeholders 20,000 deep', '${1:'.repeat(20_000) + '}'.repeat(20_000)],
    ['a transform with a hundred groups that is never closed', `\${LONG/x/${'${a}'.repeat(100)}`],
    ['transforms that are never closed', '${LONG/a'.repeat(20_000)],
    ['dollar signs', '$'.repeat(200_000)],
  ] as const) {
    it(`takes its time in step with the length for ${title}`, () => {
      assert.equal(typeof resolve(source).text, 'string');
    });
  }
});

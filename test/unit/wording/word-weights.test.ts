import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allAtOnce } from '../../../src/core/long-work';
import { findWording, readWording } from '../../../src/core/wording';
import { FIRST_WORD, pairNumber, weighedIn, wordsOfPair } from '../../../src/core/wording/weighed-words';
import { OUTCOMES, WordWeights, writtenRows } from '../../../src/core/wording/word-weights';
import { WORDING_FAMILIES, WORDING_SECTIONS } from '../../../src/core/wording/wording-types';

const PATTERNS = `
tell-below: 0.1
families:
  criticism:
    sections: [feelings]
    patterns:
      - id: you-always
        match: you always
      - id: by-its-words
        weighed: true
  danger:
    sections: [feelings]
    patterns:
      - id: threat
        match: i will hurt you
`;
const row = (strong: string, weight = 127): string =>
  OUTCOMES.map((outcome) => (outcome === strong ? weight : 0)).join(' ');
const WEIGHTS = [
  `grumble\t${row('criticism')}`,
  `lovely\t${row('silent', 100)}`,
  `you lovely\t${row('criticism')}`,
  `thing $\t${row('criticism', 40)}`,
  `(pattern of criticism)\t${row('criticism', 60)}`,
  '',
];

const read = (text: string): WordWeights => allAtOnce(WordWeights.of(writtenRows(text)));

describe('the weights of words', () => {
  const wording = readWording(PATTERNS, WEIGHTS.join('\n'));
  const found = (text: string): readonly string[] =>
    findWording(text, 'feelings', wording).map(({ pattern, start, end }) => `${pattern}: ${text.slice(start, end)}`);

  it('find a sentence that no pattern names, whole, under a pattern that a person can turn off', () => {
    assert.deepEqual(found('It rained. What a grumble, Sam. We ate.'), ['by-its-words: What a grumble, Sam']);
  });

  it('leave a sentence alone that a pattern names, where its words speak against it', () => {
    assert.deepEqual(found('You always sang.'), ['you-always: You always']);
    assert.deepEqual(found('You always sang, it was lovely.'), []);
  });

  it('never speak against danger', () => {
    assert.deepEqual(found('I will hurt you, lovely.'), ['threat: I will hurt you']);
  });

  it('weigh a pair of neighbours beside its words', () => {
    assert.equal(read(WEIGHTS.join('\n')).lean([], 'feelings', new Set()).silent, 1 / OUTCOMES.length);
    assert.deepEqual(found('Oh you lovely thing.'), ['by-its-words: Oh you lovely thing']);
  });

  it('count only where the family counts', () => {
    assert.deepEqual(findWording('What a grumble.', 'apology', wording), []);
  });

  it('are left out where a language has none, and broken lines of them are not read', () => {
    assert.deepEqual(findWording('What a grumble.', 'feelings', readWording(PATTERNS)), []);
    for (const odd of ['', '\t', 'x\t', 'a b c\t1 2', '\0\t1', 'grumble\tmany']) {
      const { silent } = read(odd).lean([1, FIRST_WORD, 2], 'feelings', new Set());
      assert.ok(silent >= 0 && silent <= 1);
    }
  });

  it('weigh each thing once, and give every pair back', () => {
    const number = fc.integer({ min: FIRST_WORD, max: 200_000 });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), fc.constantFrom(...WORDING_SECTIONS), (numbers, section) => {
        const once = weighedIn(numbers, section);
        assert.deepEqual(weighedIn([...numbers], section), once);
        numbers.slice(1).forEach((second, index) => {
          const pair = pairNumber(numbers[index] ?? 0, second);
          assert.ok(once.has(pair));
          assert.deepEqual(wordsOfPair(pair), [numbers[index], second]);
        });
      }),
    );
  });

  it('know every family', () => {
    assert.deepEqual(OUTCOMES, [...WORDING_FAMILIES, 'silent']);
  });
});

import assert from 'node:assert/strict';
import { WORDING_FAMILIES } from '../../../src/core/wording/wording-types';
import { allAtOnce } from '../../../src/core/long-work';
import { compileWording, readWording } from '../../../src/core/wording';
import type { WordsForFamily } from '../../../src/core/wording';
import { builtInWording, found, writtenExamples } from './built-in';

const EXAMPLES = writtenExamples();

describe('the wording data', () => {
  it('can be read without a problem', () => {
    assert.deepEqual(builtInWording().problems, []);
  });

  it('has all seven families and danger', () => {
    assert.deepEqual([...builtInWording().families.keys()], [...WORDING_FAMILIES]);
  });

  it('explains each family and offers one or two other wordings, and says nothing about danger', () => {
    for (const [family, { title, explanation, alternatives }] of builtInWording().families) {
      if (family === 'danger') {
        assert.deepEqual([title, explanation, alternatives], ['', '', []]);
      } else {
        assert.ok(title !== '' && explanation !== '', family);
        assert.ok(alternatives.length === 1 || alternatives.length === 2, family);
      }
    }
  });

  it('has words for whatever is found, those of its family where the pattern has none of its own', () => {
    const { families, wordsFor } = builtInWording();
    const words: WordsForFamily = wordsFor({ family: 'contempt', pattern: 'name-calling' });
    assert.deepEqual(words, families.get('contempt'));
    assert.deepEqual(wordsFor({ family: 'contempt', pattern: 'of an older version' }), families.get('contempt'));
  });

  it('gives each pattern an id of its own, and examples of both kinds', () => {
    const ids = EXAMPLES.map(({ pattern }) => pattern);
    assert.deepEqual([...new Set(ids)], ids);
    const without = EXAMPLES.filter(({ fires, silent }) => fires.length === 0 || silent.length === 0);
    assert.deepEqual(
      without.map(({ pattern }) => pattern),
      [],
    );
  });

  for (const { family, pattern, section, isWeighed, fires, silent } of EXAMPLES) {
    it(`holds what it says of ${family}, ${pattern}`, () => {
      const isFound = (text: string): boolean =>
        found(text, section).some((finding) => (isWeighed ? finding.family === family : finding.pattern === pattern));
      const missed = fires.filter((text) => !isFound(text));
      const wrong = silent.filter(isFound);
      assert.deepEqual({ missed, wrong }, { missed: [], wrong: [] });
    });
  }

  it('tells what is wrong with broken data, and never throws', () => {
    assert.match(String(readWording('families: [').problems[0]), /./);
    const broken = { criticism: { patterns: [{ id: 'a', match: '(you', sections: ['nowhere'] }] } };
    const { problems } = allAtOnce(compileWording({ families: broken }));
    assert.ok(
      problems.some((problem) => problem.includes('bracket')) &&
        problems.some((problem) => problem.includes('nowhere')),
    );
    for (const odd of [null, 7, 'x', [], { families: 7, lists: [1] }, { families: { danger: { patterns: 'x' } } }]) {
      assert.notEqual(allAtOnce(compileWording(odd)).problems.length, 0);
    }
  });
});

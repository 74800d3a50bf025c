import assert from 'node:assert/strict';
import { expectedContent } from '../../src/core/expected-content';
import { stepsOf } from '../../src/core/guide';
import { fieldsOf, knownKeys, numbersOf } from '../../src/core/note-keys';
import { builtInGuide } from './samples';

describe('what is expected of a note', () => {
  it('is that of its very variants, however often and in whatever order one asks', () => {
    const [one, other] = [builtInGuide().templates, builtInGuide().templates];
    const lists = [
      one.filter(({ id }) => id === 'check-in'),
      one.filter(({ id, role }) => id === 'check-in' && role === 'hurt'),
      one.filter(({ id, role }) => id === 'check-in' && role === 'broke-trust'),
      other.filter(({ id }) => id === 'check-in').reverse(),
      other.filter(({ id }) => id === 'kindness'),
      [],
    ];
    for (const variants of [...lists, ...lists, ...lists.reverse()]) {
      const { numbers, fields, knownKeys: keys, steps } = expectedContent(variants);
      assert.deepEqual([...numbers.values()], [...numbersOf(variants).values()]);
      assert.deepEqual([...fields.values()], [...fieldsOf(variants).values()]);
      assert.deepEqual([...keys], [...knownKeys(variants)]);
      assert.deepEqual([...steps.values()], stepsOf(variants));
    }
  });
});

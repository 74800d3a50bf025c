import assert from 'node:assert/strict';
import { note } from '../../mocha/reporting';
import { labelledSet, qualityOf } from './labelled';

const SETS = [
  { name: 'tune.tsv', title: 'the set to tune on', isLong: false, precision: 0.99, recall: 0.93 },
  { name: 'apart.tsv', title: 'the set kept apart', isLong: true, precision: 0.97, recall: 0.85 },
];

describe('the quality of hints', () => {
  for (const { name, title, isLong, precision, recall } of SETS) {
    it(`on ${title} is a precision of at least ${precision} and a recall of at least ${recall}`, function () {
      const set = isLong && !LONG_TESTS ? undefined : labelledSet(name);
      if (!set) {
        note(
          isLong && !LONG_TESTS
            ? `${title}: looked at in long runs only`
            : `${title}: test/wording/${name} is not there`,
        );
        this.skip();
      }
      const quality = qualityOf(set);
      note([`${title}:`, ...quality.lines].join('\n    '));
      assert.ok(quality.precision >= precision, `precision ${quality.precision.toFixed(3)}`);
      assert.ok(quality.recall >= recall, `recall ${quality.recall.toFixed(3)}`);
    });
  }
});

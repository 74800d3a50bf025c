import assert from 'node:assert/strict';
import { note } from '../../mocha/reporting';
import { labelledSets, qualityOf } from './labelled';

const SETS = [
  { folder: 'learn', title: 'the sets to learn from', isLong: false, precision: 0.985, recall: 0.93 },
  { folder: 'apart', title: 'the sets kept apart', isLong: true, precision: 0.97, recall: 0.85 },
];

describe('the quality of hints', () => {
  for (const { folder, title, isLong, precision, recall } of SETS) {
    it(`on ${title} is a precision of at least ${precision} and a recall of at least ${recall}`, function () {
      const set = isLong && !LONG_TESTS ? [] : labelledSets(folder);
      if (set.length === 0) {
        note(
          isLong && !LONG_TESTS
            ? `${title}: looked at in long runs only`
            : `${title}: test/wording/${folder} is not there`,
        );
        this.skip();
      }
      const quality = qualityOf(set);
      note([`${title}, ${set.length} items:`, ...quality.lines].join('\n    '));
      assert.ok(quality.precision >= precision, `precision ${quality.precision.toFixed(3)}`);
      assert.ok(quality.recall >= recall, `recall ${quality.recall.toFixed(3)}`);
    });
  }
});

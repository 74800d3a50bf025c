import assert from 'node:assert/strict';
import { readColour } from '../../../src/webview/contrast';
import { mostGolden } from '../../../src/webview/gold';
import { present } from '../samples';

const colour = (...parts: readonly number[]) => present(readColour(`rgb(${parts.join(', ')})`));

describe('the gold of the page', () => {
  const olive = colour(102, 115, 9);
  const orange = colour(209, 134, 22);

  it('is what the theme calls yellow, where that looks like gold', () => {
    for (const yellow of [colour(191, 136, 3), colour(204, 167, 0), colour(224, 185, 127)]) {
      assert.deepEqual(mostGolden([yellow, orange]), yellow);
    }
  });

  it('is another colour of the theme where its yellow is olive, grey, green or red', () => {
    for (const yellow of [olive, colour(120, 115, 110), colour(56, 138, 52), colour(200, 40, 40)]) {
      assert.deepEqual(mostGolden([yellow, orange]), orange);
    }
  });

  it('is the yellow after all where nothing looks like gold, and nothing where there is no colour', () => {
    assert.deepEqual(mostGolden([olive, colour(0, 0, 0)]), olive);
    assert.equal(mostGolden([]), undefined);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FileStamps } from '../../../src/core/note-cache/file-stamps';
import { runs } from '../arbitraries';

const stamp = fc.record({ modified: fc.double(), changed: fc.double(), size: fc.nat() }, { noNullPrototype: true });
const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd/e.md'), fc.option(stamp, { nil: undefined }));

describe('the stamps of files', () => {
  it('are what a map would hold, whatever is put in and taken out', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const [stamps, expected] = [new FileStamps(), new Map<string, unknown>()];
        for (const [path, given] of steps) {
          if (given) {
            stamps.set(path, given);
            expected.set(path, given);
          } else {
            assert.equal(stamps.delete(path), expected.delete(path));
          }
          assert.equal(stamps.size, expected.size);
          assert.deepEqual([...stamps.paths()], [...expected.keys()]);
          assert.deepEqual(new Map([...stamps.paths()].map((one) => [one, stamps.get(one)])), expected);
        }
      }),
      runs(300),
    );
  });

  it('are kept of more files than there was room for at first', () => {
    const stamps = new FileStamps();
    for (let file = 0; file < 5_000; file += 1) {
      stamps.set(String(file), { modified: file, changed: file + 0.5, size: file * 2 });
    }
    for (let file = 0; file < 5_000; file += 1) {
      assert.deepEqual(stamps.get(String(file)), { modified: file, changed: file + 0.5, size: file * 2 });
    }
    assert.equal(stamps.get('none'), undefined);
  });
});

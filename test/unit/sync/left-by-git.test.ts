import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLeftByGit, withLineEndsOf } from '../../../src/sync/left-by-git';
import { runs } from '../arbitraries';
import { bytesOf } from '../samples';

const SIDES = [bytesOf('a\nb\n'), bytesOf('a\nours\n'), bytesOf('a\ntheirs\n')];
const LEFT = 'a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> 1234567\n';

describe('A file in conflict', () => {
  const at = (text: string, modified: number) => ({ bytes: bytesOf(text), modified });

  it('is still git’s own while nobody wrote to it', () => {
    assert.ok(isLeftByGit(at(LEFT, 5), 5, SIDES));
    assert.ok(isLeftByGit(at(LEFT.replaceAll('\n', '\r\n'), 4), 5, SIDES));
  });

  it('is somebody’s once it was written after the merge, even with the same bytes', () => {
    assert.ok(!isLeftByGit(at(LEFT, 6), 5, SIDES));
  });

  it('is somebody’s once it holds a line that no side has', () => {
    assert.ok(!isLeftByGit(at(`${LEFT}one more thought\n`, 5), 5, SIDES));
  });

  it('is git’s own where git left one side as it is', () => {
    assert.ok(isLeftByGit(at('a\ntheirs\n', 5), 5, [SIDES[0], undefined, SIDES[2]]));
  });
});

describe('Line ends of a joined note', () => {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  it('are those that git gives files in this folder', () => {
    assert.equal(text(withLineEndsOf(bytesOf('a\r\nb\r\n'), bytesOf('c\nd\n'))), 'c\r\nd\r\n');
    assert.equal(text(withLineEndsOf(bytesOf('a\nb\n'), bytesOf('c\nd\n'))), 'c\nd\n');
    assert.equal(text(withLineEndsOf(bytesOf('a\r\nb\n'), bytesOf('c\nd\n'))), 'c\nd\n');
    assert.equal(text(withLineEndsOf(bytesOf('a\r\n'), bytesOf('c\r\nd\n'))), 'c\r\nd\n');
    assert.equal(text(withLineEndsOf(bytesOf('one line'), bytesOf('c\nd\n'))), 'c\nd\n');
  });

  it('never change anything but line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, joined) => {
        const result = text(withLineEndsOf(bytesOf(file), bytesOf(joined)));
        assert.equal(result.replaceAll('\r\n', '\n'), text(bytesOf(joined)).replaceAll('\r\n', '\n'));
      }),
      runs(200),
    );
  });
});

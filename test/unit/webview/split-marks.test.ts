import assert from 'node:assert/strict';
import type { Mark } from '../../../src/core/picture/picture';
import type { StyleWord } from '../../../src/core/picture/style';
import { splitMarks } from '../../../src/webview/timeline/split-marks';

const path = (d: string, style: StyleWord): Mark => ({ kind: 'path', d, style: [style] });
const dataOf = (marks: readonly Mark[]): readonly string[] => marks.map((mark) => (mark.kind === 'path' ? mark.d : ''));
const places = Array.from({ length: 1000 }, (_, index) => `${index},${index % 7}.5`);

describe('long paths', () => {
  it('are cut into pieces that begin where the one before has ended', () => {
    const pieces = dataOf(splitMarks([path(`M${places.join('L')}`, 'trend')]));
    assert.ok(pieces.length > 4, `${pieces.length} pieces`);
    pieces.forEach((piece, index) => {
      assert.ok(piece.length < 4000);
      assert.ok(
        index === 0 || pieces[index - 1]?.endsWith(`L${/^M([^L]*)/.exec(piece)?.[1] ?? ''}`),
        piece.slice(0, 20),
      );
    });
    const walked = pieces.flatMap((piece, index) =>
      piece
        .slice(1)
        .split('L')
        .slice(index === 0 ? 0 : 1),
    );
    assert.deepEqual(walked, places);
  });

  it('are cut between two curves', () => {
    const curves = places.map((place) => `C1,2 3,4 ${place}`).join('');
    const pieces = dataOf(splitMarks([path(`M0,0${curves}`, 'trend')]));
    assert.ok(pieces.length > 4);
    assert.ok(pieces.slice(1).every((piece) => /^M\d+,\d\.5C1,2 3,4 /.test(piece)));
    assert.equal(pieces.join('').match(/C/g)?.length, places.length);
  });

  it('are cut between two shapes, which stay whole', () => {
    const shapes = places.map((place) => `M${place}m-2,0a2,2,0,1,0,4,0z`);
    const pieces = dataOf(splitMarks([path(shapes.join(''), 'raw')]));
    assert.ok(pieces.length > 4);
    assert.equal(pieces.join(''), shapes.join(''));
    assert.ok(pieces.every((piece) => /^M\d+,\d\.5m.*z$/.test(piece)));
  });

  it('are left whole where they are short, or something else', () => {
    const marks = [path('M0,0L1,1', 'trend'), path(`M${places.join('L')}`, 'grid')];
    assert.deepEqual(splitMarks(marks), marks);
  });
});

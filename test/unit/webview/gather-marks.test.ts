import assert from 'node:assert/strict';
import type { Mark } from '../../../src/core/picture/picture';
import type { StyleWord } from '../../../src/core/picture/style';
import { gatherMarks } from '../../../src/webview/timeline/gather-marks';

const path = (d: string, ...style: StyleWord[]): Mark => ({ kind: 'path', d, style });
const count = (text: string): Mark => ({ kind: 'text', x: 0, y: 0, text, anchor: 'middle', style: ['cluster-count'] });

describe('signs that look alike', () => {
  it('are one path in each row, where the first one was', () => {
    assert.deepEqual(
      gatherMarks([
        path('L1', 'row-line'),
        path('A', 'event', 'light'),
        path('B', 'event'),
        path('C', 'cluster'),
        count('2'),
        path('D', 'event', 'light'),
        path('E', 'cluster'),
        count('3'),
        path('L2', 'row-line'),
        path('F', 'event', 'light'),
      ]),
      [
        path('L1', 'row-line'),
        path('AD', 'event', 'light'),
        path('B', 'event'),
        path('CE', 'cluster'),
        count('2'),
        count('3'),
        path('L2', 'row-line'),
        path('F', 'event', 'light'),
      ],
    );
  });

  it('are one path in each lane where a line is mended', () => {
    const name: Mark = { ...count('Sam'), style: ['lane-name'] };
    assert.deepEqual(
      gatherMarks([
        path('A', 'gold-halo'),
        path('B', 'gold'),
        path('C', 'gold-halo'),
        path('D', 'gold'),
        name,
        path('E', 'gold'),
      ]),
      [path('AC', 'gold-halo'), path('BD', 'gold'), name, path('E', 'gold')],
    );
  });

  it('are left apart where they may lie on each other', () => {
    const marks = [path('A', 'trend', 'series-1'), path('B', 'raw', 'series-1'), path('C', 'trend', 'series-1')];
    assert.deepEqual(gatherMarks(marks), marks);
  });
});

import assert from 'node:assert/strict';
import { columnBeside } from '../../../src/panel/column-beside';

describe('the group in which a note is opened from the picture', () => {
  const group = (column: number, holdsNote = false) => ({ column, holdsNote });

  it('is not the picture’s', () => {
    assert.equal(columnBeside(1, [group(1), group(2), group(3)]), 2);
    assert.equal(columnBeside(2, [group(1), group(2)]), 1);
  });

  it('is the one that has the note already', () => {
    assert.equal(columnBeside(1, [group(1), group(2), group(3, true)]), 3);
    assert.equal(columnBeside(1, [group(1, true), group(2)]), 2);
  });

  it('is a new one where there is no other', () => {
    assert.equal(columnBeside(1, [group(1, true)]), undefined);
  });
});

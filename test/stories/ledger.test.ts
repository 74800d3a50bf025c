import assert from 'node:assert/strict';
import { Ledger } from './ledger';

describe('the ledger of the stories', () => {
  it('tells a line that is lost, one that stands twice and one that came back', () => {
    const ledger = new Ledger();
    const [kept, lost, twice, struck] = [
      ledger.line('Alex'),
      ledger.line('Alex'),
      ledger.line('Sam'),
      ledger.line('Sam'),
    ];
    ledger.strike(struck);
    assert.deepEqual(ledger.wrongIn(`${kept}\n${twice}\n> ${twice}\n${struck}\n`), [
      `lost: ${lost}`,
      `2 times: ${twice}`,
      `came back: ${struck}`,
    ]);
    assert.deepEqual(ledger.wrongIn(`${kept}\n${lost} ${twice}`), []);
  });
});

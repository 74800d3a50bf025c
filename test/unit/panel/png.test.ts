import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPng } from '../../../src/panel/png';
import { Rasteriser } from '../../../src/panel/rasteriser';
import type { ToPage } from '../../../src/panel/protocol';

/** One transparent point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const BYTES = Buffer.from(PNG, 'base64');

describe('a PNG that the page gives', () => {
  it('is taken where it is whole', () => {
    assert.deepEqual(Buffer.from(readPng(PNG) ?? []), BYTES);
  });

  it('is dropped where it is none', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'.repeat(3)).toString('base64');
    for (const text of ['', 'no base64!', `data:image/png;base64,${PNG}`, svg]) {
      assert.equal(readPng(text), undefined, text);
    }
  });

  it('is dropped where a byte of its frame is another, or its end is missing', () => {
    for (const place of [0, 1, 7, 12, 15, BYTES.length - 1, BYTES.length - 8]) {
      const changed = Buffer.from(BYTES);
      changed[place] = (changed[place] ?? 0) ^ 0xff;
      assert.equal(readPng(changed.toString('base64')), undefined, String(place));
    }
    for (let length = 0; length < BYTES.length; length += 1) {
      assert.equal(readPng(BYTES.subarray(0, length).toString('base64')), undefined, String(length));
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (text) => {
        assert.equal(readPng(text), undefined);
      }),
    );
  });
});

describe('the page that makes PNGs', () => {
  const SIZE = { width: 640, height: 480 };

  it('is asked with a number of its own, and its answer is taken once', async () => {
    const asked: ToPage[] = [];
    const rasteriser = new Rasteriser((message) => asked.push(message));
    const [first, second] = [rasteriser.png('<svg/>', SIZE), rasteriser.png('<svg/>', SIZE)];
    assert.deepEqual(asked, [
      { type: 'rasterise', id: 1, svg: '<svg/>', ...SIZE },
      { type: 'rasterise', id: 2, svg: '<svg/>', ...SIZE },
    ]);
    rasteriser.answer(7, PNG);
    rasteriser.answer(2, '');
    rasteriser.answer(2, PNG);
    rasteriser.answer(1, PNG);
    assert.deepEqual([(await first)?.length, await second], [BYTES.length, undefined]);
  });

  it('is not waited for for ever, nor when it is gone', async () => {
    const rasteriser = new Rasteriser(() => undefined, 5);
    assert.equal(await rasteriser.png('<svg/>', SIZE), undefined);
    const patient = new Rasteriser(() => undefined);
    const waiting = patient.png('<svg/>', SIZE);
    patient.giveUp();
    assert.equal(await waiting, undefined);
  });
});

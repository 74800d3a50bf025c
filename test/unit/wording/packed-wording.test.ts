import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { allAtOnce } from '../../../src/core/long-work';
import { compilePackedWording, findWording } from '../../../src/core/wording';
import { packWording } from '../../../src/core/wording/pack-wording';
import { PackedNumbers, packNumbers, packParts, unpackParts } from '../../../src/core/wording/packed-numbers';
import { unpackWording } from '../../../src/core/wording/unpack-wording';
import { OUTCOMES, writtenRows } from '../../../src/core/wording/word-weights';
import type { WeighedRow } from '../../../src/core/wording/word-weights';
import { builtInWording } from './built-in';

const read = (name: string): string => fs.readFileSync(path.resolve('templates', 'en', name), 'utf8');

const byName = (rows: Iterable<WeighedRow>): readonly WeighedRow[] =>
  [...rows].sort(([one], [other]) => (one < other ? -1 : 1));

const unpacked = (packed: Uint8Array): readonly [patterns: unknown, rows: readonly WeighedRow[]] => {
  const { patterns, weights } = unpackWording(packed);
  return [allAtOnce(patterns), byName(weights)];
};

describe('packed wording', () => {
  it('holds the very patterns and weights of the source', () => {
    const patterns: unknown = parse(read('wording.yaml'));
    const rows = [...writtenRows(read('word-weights.tsv'))];
    assert.ok(rows.length > 10_000);
    const [unpackedPatterns, unpackedRows] = unpacked(packWording(patterns, rows));
    // Compared as text too: the order of families and patterns counts.
    assert.equal(JSON.stringify(unpackedPatterns), JSON.stringify(patterns));
    assert.deepEqual(unpackedRows, byName(rows));
  });

  it('finds what the source finds', () => {
    const packed = packWording(parse(read('wording.yaml')), writtenRows(read('word-weights.tsv')));
    const wording = allAtOnce(compilePackedWording(packed));
    const source = builtInWording();
    assert.deepEqual(wording.problems, []);
    assert.deepEqual(wording.families, source.families);
    const text = "You never listen. I'm sorry if that hurt you. I saw your coat, and I was glad. You are such a liar!";
    const found = findWording(text, 'apology', wording);
    assert.notEqual(found.length, 0);
    assert.deepEqual(found, findWording(text, 'apology', source));
  });

  it('gives any patterns and weights back', () => {
    const word = fc.oneof(fc.stringMatching(/^[a-z',!"$~|\\é-]{1,6}$/), fc.constantFrom('a', 'b', '|', "'s"));
    const weighed = fc.oneof(
      word,
      fc.tuple(word, word).map(([first, second]) => `${first} ${second}`),
    );
    const steps = fc.int8Array({ minLength: OUTCOMES.length, maxLength: OUTCOMES.length });
    const rows = fc.uniqueArray(fc.tuple(fc.oneof(weighed, fc.constant('(no pattern)')), steps), {
      selector: ([name]) => name,
    });
    const line = fc.oneof(
      fc.array(word).map((words) => words.join('|')),
      fc.string({ unit: 'binary' }),
    );
    const patterns = fc.oneof(fc.array(line), fc.dictionary(fc.string(), line), fc.jsonValue());
    fc.assert(
      fc.property(patterns, rows, (value, written) => {
        const [unpackedPatterns, unpackedRows] = unpacked(packWording(value, written));
        assert.equal(JSON.stringify(unpackedPatterns), JSON.stringify(value));
        assert.deepEqual(unpackedRows, byName(written));
      }),
    );
  });

  it('gives any numbers and parts back, and refuses a number for which there is no room', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12_495)), fc.array(fc.uint8Array()), (numbers, parts) => {
        const packed = new PackedNumbers(packNumbers(numbers));
        assert.deepEqual(
          numbers.map(() => packed.next()),
          numbers,
        );
        assert.ok(packed.isAtEnd);
        assert.deepEqual(unpackParts(packParts(parts)), parts);
      }),
    );
    assert.throws(() => packNumbers([12_496]), RangeError);
  });

  it('can be left for a while and gone on with, row by row and piece by piece', () => {
    const work = compilePackedWording(packWording(['a b', 'c'], [['a', new Int8Array(OUTCOMES.length)]]));
    assert.deepEqual(work.next(), { done: false, value: undefined });
  });
});

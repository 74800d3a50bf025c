import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftText, isSame, readDraft } from '../../../src/core/forgiveness/draft-text';
import type { ReflectionDraft } from '../../../src/core/forgiveness/draft-text';
import { grammarText, runs, text } from '../arbitraries';

const COMMENT = 'An unfinished reflection.';
const EMPTY: ReflectionDraft = { role: 'hurt', numbers: {}, fields: {}, answers: {} };

function readBack(draft: ReflectionDraft): ReflectionDraft | undefined {
  const bytes = new TextEncoder().encode(draftText(draft, COMMENT));
  return readDraft(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
}

describe('The draft of a reflection', () => {
  it('is a file that a person can read', () => {
    const draft: ReflectionDraft = {
      role: 'hurt',
      numbers: { 'keep-away': 7 },
      fields: { amends: 'no' },
      answers: { warmth: 'Tea.\n  Two: cups # of it' },
    };
    assert.equal(
      draftText(draft, `An unfinished\nreflection. `),
      '# An unfinished reflection.\nrole: hurt\nnumbers:\n  keep-away: 7\nfields:\n  amends: no\nanswers:\n' +
        '  warmth: |-\n    Tea.\n      Two: cups # of it\n...\n',
    );
    assert.deepEqual(readBack(draft), draft);
    assert.deepEqual(readBack(EMPTY), EMPTY);
  });

  it('reads back character by character, whatever was written', () => {
    const answer = fc.oneof(
      text,
      fc.array(grammarText, { maxLength: 20 }).map((parts) => parts.join('\n')),
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        'a\r',
        ' \n ',
        '\n\n\n',
        '...\n',
        '---\n',
        '...',
        'a\n...\nb',
        '\uFEFF',
        '\uD800',
        '\u2028\n',
        'no',
        '\tx\n',
        'x'.repeat(10_000),
        'word '.repeat(2_000),
        '\u202E',
        `${'\n'.repeat(50)}x`,
      ),
    );
    const key = fc.oneof(
      fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/),
      fc.constantFrom('constructor', 'null', '7', 'no'),
    );
    const draft = fc.record(
      {
        role: fc.constantFrom('hurt', 'broke-trust', 'both'),
        numbers: fc.dictionary(key, fc.double({ noNaN: true, noDefaultInfinity: true }), { noNullPrototype: true }),
        fields: fc.dictionary(key, answer, { noNullPrototype: true }),
        answers: fc.dictionary(key, answer, { noNullPrototype: true }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(draft, (one) => {
        assert.ok(isSame(readBack(one), one));
      }),
      runs(400),
    );
  });

  it('takes nought below zero for nought, also where its text can only stand as JSON', () => {
    const draft: ReflectionDraft = { ...EMPTY, numbers: { a: -0 }, answers: { b: '[\t]\uFEFF- [x] \n\u0000' } };
    assert.ok(isSame(readBack(draft), draft));
  });

  it('comes back however large it is, for what no note can hold stays in it', () => {
    for (const words of ['word\n'.repeat(300_000), 'word\n'.repeat(400_000), 'x'.repeat(2_100_000)]) {
      const draft: ReflectionDraft = { ...EMPTY, numbers: { trust: 3 }, answers: { warmth: words, cannot: '...\n' } };
      assert.ok(isSame(readBack(draft), draft));
      const whole = draftText(draft, COMMENT);
      for (const cut of [whole.slice(0, -1), whole.slice(0, -5), `${whole.slice(0, 2_050_000)}\n...\n`]) {
        assert.equal(readDraft(cut), undefined);
      }
      assert.equal(readDraft(whole.replace('{"role"', '{"more":1,"role"')), undefined);
    }
  });

  it('cut off anywhere is none', () => {
    const whole = draftText({ ...EMPTY, answers: { warmth: 'Tea.\n...\nTwo.', cannot: 'x\ny' } }, COMMENT);
    for (let length = 0; length < whole.length; length += 1) {
      assert.equal(readDraft(whole.slice(0, length)), undefined, String(length));
    }
  });

  it('is none where it is something else', () => {
    const good = draftText(EMPTY, COMMENT);
    for (const other of [
      '',
      '...\n',
      'a: 1\n...\n',
      '[]\n...\n',
      good.replace('hurt', 'unsaid'),
      good.replace('numbers: {}', 'numbers: []'),
      good.replace('numbers: {}', 'numbers: { a: x }'),
      good.replace('numbers: {}', 'numbers: { a: .inf }'),
      good.replace('answers: {}', 'answers: { a: 1 }'),
      good.replace('answers: {}', 'more: {}'),
      good.replace('fields: {}', 'fields: &a { b: c }\nx: *a'),
      good.replace('fields: {}', 'fields: {'),
      `<<<<<<< ours\n${good}`,
      `${good.slice(0, -4)}more: {}\n...\n`,
      `${good}${good}`,
      '['.repeat(20_000) + '\n...\n',
      `a: &a [x]\nb: [${'*a, '.repeat(100)}*a]\n...\n`,
    ]) {
      assert.equal(readDraft(other), undefined, other.slice(0, 60));
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findWording, hasDanger } from '../../../src/core/wording';
import { WORDING_SECTIONS } from '../../../src/core/wording/wording-types';
import { anyText, runs } from '../arbitraries';
import { builtInWording, familiesIn, found } from './built-in';

const WORDS =
  'you always never I feel that like sorry but if done whatever “ ” " \' ’ , . ; ? ! … - ( ) \n\n not dont kill me myself afraid of forgive it it’s don’t can’t mother just'.split(
    ' ',
  );
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), anyText), { maxLength: 60 })
  .map((parts) => parts.join(' '));

describe('wordings', () => {
  it('are found whatever the apostrophe, the case and the usual misspellings', () => {
    for (const text of ["You don't care.", 'You don’t care.', 'you dont care', 'YOU DON`T CARE!!', 'u dont care']) {
      assert.deepEqual(familiesIn(text, 'feelings'), ['mind-reading'], text);
    }
    assert.deepEqual(familiesIn('you allways shout, nevr mind why', 'feelings').includes('criticism'), true);
  });

  it('are told with the place in the text as it was given', () => {
    const text = 'It was Sunday. And then, you  always\nshout at me.';
    const [first] = found(text, 'perspective');
    assert.ok(first);
    assert.equal(text.slice(first.start, first.end), 'you  always');
  });

  it('are not found in quotations of any kind', () => {
    for (const text of [
      'You said “you never listen” and it stayed with me.',
      'You said "you never listen" and it stayed with me.',
      "You said 'you never listen' and it stayed with me.",
      'You said ‘you never listen, and you don’t care’ and it stayed with me.',
      'What I wrote was: “You never listen.\nYou don’t care.',
    ]) {
      assert.deepEqual(found(text, 'perspective'), [], text);
    }
  });

  it('of the hollow kind count inside an apology and are left alone elsewhere', () => {
    for (const text of [
      'I was drunk that night.',
      'It only happened once.',
      'We both made mistakes.',
      'It meant nothing.',
    ]) {
      assert.deepEqual(familiesIn(text, 'apology'), ['apology'], text);
      for (const section of WORDING_SECTIONS.filter((one) => one !== 'apology')) {
        assert.deepEqual(found(text, section), [], `${section}: ${text}`);
      }
    }
  });

  it('of all other kinds are silent where danger is in the text', () => {
    const text = 'You never listen. Whatever.\n\nI am afraid of your temper.';
    assert.deepEqual(familiesIn(text, 'feelings'), ['danger']);
    assert.deepEqual(familiesIn('You never listen. Whatever.', 'feelings'), ['criticism', 'shutdown']);
    assert.equal(hasDanger(text, builtInWording()), true);
    assert.equal(hasDanger('You never listen. Whatever. I am dying to see you.', builtInWording()), false);
  });

  it('are not found in another language', () => {
    for (const text of [
      'Du hörst mir nie zu, und es tut mir leid, wenn du dich so fühlst.',
      'Tu ne m’écoutes jamais, et je suis désolé si tu te sens comme ça.',
      'Nunca me escuchas, siempre estás con el móvil, y no me importa.',
    ]) {
      assert.deepEqual(found(text, 'apology'), [], text);
    }
  });

  it('come in order and within bounds from any text, and nothing throws', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...WORDING_SECTIONS), (text, section) => {
        const findings = found(text, section);
        let last = 0;
        for (const { start, end, family } of findings) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.ok(findings.every((other) => (other.family === 'danger') === (family === 'danger')));
          last = start;
        }
      }),
      runs(300),
    );
  });

  it('take steps in proportion to the length of the text, whatever is in it', () => {
    const wording = builtInWording();
    const { matcher } = wording.engine;
    const counted = (text: string): number => {
      const before = matcher.steps;
      findWording(text, 'apology', wording);
      return matcher.steps - before;
    };
    const units = [
      'you always ',
      'sorry ',
      'sorry if you feel. ',
      '" ',
      "' ",
      '“',
      '. ',
      ', ',
      'I feel that you ',
      'a',
      '?!',
      '((',
      'I said you ',
    ];
    for (const unit of units) {
      const [short, long] = [10_000, 80_000].map((length) => counted(unit.repeat(Math.ceil(length / unit.length))));
      assert.ok((long ?? 0) <= 8.5 * (short ?? 0) + 1_000, `${unit}: ${short} and ${long}`);
      assert.ok((long ?? 0) <= 80_000 * 3, `${unit}: ${long}`);
    }
  });
});

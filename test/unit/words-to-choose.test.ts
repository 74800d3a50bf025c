import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { outlinesOf, startOfWord, wordsAfter, wordsOfSection } from '../../src/core/words-to-choose';
import type { WordsToChoose } from '../../src/core/words-to-choose';
import { builtInGuide } from './samples';

const WORDS = parse(fs.readFileSync('templates/en/words.yaml', 'utf8')) as WordsToChoose;
const FEELINGS = WORDS.feelings.families.flatMap(({ words }) => words);
const NEEDS = WORDS.needs.families.flatMap(({ words }) => words);

const after = (before: string): readonly string[] => wordsAfter(before, WORDS).map(({ word }) => word);

describe('words to choose from', () => {
  for (const before of [
    'I feel ',
    'I felt ',
    'Today I am feeling ',
    'and I’m feeling ',
    'When you called, I felt so ',
    'I feel a bit ',
    'I feel really very ',
    'I don’t feel ',
    'I feel hea',
  ]) {
    it(`are feelings after “${before}”`, () => {
      assert.deepEqual(after(before), FEELINGS);
    });
  }

  for (const before of ['I need ', 'I needed ', 'What I need is ', 'I still need ', 'I need so']) {
    it(`are needs after “${before}”`, () => {
      assert.deepEqual(after(before), NEEDS);
    });
  }

  for (const before of [
    '',
    ' ',
    'I feel',
    'Hawaii feel ',
    'I feel like you ',
    'you feel ',
    'I feel. ',
    'I walked ',
    'hu',
  ]) {
    it(`are none after “${before}”`, () => {
      assert.deepEqual(after(before), []);
    });
  }

  it('keep to their families, in the order of the guide', () => {
    assert.deepEqual(
      WORDS.feelings.families.map(({ title }) => title),
      ['Hurt', 'Sad', 'Afraid', 'Angry', 'Ashamed', 'Shocked', 'Distant', 'Calm', 'Warm', 'Hopeful'],
    );
    assert.equal(FEELINGS.length, new Set(FEELINGS).size);
    assert.equal(NEEDS.length, new Set(NEEDS).size);
    assert.deepEqual(wordsAfter('I feel ', WORDS)[0], { word: 'hurt', family: 'Hurt' });
  });

  it('hold no verdict on another person among the feelings', () => {
    for (const verdict of [
      'attacked',
      'judged',
      'manipulated',
      'ignored',
      'used',
      'betrayed',
      'rejected',
      'abandoned',
    ]) {
      assert.ok(!FEELINGS.includes(verdict), verdict);
    }
  });

  it('are offered by sections that a template marks, and by steps that one has', () => {
    const { templates } = builtInGuide();
    const marks = new Set(
      templates.flatMap(({ body }) => [...body.matchAll(/wording: ([a-z-]+)/g)].map(([, mark]) => mark)),
    );
    const steps = new Set(templates.flatMap((template) => template.steps.map(({ id }) => id)));
    const named = [WORDS.feelings, WORDS.needs].flatMap(({ sections }) => sections);
    for (const mark of [...named, ...WORDS.outlines.flatMap(({ section }) => section ?? [])]) {
      assert.ok(marks.has(mark), mark);
    }
    for (const step of WORDS.outlines.flatMap((outline) => outline.step ?? [])) {
      assert.ok(steps.has(step), step);
    }
  });

  it('are feelings and needs on request in a check-in, feelings alone where responsibility is taken, else none', () => {
    const of = (mark: string): readonly string[] => wordsOfSection(mark, WORDS).map(({ word }) => word);
    assert.deepEqual(of('check-in'), [...FEELINGS, ...NEEDS]);
    assert.deepEqual(of('responsibility'), FEELINGS);
    assert.deepEqual(of('apology'), []);
    assert.deepEqual(of('something-else'), []);
  });

  it('come with an outline of an apology and one of a request, each where it belongs', () => {
    const titles = (mark: string | undefined, ...steps: string[]): readonly string[] =>
      outlinesOf({ mark, steps }, WORDS).map(({ title }) => title);
    assert.deepEqual(titles('apology', 'apology'), ['The outline of an apology']);
    assert.deepEqual(titles('check-in', 'one-request'), ['The outline of a request']);
    assert.deepEqual(titles('check-in', 'reached-me'), []);
    assert.deepEqual(titles(undefined), []);
  });

  it('find the word that is begun, and cost no more in a line without end', () => {
    assert.equal(startOfWord('I feel hu'), 7);
    assert.equal(startOfWord('I feel '), 7);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (line) => {
        const start = startOfWord(line);
        assert.ok(start >= 0 && start <= line.length);
        assert.ok(wordsAfter(line, WORDS).every(({ word }) => FEELINGS.includes(word) || NEEDS.includes(word)));
      }),
    );
    const started = performance.now();
    wordsAfter('very '.repeat(200_000), WORDS);
    assert.ok(performance.now() - started < 50);
  });
});

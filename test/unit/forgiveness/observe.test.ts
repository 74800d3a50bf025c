import assert from 'node:assert/strict';
import { amendsAreMissing, dipSentence, observe } from '../../../src/core/forgiveness/observe';
import { dipsOf } from '../../../src/core/forgiveness/dips';
import type { Measure } from '../../../src/core/timeline/timeline';
import { reflectionTexts } from './texts';

const TEXTS = reflectionTexts();
const { observations } = TEXTS;
const SPOKEN = { today: '2026-11-23', nameOf: (date: string) => `the day ${date}` };

function measure(name: string, max = 10): Measure {
  return { name, title: name.toUpperCase(), min: 0, max, reads: 'up', ends: {} };
}

const PULLS = ['keep-away', 'pay-back', 'wish-well'].map((name) => measure(name));

function said(numbers: Readonly<Record<string, number>>, date = SPOKEN.today, measures = PULLS): string {
  return observe({ date, numbers: new Map(Object.entries(numbers)), fields: new Map() }, measures, TEXTS, SPOKEN);
}

describe('The observing sentence', () => {
  it('tells the pull that stands highest, and how high', () => {
    const { pulls } = observations;
    assert.equal(said({ 'keep-away': 7, 'pay-back': 6, 'wish-well': 6 }), pulls['keep-away']?.strong.today);
    assert.equal(said({ 'keep-away': 6, 'pay-back': 3, 'wish-well': 0 }), pulls['keep-away']?.some.today);
    assert.equal(said({ 'pay-back': 10 }), pulls['pay-back']?.strong.today);
    assert.equal(said({ 'pay-back': 3, 'wish-well': 2 }), pulls['pay-back']?.some.today);
    assert.equal(said({ 'wish-well': 4 }), pulls['wish-well']?.some.today);
    assert.equal(said({ 'keep-away': 8, 'wish-well': 9 }), pulls['wish-well']?.strong.today);
  });

  it('tells that none, that little, or that several stand high', () => {
    assert.equal(said({ 'keep-away': 0, 'pay-back': 0, 'wish-well': 0 }), observations.none.today);
    assert.equal(said({ 'keep-away': 2, 'pay-back': 2, 'wish-well': 1 }), observations.quiet.today);
    assert.equal(said({ 'keep-away': 5, 'pay-back': 5, 'wish-well': 1 }), observations.even.today);
  });

  it('says so where there is no number, or none is asked for', () => {
    assert.equal(said({}), observations['without-number'].today);
    assert.equal(said({ trust: 3 }), observations['without-number'].today);
    assert.equal(said({}, SPOKEN.today, []), observations.written.today);
  });

  it('names another day than today', () => {
    assert.equal(
      said({ 'keep-away': 9 }, '2026-11-02'),
      observations.pulls['keep-away']?.strong.earlier.replace('{0}', 'the day 2026-11-02'),
    );
    assert.ok(said({}, '2026-11-24').includes('the day 2026-11-24'));
  });

  it('reads a number within its own range, and names what it has no words for by its title', () => {
    assert.equal(
      said({ 'keep-away': 4 }, SPOKEN.today, [measure('keep-away', 5)]),
      observations.pulls['keep-away']?.strong.today,
    );
    const own = said({ calm: 5 }, SPOKEN.today, [measure('calm')]);
    assert.equal(own, observations.other.some.today.replace('{1}', 'CALM'));
    assert.equal(
      said({ constructor: 9 }, SPOKEN.today, [measure('constructor')]),
      observations.other.strong.today.replace('{1}', 'CONSTRUCTOR'),
    );
  });

  it('puts titles and days in as they are, whatever they hold', () => {
    const odd: Measure = { ...measure('calm'), title: '$& {0} <b>' };
    assert.ok(said({ calm: 9 }, '2026-01-01', [odd]).includes('$& {0} <b>'));
  });

  it('is empty before anything is noted', () => {
    assert.equal(observe(undefined, PULLS, TEXTS, SPOKEN), '');
  });
});

describe('Dips', () => {
  const dips = (values: Readonly<Record<string, readonly (number | null)[]>>): readonly number[] => dipsOf(values);

  it('are where wishing well falls by two, and not by one', () => {
    assert.deepEqual(dips({ 'wish-well': [5, 4, 2, 2, 3, 1] }), [2, 5]);
  });

  it('are where one of the other two rises by two, and not where it falls', () => {
    assert.deepEqual(dips({ 'keep-away': [5, 7, 8, 2, 4], 'pay-back': [0, 0, 0, 0, 3] }), [1, 4]);
  });

  it('are told once a day, in order', () => {
    assert.deepEqual(dips({ 'wish-well': [5, 3, 6], 'keep-away': [1, 3, 1], 'pay-back': [0, 0, 5] }), [1, 2]);
  });

  it('compare with the number that was given last', () => {
    assert.deepEqual(dips({ 'wish-well': [null, 6, null, null, 4, null] }), [4]);
  });

  it('are not there with one number, or none, or with numbers of other names', () => {
    assert.deepEqual(dips({}), []);
    assert.deepEqual(dips({ 'wish-well': [] }), []);
    assert.deepEqual(dips({ 'wish-well': [3], 'keep-away': [null] }), []);
    assert.deepEqual(dips({ calm: [9, 0, 9] }), []);
  });

  it('are named as normal', () => {
    assert.equal(dipSentence(TEXTS, 'Monday'), TEXTS.dip.replace('{0}', 'Monday'));
    assert.match(dipSentence(TEXTS, 'Monday'), /Monday.*normal/);
  });
});

describe('Missing amends', () => {
  const missing = (amends?: string): boolean =>
    amendsAreMissing(new Map(amends === undefined ? [] : [['amends', amends]]), TEXTS);

  it('are what the writer says, in whichever case, and nothing else', () => {
    assert.deepEqual(['no', 'No', ' NO '].map(missing), [true, true, true]);
    assert.deepEqual(['yes', 'some', '', 'none yet', 'not sure'].map(missing), [false, false, false, false, false]);
    assert.equal(missing(), false);
  });
});

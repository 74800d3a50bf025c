import assert from 'node:assert/strict';
import { builtInGuide } from '../samples';
import { reflectionTexts } from './texts';

/** What a translation has to hold, and how often the day and the title stand in it. */
const SENTENCE = { today: '', earlier: '{0}' };
const PULL = { some: SENTENCE, strong: SENTENCE };
const OTHER = { some: { today: '{1}', earlier: '{0}{1}' }, strong: { today: '{1}', earlier: '{0}{1}' } };
const SHAPE = {
  draft: '',
  intro: { hurt: [''], 'broke-trust': [''], both: [''], unsaid: [''] },
  observations: {
    pulls: { 'keep-away': PULL, 'pay-back': PULL, 'wish-well': PULL },
    other: OTHER,
    even: SENTENCE,
    quiet: SENTENCE,
    none: SENTENCE,
    'without-number': SENTENCE,
    written: SENTENCE,
  },
  waiting: '',
  dip: '{0}',
  choices: { amends: { label: '', options: [{ value: '', label: '' }], missing: [''] } },
};

/** The same with its placeholders alone in place of each text, and one item in place of a list of like ones. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') {
    assert.ok(value.trim() === value && value !== '', 'a text is empty');
    return (value.match(/\{\d\}/g) ?? []).sort().join('');
  }
  if (Array.isArray(value)) {
    const shapes = value.map((item) => JSON.stringify(shapeOf(item)));
    assert.equal(new Set(shapes).size, 1, 'the items of a list differ');
    return [shapeOf(value[0])];
  }
  assert.ok(typeof value === 'object' && value !== null);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe('The words of the reflection', () => {
  const texts = reflectionTexts();

  it('have every key that is needed, and no other, with the places for a day and a title', () => {
    assert.deepEqual(shapeOf(texts), SHAPE);
  });

  it('speak of every pull that the guide asks for', () => {
    const names = builtInGuide()
      .templates.filter(({ command }) => command === 'reflection')
      .flatMap(({ numbers }) => numbers.map(({ name }) => name));
    assert.deepEqual(Object.keys(texts.observations.pulls), [...new Set(names)]);
  });

  it('offer the choices that the templates leave open, in the words that stand beside them', () => {
    const fields = builtInGuide()
      .templates.filter(({ command }) => command === 'reflection')
      .flatMap((template) => template.fields)
      .filter(({ value }) => value === '');
    assert.deepEqual(Object.keys(texts.choices), [...new Set(fields.map(({ name }) => name))]);
    for (const { name, comment } of fields) {
      const values = texts.choices[name]?.options.map(({ value }) => value) ?? [];
      assert.deepEqual(values, comment.split(/, | or /));
      assert.ok(texts.choices[name]?.missing.every((value) => values.includes(value)));
    }
  });

  it('say who was hurt that not forgiving is an answer, and ask nobody to hurry', () => {
    assert.match(texts.intro.hurt.join(' '), /not excusing, not forgetting/i);
    assert.match(texts.intro.hurt.join(' '), /Not forgiving, or not now, is a whole answer/);
    assert.match(texts.intro['broke-trust'].join(' '), /hurry/);
    assert.match(texts.waiting, /can wait/);
  });

  it('push nobody, and judge nothing', () => {
    const words = JSON.stringify(texts);
    assert.doesNotMatch(
      words,
      /\b(?:should|must|better|worse|good|well done|progress|goal|enough for|finally|still not|great|try|keep going)\b/i,
    );
    assert.doesNotMatch(words, /!/);
  });
});

import assert from 'node:assert/strict';
import { partedByForm, reflectionForm } from '../../../src/core/forgiveness/reflection-form';
import type { ReflectionForm } from '../../../src/core/forgiveness/reflection-form';
import { buildGuide, offersFor } from '../../../src/core/guide';
import type { Guide } from '../../../src/core/guide';
import type { Role } from '../../../src/core/role';
import { scaffoldNote } from '../../../src/core/scaffold';
import { measuresOf } from '../../../src/core/timeline/numbered-entries';
import { builtInGuide, coupleOf, present, templateOf, withLines } from '../samples';
import { reflectionTexts } from './texts';

const TEXTS = reflectionTexts();

function formOf(role: Role, guide: Guide = builtInGuide()): ReflectionForm {
  const couple = coupleOf(role);
  const [offer] = offersFor(
    guide.templates.filter(({ command }) => command === 'reflection'),
    role,
  );
  const { variants } = present(offer);
  const { text } = scaffoldNote({ variants, role, couple, partner: couple.partners[0], date: '2026-11-23' });
  return reflectionForm(variants, text, measuresOf(guide, couple, 'reflection'), TEXTS);
}

describe('The form of the reflection', () => {
  it('asks who was hurt for the three pulls, the amends, and the words that the template asks for', () => {
    const form = formOf('hurt');
    assert.deepEqual(
      form.measures.map(({ name, min, max }) => [name, min, max]),
      [
        ['keep-away', 0, 10],
        ['pay-back', 0, 10],
        ['wish-well', 0, 10],
      ],
    );
    assert.deepEqual(
      form.choices.map(({ name, options }) => [name, options.map(({ value }) => value).join()]),
      [['amends', 'yes,some,no']],
    );
    assert.deepEqual(
      form.questions.map(({ stepId }) => stepId),
      ['lay-down', 'cannot', 'need-first', 'amends', 'warmth'],
    );
    assert.deepEqual(form.questions[0], {
      stepId: 'lay-down',
      label: 'What I can lay down today',
      prompt: 'Even something small, even only for tonight. Or nothing.',
    });
    assert.ok(form.questions.every(({ label, prompt }) => label !== '' && prompt !== '' && !/[*_]/.test(prompt)));
  });

  it('asks who broke trust no number, and turns to what they did', () => {
    const form = formOf('broke-trust');
    assert.deepEqual([form.measures, form.choices], [[], []]);
    assert.deepEqual(
      form.questions.map(({ stepId }) => stepId),
      ['face-it', 'repair', 'forgive-myself', 'no-hurry'],
    );
  });

  it('asks for both where both are true', () => {
    const form = formOf('both');
    assert.deepEqual(
      [form.measures.length, form.choices.length, form.questions.length],
      [3, 1, formOf('hurt').questions.length + formOf('broke-trust').questions.length],
    );
  });

  it('follows the couple’s own template', () => {
    const lines = withLines({
      stage: 'forgiveness',
      kind: 'entry',
      path: '8/${DATE}-${PARTNER_ID}.md',
      neutral: '',
      command: 'reflection',
      numbers: '{ calm: { min: 1, max: 5, low: stormy, high: still } }',
      fields: '{ amends: given, mood: "" }',
    });
    const body =
      '# Ours\n\n## Today\n\n- [ ] Today, ${OTHER_PARTNER}? <!-- step: numbers -->\n\n## One\n\n- [ ] One for ${OTHER_PARTNER} <!-- step: one -->\n\n' +
      'No prompt.\n\n_Some *strong* `words`\nfor ${OTHER_PARTNER}._\n\n## Two\n\n- [ ] Two <!-- step: two -->\n\n**Not this.**\n';
    const template = { ...templateOf('reflection.hurt.md', lines, []), body };
    const form = formOf('hurt', buildGuide([], [template]));
    assert.deepEqual(
      form.measures.map(({ name, title }) => [name, title]),
      [['calm', 'Calm']],
    );
    assert.deepEqual(form.choices, [], 'a word that the template gives is not asked for');
    assert.deepEqual(form.questions, [
      { stepId: 'one', label: 'One for Sam', prompt: 'Some strong words for Sam.' },
      { stepId: 'two', label: 'Two', prompt: '' },
    ]);
  });
});

describe('What was put into the form', () => {
  it('is parted into what the page has a place for and what it has none for, and nothing is lost', () => {
    const values = {
      numbers: { 'keep-away': 3, 'pay-back': 11, calm: 2 },
      fields: { amends: 'no', mood: 'low' },
      answers: { warmth: 'tea', 'face-it': 'I lied.', cannot: ' ', gone: '\n' },
    };
    assert.deepEqual(partedByForm(values, formOf('hurt')), {
      fitting: { numbers: { 'keep-away': 3 }, fields: { amends: 'no' }, answers: { warmth: 'tea' } },
      rest: { numbers: { 'pay-back': 11, calm: 2 }, fields: { mood: 'low' }, answers: { 'face-it': 'I lied.' } },
      hasRest: true,
    });
    assert.equal(partedByForm({ numbers: {}, fields: {}, answers: { gone: ' ' } }, formOf('hurt')).hasRest, false);
    assert.equal(partedByForm({ ...values, fields: { amends: 'maybe' } }, formOf('hurt')).rest.fields.amends, 'maybe');
  });
});

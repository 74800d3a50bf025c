import assert from 'node:assert/strict';
import { FormState } from '../../../src/webview/reflection/form-state';
import type { FormField } from '../../../src/webview/reflection/form-state';

function formOf() {
  const fields: FormField[] = [
    { part: 'numbers', name: 'keep-away', value: '' },
    { part: 'fields', name: 'amends', value: '' },
    { part: 'answers', name: 'amends', value: '' },
    { part: 'answers', name: 'warmth', value: '' },
  ];
  const [pull, choice, amends, warmth] = fields as [FormField, FormField, FormField, FormField];
  let focused: FormField | undefined;
  const state = new FormState(fields, (field) => field === focused);
  const write = (field: FormField, value: string): void => {
    field.value = value;
    state.touch(field);
  };
  return { state, pull, choice, amends, warmth, write, focus: (field: FormField) => (focused = field) };
}

const DRAFT = {
  numbers: { 'keep-away': 0, calm: 2 },
  fields: { amends: 'no' },
  answers: { warmth: ' tea\n', 'face-it': 'I lied.' },
};

describe('the form of the reflection on the page', () => {
  it('takes a draft, and gives back all of it, also what it has no field for', () => {
    const { state, pull } = formOf();
    assert.equal(state.isEmpty, true);
    state.take(DRAFT);
    assert.equal(pull.value, '0');
    assert.equal(state.isEmpty, false);
    assert.deepEqual(state.values(), DRAFT);
  });

  it('has no value where nothing, or only space, stands', () => {
    const { state, pull, warmth } = formOf();
    assert.deepEqual(state.values(), { numbers: {}, fields: {}, answers: {} });
    pull.value = 'x';
    warmth.value = ' \n ';
    assert.deepEqual(state.values(), { numbers: {}, fields: {}, answers: {} });
  });

  it('never takes a draft where a person has written, or is about to', () => {
    const { state, warmth, amends, choice, write, focus } = formOf();
    write(warmth, 'mine');
    write(choice, '');
    focus(amends);
    state.take({ ...DRAFT, answers: { warmth: 'theirs', amends: 'theirs' } });
    assert.deepEqual([warmth.value, choice.value, amends.value], ['mine', '', '']);
    state.take(null);
    assert.equal(warmth.value, 'mine');
  });

  it('follows a draft where nobody has written', () => {
    const { state, warmth } = formOf();
    state.take(DRAFT);
    state.take({ ...DRAFT, answers: { warmth: 'two cups' } });
    assert.equal(warmth.value, 'two cups');
    state.take(null);
    assert.equal(state.isEmpty, true);
    assert.deepEqual(state.values(), { numbers: {}, fields: {}, answers: {} });
  });

  it('is free again where it says what was saved, and keeps what was written since', () => {
    const { state, warmth, pull, amends, write } = formOf();
    write(pull, '7');
    write(warmth, 'tea');
    const saved = state.values();
    write(warmth, 'tea, and bread');
    write(amends, 'some');
    state.clear(saved);
    assert.deepEqual(state.values(), {
      numbers: {},
      fields: {},
      answers: { warmth: 'tea, and bread', amends: 'some' },
    });
    state.take({ numbers: { 'keep-away': 3 }, fields: {}, answers: { warmth: 'old' } });
    assert.deepEqual([pull.value, warmth.value], ['3', 'tea, and bread']);
  });

  it('takes what stood in another form as written by the person', () => {
    const { state, warmth } = formOf();
    state.adopt(DRAFT);
    state.take(null);
    assert.deepEqual([warmth.value, state.values().numbers['keep-away']], [' tea\n', 0]);
  });
});

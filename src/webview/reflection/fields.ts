import type { ReflectionPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { element, setText } from '../elements';
import type { FormField, Part } from './form-state';
import { RadioGroup } from './radio-group';

type Measure = ReflectionPage['measures'][number];
type Choice = ReflectionPage['choices'][number];
type Question = ReflectionPage['questions'][number];

/** A field as it stands on the page. */
export interface Field extends FormField {
  readonly element: HTMLElement;
}

/** More answers than this do not stand in a row; a number is typed then. */
const MOST_IN_A_ROW = 21;

/** @returns how strong a pull is, as one of the numbers in a row, with words for both ends */
export function numberField(measure: Measure, { word }: PageContext, changed: () => void): Field {
  const { name, title, min, max } = measure;
  const [ends] = Object.values(measure.ends);
  const below = element('div', { class: 'ends' }, [
    element('span', {}, [`${String(min)} `, element('bdi', { text: ends?.low ?? '' })]),
    element('span', {}, [`${String(max)} `, element('bdi', { text: ends?.high ?? '' })]),
  ]);
  if (!Number.isInteger(min) || !Number.isInteger(max) || max - min >= MOST_IN_A_ROW) {
    return typedNumber(measure, below, changed);
  }
  const options = Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((value) => ({
    value,
    label: value,
  }));
  const clear = { text: word('reflection-clear'), spoken: word('reflection-clear-spoken', title) };
  const group = new RadioGroup({ name: `number-${name}`, label: title, options, look: 'scale', below, clear }, changed);
  return fieldOfGroup('numbers', name, group, group.element);
}

function typedNumber({ name, title, min, max }: Measure, below: HTMLElement, changed: () => void): Field {
  const id = `number-${name}`;
  const input = element('input', { type: 'number', id, min, max, step: 'any', autocomplete: 'off' });
  below.id = `${id}-below`;
  input.setAttribute('aria-describedby', below.id);
  input.addEventListener('input', changed);
  const label = element('label', { class: 'group-label', for: id, text: title });
  return {
    part: 'numbers',
    name,
    element: element('div', { class: 'group' }, [label, input, below]),
    get value() {
      return input.value.trim();
    },
    set value(value: string) {
      input.value = value;
    },
  };
}

/** @returns a word that is chosen, with what is said where the chosen one asks for it */
export function choiceField(choice: Choice, label: string, { word }: PageContext, changed: () => void): Field {
  const said = element('p', { class: 'said', role: 'status' });
  const clear = { text: word('reflection-clear'), spoken: word('reflection-clear-spoken', label) };
  const say = (): void => {
    setText(said, choice.options.find(({ value }) => value === group.value)?.said ?? '');
  };
  const group = new RadioGroup(
    { name: `choice-${choice.name}`, label, options: choice.options, look: 'words', clear },
    () => {
      say();
      changed();
    },
  );
  return fieldOfGroup('fields', choice.name, group, element('div', {}, [group.element, said]), say);
}

function fieldOfGroup(part: Part, name: string, group: RadioGroup, whole: HTMLElement, whenSet?: () => void): Field {
  return {
    part,
    name,
    element: whole,
    get value() {
      return group.value ?? '';
    },
    set value(value: string) {
      group.value = value === '' ? undefined : value;
      whenSet?.();
    },
  };
}

/**
 * @param label what it is called here; the question's own words, unless they stand above it already
 * @returns a question that is answered in words, below its prompt
 */
export function textField({ stepId, prompt }: Question, label: string, changed: () => void): Field {
  const id = `answer-${stepId}`;
  const promptId = `${id}-prompt`;
  // Which way a text runs is decided by the text.
  const area = element('textarea', { id, rows: 3, dir: 'auto', autocomplete: 'off' });
  area.addEventListener('input', changed);
  const words = prompt === '' ? [] : [element('p', { class: 'prompt quiet', id: promptId, text: prompt, dir: 'auto' })];
  if (prompt !== '') {
    area.setAttribute('aria-describedby', promptId);
  }
  const name = element('label', { class: 'group-label', for: id, text: label, dir: 'auto' });
  return {
    part: 'answers',
    name: stepId,
    element: element('div', { class: 'question' }, [name, ...words, area]),
    get value() {
      return area.value;
    },
    set value(value: string) {
      area.value = value;
    },
  };
}

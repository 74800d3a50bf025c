import { button, element } from '../elements';

/** One of the answers. */
interface RadioOption {
  readonly value: string;
  readonly label: string;
}

interface RadioGroupParts {
  /** Names the group; part of its ids. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly RadioOption[];
  /** How it looks: a row of numbers, or words. */
  readonly look: 'scale' | 'words';
  /** What stands below it. */
  readonly below?: HTMLElement;
  /** What its button says that takes the answer back; without one, there always is an answer. */
  readonly clear?: { readonly text: string; readonly spoken: string };
}

/**
 * Answers of which one is taken, or none. The radio buttons are the browser's own, so that arrow keys and screen readers
 * work as everywhere; Delete takes the answer back.
 */
export class RadioGroup {
  readonly element: HTMLElement;
  readonly #inputs: readonly HTMLInputElement[];
  readonly #clear: HTMLButtonElement | undefined;

  /** @param changed hears that a person has answered otherwise */
  constructor(parts: RadioGroupParts, changed: () => void) {
    const labelId = `${parts.name}-label`;
    this.#inputs = parts.options.map(({ value }) => {
      const input = element('input', { type: 'radio', name: parts.name, value, autocomplete: 'off' });
      input.addEventListener('change', () => {
        this.#told(changed);
      });
      return input;
    });
    const cells = parts.options.map(({ label }, index) => {
      const input = this.#inputs[index];
      return element('label', { class: 'answer' }, [...(input ? [input] : []), element('bdi', { text: label })]);
    });
    const row = element('div', { class: 'answers' }, cells);
    const { clear } = parts;
    this.#clear =
      clear &&
      button({ class: 'link', text: clear.text, 'aria-label': clear.spoken, hidden: true }, () => {
        this.#takeBack(changed);
      });
    const head = element('div', { class: 'group-head' }, [
      element('bdi', { class: 'group-label', id: labelId, text: parts.label }),
      ...(this.#clear ? [this.#clear] : []),
    ]);
    const belowId = `${parts.name}-below`;
    if (parts.below) {
      parts.below.id = belowId;
    }
    row.setAttribute('role', 'radiogroup');
    row.setAttribute('aria-labelledby', labelId);
    if (parts.below) {
      row.setAttribute('aria-describedby', belowId);
    }
    row.addEventListener('keydown', (event) => {
      if (this.#clear && (event.key === 'Delete' || event.key === 'Backspace')) {
        event.preventDefault();
        this.#takeBack(changed);
      }
    });
    this.element = element('div', { class: `group is-${parts.look}` }, [
      head,
      row,
      ...(parts.below ? [parts.below] : []),
    ]);
  }

  /** The answer, if there is one. */
  get value(): string | undefined {
    return this.#inputs.find(({ checked }) => checked)?.value;
  }

  set value(value: string | undefined) {
    for (const input of this.#inputs) {
      input.checked = input.value === value;
    }
    this.#showClear();
  }

  #takeBack(changed: () => void): void {
    if (this.value === undefined) {
      return;
    }
    const [first] = this.#inputs;
    const here = this.#inputs.find((input) => input === document.activeElement) ?? first;
    this.value = undefined;
    here?.focus();
    changed();
  }

  #told(changed: () => void): void {
    this.#showClear();
    changed();
  }

  #showClear(): void {
    if (this.#clear) {
      this.#clear.hidden = this.value === undefined;
    }
  }
}

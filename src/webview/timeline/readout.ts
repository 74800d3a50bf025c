import type { PageContext } from '../context';
import { button, element, setText } from '../elements';
import type { Child } from '../elements';
import type { Reading } from './reading';

/** Says in words what one points at. It keeps its height, so that nothing jumps. */
export class Readout {
  readonly element: HTMLElement;
  readonly #heading = element('p', { class: 'readout-heading' });
  readonly #told = element('p', { class: 'readout-told' });
  readonly #open: HTMLButtonElement;
  readonly #context: PageContext;
  #shown = '';

  /** @param open what the button does */
  constructor(context: PageContext, open: () => void) {
    this.#context = context;
    this.#open = button({ class: 'link', text: context.word('open-note'), hidden: true }, open);
    this.element = element('div', { class: 'readout' }, [this.#heading, this.#told, this.#open]);
  }

  /**
   * @param reading the note in words, or nothing yet
   * @param gathered how many notes share its mark
   */
  show(reading: Reading | undefined, gathered: number): void {
    const shown = JSON.stringify([reading, gathered]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    const { word } = this.#context;
    this.#open.hidden = reading === undefined;
    if (reading === undefined) {
      setText(this.#heading, word('nothing-pointed-at'));
      setText(this.#told, '');
      return;
    }
    const { date, who, title, told, isPrivate } = reading;
    // What comes from a file stands in an element of its own: its direction of writing ends there.
    const heading = [
      element('b', { text: date }),
      ...(who === '' ? [] : [element('b', {}, [element('bdi', { text: who })])]),
      ...(isPrivate ? [element('span', { class: 'readout-private', text: word('private-note') })] : []),
    ];
    this.#heading.replaceChildren(...joined(heading, ' · '));
    const parts = (title === '' ? told : [title, ...told]).map((text) => element('bdi', { text }));
    this.#told.replaceChildren(
      ...joined([...parts, ...(gathered > 1 ? [word('one-of-several', gathered)] : [])], ', '),
    );
  }
}

function joined(children: readonly Child[], between: string): readonly Child[] {
  return children.flatMap((child, index) => (index === 0 ? [child] : [between, child]));
}

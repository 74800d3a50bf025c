import type { PageContext } from '../context';
import { button, element, setAttribute } from '../elements';

/** Shows my private notes, or not. It begins as off, and is off again whenever the panel has been closed. */
export class PrivateSwitch {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  #isShown = false;

  /**
   * @param context gives the texts
   * @param toggled hears what is wished; the switch itself turns when the notes have come
   * @param describedBy an id of its own for the words beside it
   */
  constructor(context: PageContext, toggled: (isShown: boolean) => void, describedBy = 'private-switch-note') {
    const { word } = context;
    this.#button = button(
      { class: 'switch', role: 'switch', 'aria-checked': 'false', 'aria-describedby': describedBy },
      () => {
        toggled(!this.#isShown);
      },
    );
    this.#button.append(element('span', { class: 'switch-track' }), element('span', { text: word('private-notes') }));
    const note = element('span', { class: 'quiet', id: describedBy, text: word('private-notes-note') });
    this.element = element('div', { class: 'private-switch' }, [this.#button, note]);
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
    setAttribute(this.#button, 'aria-checked', String(isShown));
  }
}

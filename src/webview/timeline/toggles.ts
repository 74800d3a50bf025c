import { button, element, setAttribute, setText } from '../elements';

/** One of several buttons that stay pressed. */
export interface Toggle {
  readonly key: string;
  readonly label: string;
  readonly isPressed: boolean;
}

/**
 * A group of buttons that stay pressed. They are told by their keys, so that an update leaves each button, and the
 * focus on it, where it is.
 */
export class ToggleGroup {
  readonly element: HTMLElement;
  readonly #buttons = new Map<string, { readonly button: HTMLButtonElement; readonly label: HTMLElement }>();
  readonly #toggled: (key: string) => void;
  readonly #sign: (key: string) => Node | undefined;

  /**
   * @param label what the group is about
   * @param toggled what a press does; it changes nothing by itself
   * @param sign makes what stands before a label
   */
  constructor(
    label: string,
    toggled: (key: string) => void,
    sign: (key: string) => Node | undefined = () => undefined,
  ) {
    this.element = element('div', { class: 'toggles', role: 'group', 'aria-label': label });
    this.#toggled = toggled;
    this.#sign = sign;
  }

  show(toggles: readonly Toggle[]): void {
    const keys = new Set(toggles.map(({ key }) => key));
    for (const [key, { button: gone }] of this.#buttons) {
      if (!keys.has(key)) {
        gone.remove();
        this.#buttons.delete(key);
      }
    }
    for (const [index, { key, label, isPressed }] of toggles.entries()) {
      const known = this.#buttons.get(key) ?? this.#added(key);
      setText(known.label, label);
      setAttribute(known.button, 'aria-pressed', String(isPressed));
      const inPlace = this.element.children.item(index);
      if (inPlace !== known.button) {
        this.element.insertBefore(known.button, inPlace);
      }
    }
  }

  #added(key: string): { readonly button: HTMLButtonElement; readonly label: HTMLElement } {
    const label = element('bdi');
    const built = button({ class: 'toggle' }, () => {
      this.#toggled(key);
    });
    const sign = this.#sign(key);
    built.append(...(sign === undefined ? [] : [sign]), label);
    const added = { button: built, label };
    this.#buttons.set(key, added);
    return added;
  }
}

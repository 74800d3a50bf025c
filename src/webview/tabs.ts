import { button, element, setAttribute } from './elements';

/** A tab and what it shows. */
export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly content: HTMLElement;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Tabs as the ARIA authoring practices describe them: one stop of the tabulator, arrow keys choose. */
export class Tabs<Key extends string> {
  readonly list: HTMLElement;
  readonly panels: readonly HTMLElement[];
  readonly #parts: readonly { readonly key: Key; readonly tab: HTMLButtonElement; readonly panel: HTMLElement }[];
  readonly #chosen: (key: Key) => void;

  /**
   * @param label what the tabs are about
   * @param tabs them, from the left
   * @param chosen hears which one a person has chosen
   */
  constructor(label: string, tabs: readonly Tab<Key>[], chosen: (key: Key) => void) {
    this.#chosen = chosen;
    this.#parts = tabs.map(({ key, label: text, content }) => {
      const [tabId, panelId] = [`tab-${key}`, `panel-${key}`];
      const tab = button({ role: 'tab', class: 'tab', id: tabId, 'aria-controls': panelId, text }, () => {
        this.choose(key);
      });
      tab.addEventListener('keydown', (event) => {
        this.#walk(event);
      });
      const panel = element('div', { role: 'tabpanel', class: 'panel', id: panelId, 'aria-labelledby': tabId }, [
        content,
      ]);
      return { key, tab, panel };
    });
    this.list = element(
      'div',
      { role: 'tablist', class: 'tabs', 'aria-label': label },
      this.#parts.map(({ tab }) => tab),
    );
    this.panels = this.#parts.map(({ panel }) => panel);
  }

  /** Shows a tab without moving the focus, and without telling that it was chosen. */
  show(chosen: Key): void {
    for (const { key, tab, panel } of this.#parts) {
      setAttribute(tab, 'aria-selected', String(key === chosen));
      setAttribute(tab, 'tabindex', key === chosen ? 0 : -1);
      panel.hidden = key !== chosen;
    }
  }

  /** Shows a tab and tells it. */
  choose(key: Key): void {
    this.show(key);
    this.#chosen(key);
  }

  #walk(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const last = this.#parts.length - 1;
    const here = this.#parts.findIndex(({ tab }) => tab === event.currentTarget);
    const aim = Number.isFinite(step) ? (here + step + last + 1) % (last + 1) : step < 0 ? 0 : last;
    const part = this.#parts[aim];
    if (part !== undefined) {
      this.choose(part.key);
      part.tab.focus();
    }
  }
}

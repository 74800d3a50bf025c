import type { ReflectionPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { button, element } from '../elements';
import type { Reading } from '../timeline/reading';

/** So many rows are shown at first; nobody reads more at a time. */
const PAGE = 50;

/** The reflections in a table, the newest first, for whoever would rather read. */
export class PullsTable {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #open: (path: string) => void;
  readonly #reading: (entry: number) => Reading | undefined;
  readonly #head = element('tr');
  readonly #body = element('tbody');
  readonly #more: HTMLButtonElement;
  #page: ReflectionPage | undefined;
  #limit = PAGE;
  #shown = '';

  /**
   * @param open opens a note
   * @param reading puts an entry into words
   */
  constructor(context: PageContext, open: (path: string) => void, reading: (entry: number) => Reading | undefined) {
    [this.#context, this.#open, this.#reading] = [context, open, reading];
    const { word } = context;
    this.#more = button({ class: 'plain', text: word('show-earlier') }, () => {
      this.#limit += PAGE;
      this.#draw();
    });
    const table = element('table', { class: 'notes' }, [
      element('caption', { class: 'only-spoken', text: word('reflection-table') }),
      element('thead', {}, [this.#head]),
      this.#body,
    ]);
    const scroll = element('div', { class: 'table-scroll', tabindex: 0, role: 'region' }, [table]);
    scroll.setAttribute('aria-label', word('reflection-table'));
    this.element = element('details', { class: 'pulls-table' }, [
      element('summary', { text: word('as-table') }),
      scroll,
      this.#more,
    ]);
  }

  show(page: ReflectionPage): void {
    this.#page = page;
    const shown = JSON.stringify([page.entries, page.measures, page.dips]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#draw();
    }
  }

  #draw(): void {
    const { entries, measures, dips } = this.#page ?? {};
    if (entries === undefined || measures === undefined) {
      return;
    }
    const { word } = this.#context;
    // A note keeps the focus while the table is made anew around it.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.path : undefined;
    this.#head.replaceChildren(
      element('th', { scope: 'col', text: word('column-date') }),
      ...measures.map(({ title }) =>
        element('th', { scope: 'col', class: 'number' }, [element('bdi', { text: title })]),
      ),
    );
    const newest = entries.paths.map((path, entry) => ({ path, entry })).reverse();
    this.#body.replaceChildren(
      ...newest.slice(0, this.#limit).map(({ path, entry }) => {
        const said = [
          ...(dips?.filter((dip) => dip.path === path).map(({ sentence }) => sentence) ?? []),
          ...(entries.isPrivate[entry] === true ? [word('private-note')] : []),
        ];
        const open = button({ class: 'link', 'data-path': path, text: this.#reading(entry)?.date ?? '' }, () => {
          this.#open(path);
        });
        return element('tr', {}, [
          element('th', { scope: 'row', class: 'what' }, [
            open,
            ...said.map((text) => element('bdi', { class: 'quiet', text })),
          ]),
          ...measures.map(({ name }) =>
            element('td', { class: 'number', text: String(entries.values[name]?.[entry] ?? '') }),
          ),
        ]);
      }),
    );
    this.#more.hidden = newest.length <= this.#limit;
    if (focused !== undefined) {
      const rows = this.#body.querySelectorAll<HTMLElement>('[data-path]');
      [...rows].find(({ dataset }) => dataset.path === focused)?.focus({ preventScroll: true });
    }
  }
}

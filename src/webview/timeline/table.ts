import type { Measure, Timeline } from '../../core/timeline/timeline';
import type { PageContext } from '../context';
import { button, element, setText } from '../elements';
import type { Dates } from './dates';
import { pathOf } from './notes';
import type { DatedPlace, Place } from './notes';
import { readingOf } from './reading';
import type { Reading } from './reading';

/** So many rows at first, and as many more each time: thousands at once would take long to lay out. */
const PAGE = 200;

interface Row {
  readonly element: HTMLTableRowElement;
  readonly open: HTMLButtonElement;
  readonly said: string;
}

interface RowContent {
  readonly reading: Reading;
  readonly numbers: readonly (number | null)[];
  readonly path: string;
  readonly said: string;
  readonly date: string;
}

/** What the table shows. */
export interface TableContent {
  readonly timeline: Timeline;
  /** The notes, the newest first. */
  readonly notes: readonly DatedPlace[];
  readonly measures: readonly Measure[];
  /** The days of which they are, in words. */
  readonly stretch: string;
}

/** The picture's notes as a table: one row a note. Rows stay the elements that they are when notes change. */
export class NoteTable {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #dates: Dates;
  readonly #open: (path: string) => void;
  readonly #caption = element('caption');
  readonly #head = element('tr');
  readonly #body = element('tbody');
  readonly #count = element('p', { class: 'quiet', role: 'status' });
  readonly #more: HTMLButtonElement;
  #rows = new Map<string, Row>();
  #columns = '';
  #limit = PAGE;
  #content: TableContent | undefined;

  /**
   * @param context gives the texts
   * @param dates says days
   * @param open opens a note
   */
  constructor(context: PageContext, dates: Dates, open: (path: string) => void) {
    [this.#context, this.#dates, this.#open] = [context, dates, open];
    this.#more = button({ class: 'plain', text: context.word('show-earlier') }, () => {
      this.#limit += PAGE;
      this.#draw();
    });
    const table = element('table', { class: 'notes' }, [this.#caption, element('thead', {}, [this.#head]), this.#body]);
    const scrolled = element(
      'div',
      { class: 'table-scroll', role: 'region', tabindex: 0, 'aria-label': context.word('table') },
      [table],
    );
    this.element = element('div', { class: 'table' }, [scrolled, this.#count, this.#more]);
  }

  show(content: TableContent): void {
    this.#content = content;
    this.#draw();
  }

  /** Puts the focus on a note's row, or on the table where the note is not in it. */
  focus(path: string | undefined): void {
    const index = this.#content?.notes.findIndex(({ place }) => this.#path(place) === path) ?? -1;
    if (index >= this.#limit) {
      this.#limit = Math.ceil((index + 1) / PAGE) * PAGE;
      this.#draw();
    }
    const row = path === undefined ? undefined : this.#rows.get(path);
    const aim = row?.open ?? this.element.querySelector<HTMLElement>('.table-scroll');
    aim?.focus();
  }

  #draw(): void {
    const content = this.#content;
    if (content === undefined) {
      return;
    }
    const { notes, measures, stretch } = content;
    setText(this.#caption, this.#context.word('table-caption', stretch));
    const columns = JSON.stringify(measures);
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#rows.clear();
      this.#body.replaceChildren();
      this.#drawHead(measures);
    }
    const rows = new Map<string, Row>();
    notes.slice(0, this.#limit).forEach(({ place, day }, index) => {
      const path = this.#path(place);
      const row = path === undefined ? undefined : this.#row(content, { place, day }, path);
      if (path !== undefined && row !== undefined) {
        rows.set(path, row);
        const inPlace = this.#body.children.item(index);
        if (inPlace !== row.element) {
          this.#body.insertBefore(row.element, inPlace);
        }
      }
    });
    while (this.#body.children.length > rows.size) {
      this.#body.lastElementChild?.remove();
    }
    this.#rows = rows;
    this.#more.hidden = notes.length <= this.#limit;
    setText(this.#count, this.#counted(notes.length));
  }

  #counted(all: number): string {
    if (all === 0) {
      return this.#context.word('no-notes-in-sight');
    }
    return all <= this.#limit ? '' : this.#context.word('table-count', this.#limit, all);
  }

  #drawHead(measures: readonly Measure[]): void {
    const { word } = this.#context;
    const plain = [word('column-date'), word('column-who'), word('column-what')].map((text) =>
      element('th', { scope: 'col', text }),
    );
    const numbers = measures.map(({ title, reads }) => {
      const note = reads === 'down' ? [' ', element('span', { class: 'quiet', text: word('reads-down') })] : [];
      return element('th', { scope: 'col', class: 'number' }, [element('bdi', { text: title }), ...note]);
    });
    this.#head.replaceChildren(...plain, ...numbers);
  }

  #row(content: TableContent, { place, day }: DatedPlace, path: string): Row | undefined {
    const reading = readingOf(content.timeline, place, this.#context.word, this.#dates);
    if (reading === undefined) {
      return undefined;
    }
    const numbers = content.measures.map(({ name }) =>
      'event' in place ? null : (content.timeline.lanes[place.lane]?.entries.values[name]?.[place.entry] ?? null),
    );
    const said = JSON.stringify([reading, numbers]);
    const known = this.#rows.get(path);
    if (known?.said === said) {
      return known;
    }
    const row = this.#newRow({ reading, numbers, path, said, date: this.#dates.short(day) });
    // The focus stays on a note whose row says something else now.
    if (known !== undefined) {
      const hadFocus = known.open === document.activeElement;
      known.element.replaceWith(row.element);
      if (hadFocus) {
        row.open.focus({ preventScroll: true });
      }
    }
    return row;
  }

  #newRow({ reading, numbers, path, said, date }: RowContent): Row {
    const { word } = this.#context;
    const isCheckIn = reading.title === '';
    const open = button({ class: 'link' }, () => {
      this.#open(path);
    });
    const title = element('bdi', { text: isCheckIn ? word('check-in') : reading.title });
    open.append(title, element('span', { class: 'only-spoken', text: `, ${date}` }));
    // What a check-in tells are its numbers, which have columns of their own.
    const told = [...(isCheckIn ? [] : reading.told), ...(reading.isPrivate ? [word('private-note')] : [])];
    const what = [open, ...told.map((text) => element('bdi', { class: 'quiet', text }))];
    const row = element('tr', {}, [
      element('th', { scope: 'row', text: date }),
      element('td', {}, [element('div', { class: 'text' }, [element('bdi', { text: reading.who })])]),
      element('td', {}, [element('div', { class: 'text what' }, what)]),
      ...numbers.map((value) => element('td', { class: 'number', text: value === null ? '' : String(value) })),
    ]);
    return { element: row, open, said };
  }

  #path(place: Place): string | undefined {
    return this.#content && pathOf(this.#content.timeline, place);
  }
}

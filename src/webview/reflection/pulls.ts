import { drawPulls } from '../../core/picture/draw-pulls';
import type { Stop, View } from '../../core/picture/picture';
import { stopsOfPulls } from '../../core/picture/stops';
import { pictureWordsFrom } from '../../panel/picture-words';
import type { ReflectionPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { element, setText } from '../elements';
import { oncePerFrame } from '../frames';
import { Chart } from '../timeline/chart';
import { actOf } from '../timeline/chart-keys';
import { Dates } from '../timeline/dates';
import { Readout } from '../timeline/readout';
import { spoken } from '../timeline/reading';
import type { Reading } from '../timeline/reading';
import { beginning, stopAt, walked } from '../timeline/walk';
import { PullsTable } from './pulls-table';

const KEYS_ID = 'pulls-keys';
/** How far from an entry one may point and still mean it. */
const REACH = 40;

/** Room before the first entry and after the last one, as a share of the time between and in days. */
const ROOM = { share: 0.03, least: 4 };

/** The pulls over time, of the one who reflects: a picture to walk in, the same in words, and as a table. */
export class Pulls {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #dates: Dates;
  readonly #chart: Chart;
  readonly #readout: Readout;
  readonly #table: PullsTable;
  readonly #live = element('p', { class: 'only-spoken', 'aria-live': 'polite' });
  readonly #open: (path: string) => void;
  readonly #drawSoon = oncePerFrame(() => {
    this.#draw();
  });
  #page: ReflectionPage | undefined;
  #stops: readonly Stop[] = [];
  #current: string | undefined;
  #hovered: Stop | undefined;

  /** @param open opens a note */
  constructor(context: PageContext, open: (path: string) => void) {
    [this.#context, this.#open] = [context, open];
    const { word } = context;
    this.#dates = new Dates(context.locale);
    this.#chart = new Chart(word('reflection-chart'), KEYS_ID, (event) => this.#pressed(event), {
      zoom: () => false,
      pan: () => false,
      hover: (place) => {
        this.#hovered = place && this.#nearest(place);
        this.#drawSoon();
      },
      press: (place, isTouch) => {
        const stop = this.#nearest(place);
        if (stop) {
          this.#stand(stop);
          if (!isTouch) {
            this.#openCurrent();
          }
        }
      },
    });
    this.#readout = new Readout(context, () => {
      this.#openCurrent();
    });
    this.#table = new PullsTable(context, open, (entry) => this.#reading(entry));
    const keys = element('p', { class: 'keys quiet', id: KEYS_ID, text: word('reflection-keys') });
    this.element = element('div', { class: 'pulls-over-time' }, [
      this.#chart.element,
      this.#readout.element,
      keys,
      this.#table.element,
      this.#live,
    ]);
    new ResizeObserver(this.#drawSoon).observe(this.#chart.element);
  }

  /** Shows what there is now. Where one stands stays. */
  show(page: ReflectionPage): void {
    this.#page = page;
    this.#hovered = undefined;
    if (this.#current !== undefined && !page.entries.paths.includes(this.#current)) {
      this.#current = undefined;
    }
    this.#table.show(page);
    this.#draw();
  }

  #draw(): void {
    const page = this.#page;
    const width = this.#chart.width();
    if (page === undefined || page.entries.days.length === 0 || width === 0) {
      return;
    }
    const { word, locale } = this.#context;
    const view = viewOf(page, width);
    const dips = page.dips.flatMap(({ path }) => page.entries.days[page.entries.paths.indexOf(path)] ?? []);
    const words = { ...pictureWordsFrom(word), title: word('reflection-chart') };
    const picture = drawPulls(page.entries, page.measures, dips, view, words, locale);
    this.#stops = stopsOfPulls(page.entries, page.measures, dips, view);
    this.#chart.show(picture);
    const current = this.#stop();
    this.#chart.point(picture, current, this.#hovered);
    const entry = entryOf(this.#hovered ?? current);
    this.#readout.show(entry === undefined ? undefined : this.#reading(entry), 1);
  }

  /** The entry whose day is nearest to a place; there is one row, so only across counts. */
  #nearest({ x }: { readonly x: number }): Stop | undefined {
    const byDistance = (a: Stop, b: Stop): Stop => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a);
    const [first, ...others] = this.#stops;
    const nearest = first && others.reduce(byDistance, first);
    return nearest && Math.abs(nearest.x - x) <= REACH ? nearest : undefined;
  }

  #pressed(event: KeyboardEvent): boolean {
    const act = actOf(event);
    if (act === 'open') {
      this.#openCurrent();
      return true;
    }
    if (act === undefined || typeof act !== 'object' || !('walk' in act)) {
      return false;
    }
    const rows = [this.#stops];
    const from = this.#stop();
    const stop = from === undefined ? beginning(rows) : walked(rows, from, act.walk);
    if (stop) {
      this.#stand(stop);
    }
    return true;
  }

  #stand(stop: Stop): void {
    const entry = entryOf(stop);
    this.#hovered = undefined;
    this.#current = entry === undefined ? undefined : this.#page?.entries.paths[entry];
    const reading = entry === undefined ? undefined : this.#reading(entry);
    setText(this.#live, reading === undefined ? '' : spoken(reading, this.#context.word));
    this.#drawSoon();
  }

  #stop(): Stop | undefined {
    const entry = this.#current === undefined ? -1 : (this.#page?.entries.paths.indexOf(this.#current) ?? -1);
    return entry === -1 ? undefined : stopAt([this.#stops], { lane: 0, entry });
  }

  #openCurrent(): void {
    if (this.#current !== undefined) {
      this.#open(this.#current);
    }
  }

  #reading(entry: number): Reading | undefined {
    const { entries, measures, dips } = this.#page ?? {};
    const day = entries?.days[entry];
    if (entries === undefined || day === undefined) {
      return undefined;
    }
    const numbers = (measures ?? []).flatMap(({ name, title }) => {
      const value = entries.values[name]?.[entry] ?? null;
      return value === null ? [] : [this.#context.word('number', title, value)];
    });
    const dip = dips?.find(({ path }) => path === entries.paths[entry]);
    const told = dip === undefined ? numbers : [...numbers, dip.sentence];
    const isPrivate = entries.isPrivate[entry] ?? false;
    return { date: this.#dates.long(day), who: '', title: '', told, isPrivate };
  }
}

function entryOf(stop: Stop | undefined): number | undefined {
  return stop && 'entry' in stop.of ? stop.of.entry : undefined;
}

/** All of the time between the first entry and the last one: nothing is drawn up to today. */
function viewOf({ entries, measures }: ReflectionPage, width: number): View {
  const [first, last] = [entries.days[0] ?? 0, entries.days.at(-1) ?? 0];
  const room = Math.max(ROOM.least, (last - first) * ROOM.share);
  return { from: first - room, to: last + room, width, measures: measures.map(({ name }) => name), partners: [] };
}

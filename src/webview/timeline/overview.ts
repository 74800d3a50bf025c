import type { Day, Timeline } from '../../core/timeline/timeline';
import type { PageContext } from '../context';
import { element, setAttribute, setText, svgElement } from '../elements';
import type { Dates } from './dates';
import { daysInSight, endingAt, panned, startingAt } from './range';
import type { Span, Whole } from './range';

const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;

/** Notes that lie closer than this, in pixels, are one dot. */
const DOT = 5;

const HALF = 0.5;

const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
  Home: -Infinity,
  End: Infinity,
};

/**
 * All of the time there is, in a strip, with a window on what is in sight. Both edges of the window are sliders; the
 * window itself is dragged. The notes are dots that count nothing: many on a day look as one does.
 */
export class Overview {
  readonly element: HTMLElement;
  readonly #strip: HTMLElement;
  readonly #svg = svgElement('svg', { class: 'overview-notes', 'aria-hidden': 'true', height: HEIGHT });
  readonly #window = element('div', { class: 'overview-window' });
  readonly #first: HTMLElement;
  readonly #last: HTMLElement;
  readonly #stretch = element('p', { class: 'stretch quiet' });
  readonly #dates: Dates;
  readonly #changed: (span: Span) => void;
  #span: Span = { from: 0, to: 1 };
  #whole: Whole = { from: 0, to: 1, first: 0, last: 1 };
  #width = 1;
  #drawn: readonly unknown[] = [];

  /**
   * @param context gives the texts
   * @param dates says days
   * @param changed hears what is to be in sight
   */
  constructor(context: PageContext, dates: Dates, changed: (span: Span) => void) {
    this.#dates = dates;
    this.#changed = changed;
    this.#first = this.#handle('first', context.word('first-day'), (day) => startingAt(this.#span, day, this.#whole));
    this.#last = this.#handle('last', context.word('last-day'), (day) => endingAt(this.#span, day, this.#whole));
    this.#strip = element('div', { class: 'overview-strip' }, [this.#window, this.#svg, this.#first, this.#last]);
    this.element = element('div', { class: 'overview', role: 'group', 'aria-label': context.word('overview') }, [
      this.#strip,
      this.#stretch,
    ]);
    this.#listenToDrags();
  }

  /**
   * @param timeline what there is
   * @param span what is in sight
   * @param whole all of the time there is
   * @param plot where the picture above begins and ends: the strip lies below it
   */
  show(timeline: Timeline, span: Span, whole: Whole, plot: { readonly left: number; readonly right: number }): void {
    [this.#span, this.#whole, this.#width] = [span, whole, plot.right - plot.left];
    const drawn = [timeline, whole.from, whole.to, plot.left, plot.right];
    if (drawn.some((part, index) => part !== this.#drawn[index])) {
      this.#drawn = drawn;
      this.element.style.setProperty('--plot-left', `${plot.left}px`);
      this.element.style.setProperty('--plot-width', `${this.#width}px`);
      setAttribute(this.#svg, 'width', this.#width);
      this.#svg.replaceChildren(...this.#notes(timeline));
    }
    const [left, right] = [this.#x(span.from), this.#x(span.to)];
    this.element.style.setProperty('--window-left', `${left}px`);
    this.element.style.setProperty('--window-width', `${right - left}px`);
    const { first, last } = daysInSight(span, whole);
    setText(this.#stretch, this.#dates.stretch(first, last));
    this.#setSlider(this.#first, first);
    this.#setSlider(this.#last, last);
  }

  #notes(timeline: Timeline): readonly SVGPathElement[] {
    const dots = new Set<number>();
    const add = (day: Day): void => {
      dots.add(Math.round(this.#x(day) / DOT) * DOT);
    };
    timeline.lanes.forEach(({ entries }) => {
      entries.days.forEach(add);
    });
    timeline.events.forEach(({ day }) => {
      add(day);
    });
    const notes = [...dots].map((x) => `M${x} ${MIDDLE}h0`).join('');
    const cracks = (isJoined: boolean): string =>
      timeline.breaks
        .filter(({ seam }) => (seam !== null) === isJoined)
        .map(({ day }) => `M${this.#x(day).toFixed(1)} ${MIDDLE - 9}l2.5 5l-5 4l5 4l-2.5 5`)
        .join('');
    return [
      svgElement('path', { class: 'overview-dots', d: notes }),
      svgElement('path', { class: 'overview-crack', d: cracks(false) }),
      svgElement('path', { class: 'overview-crack is-joined', d: cracks(true) }),
    ];
  }

  #handle(edge: 'first' | 'last', label: string, moved: (day: number) => Span): HTMLElement {
    const handle = element('div', {
      class: `overview-handle is-${edge}`,
      role: 'slider',
      tabindex: 0,
      'aria-label': label,
      'aria-orientation': 'horizontal',
    });
    handle.addEventListener('keydown', (event) => {
      const days = KEYS[event.key];
      if (days === undefined || event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      if (Number.isFinite(days)) {
        // What is said is a whole day, so each key changes it: half a day more keeps that day in sight.
        const { first, last } = daysInSight(this.#span, this.#whole);
        this.#changed(moved(edge === 'first' ? first + days - HALF : last + days + HALF));
      } else {
        this.#changed(moved(days < 0 ? this.#whole.from : this.#whole.to));
      }
    });
    drag(handle, () => {
      const from = this.#span[edge === 'first' ? 'from' : 'to'];
      return (pixels) => {
        this.#changed(moved(from + this.#days(pixels)));
      };
    });
    return handle;
  }

  #listenToDrags(): void {
    drag(this.#window, () => {
      const begin = this.#span;
      return (pixels) => {
        this.#changed(panned(begin, this.#days(pixels), this.#whole));
      };
    });
    this.#strip.addEventListener('pointerdown', (event) => {
      if (event.target !== this.#strip) {
        return;
      }
      const aim = this.#whole.from + this.#days(event.clientX - this.#strip.getBoundingClientRect().left);
      this.#changed(panned(this.#span, aim - (this.#span.from + this.#span.to) / 2, this.#whole));
    });
  }

  #setSlider(handle: HTMLElement, day: Day): void {
    setAttribute(handle, 'aria-valuemin', this.#whole.first);
    setAttribute(handle, 'aria-valuemax', this.#whole.last);
    setAttribute(handle, 'aria-valuenow', day);
    setAttribute(handle, 'aria-valuetext', this.#dates.short(day));
  }

  #x(day: number): number {
    return ((day - this.#whole.from) / (this.#whole.to - this.#whole.from)) * this.#width;
  }

  #days(pixels: number): number {
    return (pixels / this.#width) * (this.#whole.to - this.#whole.from);
  }
}

/**
 * Listens to drags.
 *
 * @param target what is dragged
 * @param begun is asked when a drag begins, and gives what hears how far it has come from there
 */
function drag(target: HTMLElement, begun: () => (pixels: number) => void): void {
  let dragged: { readonly from: number; readonly moved: (pixels: number) => void } | undefined;
  target.addEventListener('pointerdown', (event) => {
    if (event.button === 0) {
      dragged = { from: event.clientX, moved: begun() };
      target.setPointerCapture(event.pointerId);
    }
  });
  target.addEventListener('pointermove', (event) => {
    dragged?.moved(event.clientX - dragged.from);
  });
  const end = (): void => {
    dragged = undefined;
  };
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
}

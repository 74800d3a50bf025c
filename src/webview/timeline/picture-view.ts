import { drawTimeline } from '../../core/picture/draw-timeline';
import { layOut } from '../../core/picture/layout';
import type { Picture, Stop, View } from '../../core/picture/picture';
import { stopOf, stopsOf } from '../../core/picture/stops';
import type { Timeline } from '../../core/timeline/timeline';
import { pictureWordsFrom } from '../../panel/picture-words';
import type { PageContext } from '../context';
import { element, setText } from '../elements';
import { oncePerFrame } from '../frames';
import { Chart } from './chart';
import { actOf } from './chart-keys';
import type { Act } from './chart-keys';
import type { Dates } from './dates';
import type { TimelineModel } from './model';
import { pathOf, placeOf } from './notes';
import type { Place } from './notes';
import { Overview } from './overview';
import { daysInSight } from './range';
import { Readout } from './readout';
import { readingOf, spoken } from './reading';
import { nearestStop, stopAt } from './walk';
import type { Band } from './walk';

const CLOSER = 0.7;
const PAN = 0.25;
const KEYS_ID = 'timeline-keys';

/** Half as high as the sign of an event. */
const SIGN = 12;

/** What is on the screen, and of what it was made. */
interface Drawn {
  readonly timeline: Timeline;
  readonly view: View;
  readonly key: string;
  readonly picture: Picture;
  /** They are looked for when one points or walks: thousands of them take a while. */
  readonly stops: () => readonly (readonly Stop[])[];
  readonly bands: readonly Band[];
}

/** What the picture asks for. */
interface Wishes {
  /** Changes what is looked at. @returns whether anything is different now */
  readonly change: (change: (model: TimelineModel) => TimelineModel) => boolean;
  readonly open: (path: string) => void;
  readonly turnToTable: () => void;
}

/** The picture, the strip of all the time below it, and what one points at in words. */
export class PictureView {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #dates: Dates;
  readonly #wishes: Wishes;
  readonly #chart: Chart;
  readonly #overview: Overview;
  readonly #readout: Readout;
  readonly #live = element('p', { class: 'only-spoken', 'aria-live': 'polite' });
  readonly #pointSoon = oncePerFrame(() => {
    this.#point();
  });
  #model: TimelineModel | undefined;
  #drawn: Drawn | undefined;
  #pointer: { readonly x: number; readonly y: number } | undefined;

  constructor(context: PageContext, dates: Dates, wishes: Wishes) {
    [this.#context, this.#dates, this.#wishes] = [context, dates, wishes];
    const { word } = context;
    this.#chart = new Chart(word('chart'), KEYS_ID, (event) => this.#pressed(actOf(event)), {
      zoom: (factor, x) => wishes.change((model) => model.zoomed(factor, this.#dayAt(x))),
      pan: (pixels) => wishes.change((model) => model.panned(this.#dayAt(0) - this.#dayAt(pixels))),
      hover: (place) => {
        this.#pointer = place;
        this.#pointSoon();
      },
      press: (place, isTouch) => {
        this.#pressedAt(place, isTouch);
      },
    });
    this.#overview = new Overview(context, dates, (span) => {
      wishes.change((model) => model.looking(span));
    });
    this.#readout = new Readout(context, () => {
      this.#openCurrent();
    });
    const keys = element('p', { class: 'keys quiet', id: KEYS_ID, text: word('keys') });
    this.element = element('div', {}, [
      this.#chart.element,
      this.#overview.element,
      this.#readout.element,
      keys,
      this.#live,
    ]);
  }

  /** How wide the picture is; 0 while it is not in sight. */
  get width(): number {
    return this.#chart.width();
  }

  /** Draws what is looked at; what is there already stays. */
  draw(model: TimelineModel): void {
    this.#model = model;
    const { width } = this;
    if (width > 0) {
      this.#drawPicture(model, model.view(width));
      this.#point();
    }
  }

  /** Puts the focus on the picture, and says the note at which one stands. */
  focus(): void {
    this.#chart.element.focus();
    this.#say(this.#model);
  }

  #drawPicture({ timeline, span, whole }: TimelineModel, view: View): void {
    const key = JSON.stringify(view);
    if (this.#drawn?.timeline === timeline && this.#drawn.key === key) {
      return;
    }
    const { word, locale } = this.#context;
    const picture = drawTimeline(timeline, view, pictureWordsFrom(word), locale);
    this.#drawn = {
      timeline,
      view,
      key,
      picture,
      stops: onceAsked(() => stopsOf(timeline, view)),
      bands: bandsOf(timeline, view),
    };
    this.#chart.show(picture);
    this.#overview.show(timeline, span, whole, picture.plot);
  }

  #point(): void {
    const [model, drawn] = [this.#model, this.#drawn];
    if (model === undefined || drawn === undefined) {
      return;
    }
    const place = placeOfCurrent(model);
    const stops = this.#pointer && drawn.stops();
    const current = place && (stops ? stopAt(stops, place) : stopOf(drawn.timeline, drawn.view, place));
    const hovered = this.#pointer && stops && nearestStop(stops, this.#pointer, drawn.bands);
    this.#chart.point(drawn.picture, current, hovered);
    const told = hovered?.of ?? place;
    const reading = told && readingOf(model.timeline, told, this.#context.word, this.#dates);
    this.#readout.show(reading, (hovered ?? current)?.gathered ?? 1);
  }

  #pressed(act: Act | undefined): boolean {
    if (act === undefined) {
      return false;
    }
    this.#pointer = undefined;
    if (act === 'open') {
      this.#openCurrent();
    } else if (act === 'table') {
      this.#wishes.turnToTable();
    } else if (act === 'back') {
      this.#changeAndSay((model) => model.standingAt(undefined));
    } else if ('walk' in act) {
      this.#changeAndSay((model) => model.walked(act.walk, this.#drawn?.stops() ?? []));
    } else {
      this.#look(act);
    }
    return true;
  }

  #look(act: Extract<Act, { readonly pan: unknown } | { readonly zoom: unknown }>): void {
    let seen: TimelineModel | undefined;
    this.#wishes.change((model) => {
      seen = 'pan' in act ? pannedByKey(model, act.pan) : zoomedByKey(model, act.zoom);
      return seen;
    });
    if (seen !== undefined) {
      const { first, last } = daysInSight(seen.span, seen.whole);
      setText(this.#live, this.#context.word('in-sight', this.#dates.stretch(first, last)));
    }
  }

  #pressedAt(place: { readonly x: number; readonly y: number }, isTouch: boolean): void {
    const stop = this.#drawn && nearestStop(this.#drawn.stops(), place, this.#drawn.bands);
    const path = stop && this.#model && pathOf(this.#model.timeline, stop.of);
    if (path !== undefined) {
      this.#changeAndSay((model) => model.standingAt(path));
      if (!isTouch) {
        this.#wishes.open(path);
      }
    }
  }

  #changeAndSay(change: (model: TimelineModel) => TimelineModel): void {
    let changed: TimelineModel | undefined;
    this.#wishes.change((model) => {
      changed = change(model);
      return changed;
    });
    this.#say(changed);
  }

  #say(model: TimelineModel | undefined): void {
    const place = model && placeOfCurrent(model);
    const reading = model && place && readingOf(model.timeline, place, this.#context.word, this.#dates);
    setText(this.#live, reading === undefined ? '' : spoken(reading, this.#context.word));
  }

  #openCurrent(): void {
    const path = this.#model?.current;
    if (path !== undefined) {
      this.#wishes.open(path);
    }
  }

  #dayAt(x: number): number {
    const { from, to } = this.#model?.span ?? { from: 0, to: 1 };
    const { left, right } = this.#drawn?.picture.plot ?? { left: 0, right: 1 };
    return from + ((x - left) / (right - left)) * (to - from);
  }
}

/** @returns gives what is made, which is made when it is asked for the first time */
function onceAsked<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function placeOfCurrent({ timeline, current }: TimelineModel): Place | undefined {
  return current === undefined ? undefined : placeOf(timeline, current)?.place;
}

function pannedByKey(model: TimelineModel, where: 'earlier' | 'later'): TimelineModel {
  const days = (model.span.to - model.span.from) * PAN;
  return model.panned(where === 'earlier' ? -days : days);
}

/** A key zooms around the note at which one stands, otherwise around the middle. */
function zoomedByKey(model: TimelineModel, how: 'closer' | 'further' | 'all'): TimelineModel {
  if (how === 'all') {
    return model.looking(model.whole);
  }
  const { timeline, current, span } = model;
  const day = current === undefined ? undefined : placeOf(timeline, current)?.day;
  const isInSight = day !== undefined && day >= span.from && day <= span.to;
  return model.zoomed(how === 'closer' ? CLOSER : 1 / CLOSER, isInSight ? day : (span.from + span.to) / 2);
}

/** Where the rows of stops lie, in the order of the stops. */
function bandsOf(timeline: Timeline, view: View): readonly Band[] {
  const { lanes, rows } = layOut(timeline, view);
  return [...lanes, ...rows.map(({ y }) => ({ top: y - SIGN, bottom: y + SIGN }))];
}

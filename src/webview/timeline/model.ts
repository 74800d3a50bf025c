import type { Stop, View } from '../../core/picture/picture';
import { stopsOf } from '../../core/picture/stops';
import type { Timeline } from '../../core/timeline/timeline';
import type { PageState } from '../page-state';
import { pathOf, placeOf, writerOf } from './notes';
import type { Place } from './notes';
import { broughtIntoSight, isSameSpan, panned, spanOf, wholeSpan, zoomed } from './range';
import type { Range, Span, Whole } from './range';
import { beginning, stopAt, walked } from './walk';
import type { Step } from './walk';

/** What a person has chosen to look at. */
export type Choices = Pick<PageState, 'range' | 'measures' | 'partners' | 'isTableOpen'>;

/** The part of what is in sight that stays free beside a note to which one comes. */
const ROOM = 0.06;

/** A width at which to lay out every note, where only their order counts. */
const ANY_WIDTH = 1000;

/**
 * What is looked at, and where in it one stands. It knows no element of the page. A note is remembered by its file:
 * when notes change, one stands where one stood.
 */
export class TimelineModel {
  readonly timeline: Timeline;
  readonly whole: Whole;
  readonly choices: Choices;
  /** The file of the note at which one stands. */
  readonly current: string | undefined;
  #everything: readonly (readonly Stop[])[] | undefined;

  constructor(timeline: Timeline, choices: Choices, current: string | undefined) {
    [this.timeline, this.choices, this.current] = [timeline, choices, current];
    this.whole = wholeSpan(timeline);
  }

  /** What is in sight. */
  get span(): Span {
    return spanOf(this.choices.range, this.whole, this.timeline.today);
  }

  /** The names of the chosen measures; the first one where nobody has chosen. */
  get measures(): readonly string[] {
    const names = this.timeline.measures.map(({ name }) => name);
    const { measures } = this.choices;
    return measures === undefined ? names.slice(0, 1) : names.filter((name) => measures.includes(name));
  }

  /** The ids of the chosen partners; both where nobody has chosen. */
  get partners(): readonly string[] {
    const { partners } = this.choices;
    const ids = this.timeline.lanes.map(({ partner }) => partner);
    return partners === undefined ? ids : ids.filter((id) => partners.includes(id));
  }

  view(width: number): View {
    const { from, to } = this.span;
    return { from, to, width, measures: this.measures, partners: this.partners };
  }

  /** @returns the same with another timeline */
  with(timeline: Timeline): TimelineModel {
    return new TimelineModel(timeline, this.choices, this.current);
  }

  /** @returns the same with other choices */
  choosing(choices: Partial<Choices>): TimelineModel {
    const changed = new TimelineModel(this.timeline, { ...this.choices, ...choices }, this.current);
    const isSameRows = choices.partners === undefined && choices.measures === undefined;
    changed.#everything = isSameRows ? this.#everything : undefined;
    return changed;
  }

  /** @returns the same at another note */
  standingAt(current: string | undefined): TimelineModel {
    const changed = new TimelineModel(this.timeline, this.choices, current);
    changed.#everything = this.#everything;
    return changed;
  }

  /** @returns the same with other days in sight; itself where those are in sight already */
  looking(span: Span): TimelineModel {
    return isSameSpan(span, this.span) ? this : this.choosing({ range: this.#named(span) });
  }

  /** @returns the same closer or further away, around a day */
  zoomed(factor: number, around: number): TimelineModel {
    return this.looking(zoomed(this.span, factor, around, this.whole));
  }

  /** @returns the same, so many days on */
  panned(days: number): TimelineModel {
    return this.looking(panned(this.span, days, this.whole));
  }

  /** @returns the same with a measure shown or left out */
  togglingMeasure(name: string): TimelineModel {
    return this.choosing({ measures: toggled(this.measures, name) });
  }

  /** @returns the same with a partner shown or left out */
  togglingPartner(id: string): TimelineModel {
    return this.choosing({ partners: toggled(this.partners, id) });
  }

  /**
   * @param step where to walk
   * @param inSight the stops in sight, at one of which a walk begins
   * @returns the same at the note where one arrives, with its day in sight
   */
  walked(step: Step, inSight: readonly (readonly Stop[])[]): TimelineModel {
    const everything = this.#walkable();
    const place = this.current === undefined ? undefined : placeOf(this.timeline, this.current)?.place;
    const from = place && stopAt(everything, place);
    const to = from === undefined ? (beginning(inSight) ?? beginning(everything)) : walked(everything, from, step);
    return to === undefined
      ? this
      : this.standingAt(pathOf(this.timeline, to.of)).looking(broughtIntoSight(this.span, to.day, this.whole));
  }

  /** @returns the same at a note, its writer shown and its day in sight; `undefined` where there is no such note */
  goingTo(path: string): TimelineModel | undefined {
    const found = placeOf(this.timeline, path);
    if (found === undefined) {
      return undefined;
    }
    const { from, to } = this.span;
    const room = Math.max(1, (Math.max(to, found.day) - Math.min(from, found.day)) * ROOM);
    const isInSight = found.day >= from && found.day <= to;
    const widened = { from: Math.min(from, found.day - room), to: Math.max(to, found.day + room) };
    const span = isInSight ? this.span : spanOf(widened, this.whole, this.timeline.today);
    return this.#showing(found.place).looking(span).standingAt(path);
  }

  /** @returns the same with the writer of a note among the partners, and a number of it among the measures */
  #showing(place: Place): TimelineModel {
    const writer = writerOf(this.timeline, place);
    const isWriterShown = writer === null || this.partners.includes(writer);
    const model = isWriterShown ? this : this.togglingPartner(writer);
    const values = 'lane' in place ? this.timeline.lanes[place.lane]?.entries.values : undefined;
    const numbers = Object.entries(values ?? {}).filter(
      ([, column]) => 'lane' in place && typeof column[place.entry] === 'number',
    );
    const names = numbers.map(([name]) => name);
    const [first] = names;
    const isNumberShown = first === undefined || names.some((name) => this.measures.includes(name));
    return isNumberShown ? model : model.togglingMeasure(first);
  }

  /** Every stop there is, each row in the order of the calendar. */
  #walkable(): readonly (readonly Stop[])[] {
    const { from, to } = this.whole;
    this.#everything ??= stopsOf(this.timeline, { ...this.view(ANY_WIDTH), from, to });
    return this.#everything;
  }

  /** A stretch that means everything goes on meaning that when there is more. */
  #named(span: Span): Range {
    return isSameSpan(span, this.whole) ? { preset: 'all' } : span;
  }
}

function toggled(chosen: readonly string[], one: string): readonly string[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}

import type { ToPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { button, element, setAttribute } from '../elements';
import { oncePerFrame } from '../frames';
import { actOf } from './chart-keys';
import { Controls } from './controls';
import { Dates } from './dates';
import { emptyState } from './empty-state';
import { TimelineModel } from './model';
import type { Choices } from './model';
import { notesInSight } from './notes';
import { PictureView } from './picture-view';
import { daysInSight } from './range';
import { NoteTable } from './table';

/** No file is narrower or wider than this: it is read on paper and on other screens than this one. */
const EXPORT_WIDTH = { least: 1000, most: 1600 };

/** The tab with both paths. */
export class TimelineTab {
  readonly element: HTMLElement;
  /** Shows the same as a table; it stands beside the tabs. */
  readonly tableButton: HTMLButtonElement;
  readonly #context: PageContext;
  readonly #dates: Dates;
  readonly #keep: (choices: Choices) => void;
  readonly #choices: Choices;
  readonly #controls: Controls;
  readonly #picture: PictureView;
  readonly #table: NoteTable;
  readonly #empty: HTMLElement;
  readonly #drawSoon = oncePerFrame(() => {
    this.#draw();
  });
  #model: TimelineModel | undefined;
  #version = 0;
  /** The note to stand at as soon as notes have come. */
  #awaited: string | undefined;

  /**
   * @param context the texts, and the way to the extension
   * @param choices what was chosen when the page was last here
   * @param keep remembers what is chosen
   */
  constructor(context: PageContext, choices: Choices, keep: (choices: Choices) => void) {
    const { range, measures, partners, isTableOpen } = choices;
    [this.#context, this.#keep, this.#choices] = [context, keep, { range, measures, partners, isTableOpen }];
    this.#dates = new Dates(context.locale);
    const change = this.#change.bind(this);
    const open = this.#open.bind(this);
    this.#controls = new Controls(context, { choose: change, save: this.#export.bind(this) });
    this.#picture = new PictureView(context, this.#dates, {
      change,
      open,
      turnToTable: () => {
        this.#turn(true);
      },
    });
    this.#table = new NoteTable(context, this.#dates, open);
    this.#empty = emptyState(context);
    this.tableButton = button({ class: 'plain', text: context.word('as-table'), 'aria-pressed': 'false' }, () => {
      this.#change((model) => model.choosing({ isTableOpen: !model.choices.isTableOpen }));
    });
    this.element = element('div', { class: 'timeline', hidden: true }, [
      this.#controls.top,
      this.#empty,
      this.#picture.element,
      this.#table.element,
      this.#controls.bottom,
    ]);
    this.#table.element.addEventListener('keydown', (event) => {
      const act = actOf(event);
      if (act === 'back' || act === 'table') {
        this.#turn(false);
      }
    });
    new ResizeObserver(this.#drawSoon).observe(this.#picture.element);
  }

  /** Shows what there is now. What is chosen, in sight and in focus stays. */
  show(message: Extract<ToPage, { readonly type: 'timeline' }>): void {
    this.#version = message.version;
    this.#model = this.#model?.with(message.timeline) ?? new TimelineModel(message.timeline, this.#choices, undefined);
    this.#controls.showPrivate(message.isPrivateShown, message.me !== null);
    this.element.hidden = false;
    this.#draw();
    if (this.#awaited !== undefined) {
      this.showNote(this.#awaited);
    }
  }

  /** Stands at a note and puts the focus there; waits for it where no notes have come yet. */
  showNote(path: string): void {
    this.#awaited = this.#model === undefined ? path : undefined;
    this.#change((model) => model.goingTo(path) ?? model);
    if (this.#model?.current !== path) {
      return;
    }
    this.#draw();
    if (this.#model.choices.isTableOpen) {
      this.#table.focus(path);
    } else {
      this.#picture.focus();
    }
  }

  /** @returns the day of the first note in words, or nothing where there is none */
  since(): string | undefined {
    const { timeline } = this.#model ?? {};
    const days = [...(timeline?.lanes ?? []).map(({ entries }) => entries.days[0]), timeline?.events[0]?.day];
    const known = days.filter((day) => day !== undefined);
    return known.length === 0 ? undefined : this.#dates.short(Math.min(...known));
  }

  /** @returns whether anything is different now */
  #change(change: (model: TimelineModel) => TimelineModel): boolean {
    const [before, after] = [this.#model, this.#model && change(this.#model)];
    if (after === undefined || after === before) {
      return false;
    }
    this.#model = after;
    if (after.choices !== before?.choices) {
      this.#keep(after.choices);
    }
    this.#drawSoon();
    return true;
  }

  #draw(): void {
    const model = this.#model;
    if (model === undefined) {
      return;
    }
    const { timeline, choices } = model;
    const hasCheckIns = timeline.lanes.some(({ entries }) => entries.days.length > 0);
    const hasNotes = hasCheckIns || timeline.events.length > 0;
    this.#empty.hidden = hasCheckIns;
    this.#picture.element.hidden = choices.isTableOpen || !hasNotes;
    this.#table.element.hidden = !choices.isTableOpen || !hasNotes;
    setAttribute(this.tableButton, 'aria-pressed', String(choices.isTableOpen));
    setAttribute(this.tableButton, 'disabled', !hasNotes);
    this.#controls.show(model, hasNotes);
    if (choices.isTableOpen) {
      this.#drawTable(model);
    } else {
      this.#picture.draw(model);
    }
  }

  #drawTable({ timeline, span, whole, measures, partners }: TimelineModel): void {
    const { first, last } = daysInSight(span, whole);
    this.#table.show({
      timeline,
      notes: notesInSight(timeline, span, partners),
      measures: timeline.measures.filter(({ name }) => measures.includes(name)),
      stretch: this.#dates.stretch(first, last),
    });
  }

  #turn(isTableOpen: boolean): void {
    this.#change((model) => model.choosing({ isTableOpen }));
    this.#draw();
    if (isTableOpen) {
      this.#table.focus(this.#model?.current);
    } else {
      this.#picture.focus();
    }
  }

  #open(path: string): void {
    this.#context.post({ type: 'open-note', version: this.#version, path });
  }

  #export(format: 'svg' | 'png' | 'csv'): void {
    if (this.#model !== undefined) {
      const { least, most } = EXPORT_WIDTH;
      const view = this.#model.view(Math.min(most, Math.max(least, this.#picture.width)));
      this.#context.post({ type: 'export', format, view });
    }
  }
}

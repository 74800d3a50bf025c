import type { PageContext } from '../context';
import { element } from '../elements';
import { exportButtons } from './exports';
import type { ExportFormat } from './exports';
import type { TimelineModel } from './model';
import { PrivateSwitch } from './private-switch';
import { PRESETS } from './range';
import type { Preset } from './range';
import { swatch } from './swatch';
import { ToggleGroup } from './toggles';

/** What the controls do. */
export interface Acts {
  /** Changes what is looked at. */
  readonly choose: (change: (model: TimelineModel) => TimelineModel) => void;
  readonly save: (format: ExportFormat) => void;
}

/** The buttons above the picture, which choose what it shows, and those below it. */
export class Controls {
  readonly top: HTMLElement;
  readonly bottom: HTMLElement;
  readonly #ranges: ToggleGroup;
  readonly #measures: ToggleGroup;
  readonly #partners: ToggleGroup;
  readonly #private: PrivateSwitch;
  readonly #exports: HTMLElement;
  readonly #rangeNames: Readonly<Record<Preset, string>>;
  #order: readonly string[] = [];

  constructor(context: PageContext, { choose, save }: Acts) {
    const { word, post } = context;
    this.#rangeNames = {
      week: word('range-week'),
      month: word('range-month'),
      'half-year': word('range-half-year'),
      year: word('range-year'),
      all: word('range-all'),
    };
    this.#ranges = new ToggleGroup(word('ranges'), (key) => {
      const preset = PRESETS.find((candidate) => candidate === key);
      if (preset !== undefined) {
        choose((model) => model.choosing({ range: { preset } }));
      }
    });
    const sign = (name: string): Node => swatch(this.#order.indexOf(name));
    const toggleMeasure = (name: string): void => {
      choose((model) => model.togglingMeasure(name));
    };
    this.#measures = new ToggleGroup(word('measures'), toggleMeasure, sign);
    this.#partners = new ToggleGroup(word('partners'), (id) => {
      choose((model) => model.togglingPartner(id));
    });
    this.#private = new PrivateSwitch(context, (isShown) => {
      post({ type: 'show-private', isShown });
    });
    this.top = element('div', { class: 'controls' }, [
      this.#ranges.element,
      this.#measures.element,
      this.#partners.element,
    ]);
    this.#exports = exportButtons(context, save);
    this.bottom = element('div', { class: 'controls is-below' }, [this.#private.element, this.#exports]);
  }

  /** @param hasNotes whether there is anything to choose from */
  show(model: TimelineModel, hasNotes: boolean): void {
    this.top.hidden = !hasNotes;
    this.#exports.hidden = !hasNotes;
    const { timeline, choices, measures, partners } = model;
    const { range } = choices;
    this.#order = timeline.measures.map(({ name }) => name);
    this.#ranges.show(
      PRESETS.map((key) => ({
        key,
        label: this.#rangeNames[key],
        isPressed: 'preset' in range && range.preset === key,
      })),
    );
    this.#measures.show(
      timeline.measures.map(({ name, title }) => ({ key: name, label: title, isPressed: measures.includes(name) })),
    );
    this.#partners.show(
      timeline.lanes.map(({ partner, name }) => ({ key: partner, label: name, isPressed: partners.includes(partner) })),
    );
  }

  /** @param isKnown whether it is known who looks: otherwise there are no private notes of theirs */
  showPrivate(isShown: boolean, isKnown: boolean): void {
    this.#private.show(isShown);
    this.#private.element.hidden = !isKnown;
  }
}

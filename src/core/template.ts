import type { VariantRole } from './role';

/** A number that an entry holds, with words for both ends. */
export interface NumericField {
  readonly name: string;
  /** What a person sees of it, as in a picture. */
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** `down` where a low number is the lighter one, as with hurt. */
  readonly reads: 'up' | 'down';
  readonly low: string;
  readonly high: string;
}

/** Further front matter that a note begins with. */
export interface TemplateField {
  readonly name: string;
  /** An empty value is left blank, for the writer. */
  readonly value: string;
  /** What is said beside it, on one line, or nothing. */
  readonly comment: string;
}

/** A step as the guide has it. */
export interface GuideStep {
  readonly id: string;
  readonly label: string;
  /** A few words for it: the heading of its section, or the label where it has none. */
  readonly shortLabel: string;
  /** Whether done asks for it. */
  readonly counts: boolean;
}

/** One page or entry of the guide. Role variants of one template share its id. */
export interface Template {
  readonly id: string;
  readonly role: VariantRole | undefined;
  readonly stage: string;
  readonly stageTitle: string;
  readonly order: number;
  readonly position: number;
  readonly title: string;
  /** A page is written once; an entry is dated and comes again. */
  readonly kind: 'page' | 'entry';
  /** One by each partner, or one that both share. */
  readonly scope: 'each' | 'together';
  /** Where its notes go, with variables, below the notes folder or below `private/`. */
  readonly path: string;
  readonly neutralPath: string;
  readonly privacy: 'shared' | 'private';
  readonly command: string;
  /** Whether it never counts towards done. */
  readonly optional: boolean;
  /** Whether it is done by signatures instead of ticks. */
  readonly signed: boolean;
  /** Whether it is offered to be written. */
  readonly offered: boolean;
  /** Whether the tree shows the steps of its newest entry under the stage. */
  readonly followsLatest: boolean;
  readonly steps: readonly GuideStep[];
  readonly numbers: readonly NumericField[];
  readonly fields: readonly TemplateField[];
  /** The Markdown below the front matter, variables and all. */
  readonly body: string;
}

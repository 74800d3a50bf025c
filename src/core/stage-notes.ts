import { offersFor } from './guide';
import type { Stage } from './guide';
import { KeptFilter } from './kept-filter';
import type { Note } from './note';
import { stretchBetweenLists } from './stretch';
import type { Template } from './template';

/** One template in one stage, with its variants and, where it has rows, its notes, newest first. */
export interface NoteGroup {
  readonly variants: readonly [Template, ...Template[]];
  readonly notes: readonly Note[];
}

/**
 * The notes of a stage that somebody may see, parted by what its rows need: there may be many thousands, and mostly one
 * of them is another. Entries that stand in no row of their own are in no group.
 */
export class StageNotes {
  private all: readonly Note[] = [];
  private readonly seen: KeptFilter<Note>;
  private readonly seenEntries: KeptFilter<Note>;
  private readonly ofRows: ReadonlyMap<string, KeptFilter<Note>>;
  private readonly offers;

  /** @param viewer the id of the partner who looks; what the other keeps private on the same machine is left out */
  constructor(stage: Stage, viewer: string | undefined) {
    const isSeen = ({ isPrivate, partner }: Note): boolean => !isPrivate || partner === undefined || partner === viewer;
    this.offers = offersFor(stage.templates, 'both');
    const rows = this.offers.filter(({ variants: [first] }) => first.kind === 'page' || first.followsLatest);
    this.seen = new KeptFilter(isSeen);
    this.seenEntries = new KeptFilter((note) => note.kind === 'entry' && isSeen(note));
    this.ofRows = new Map(
      rows.map(({ id }) => [id, new KeptFilter<Note>((note) => note.templateId === id && isSeen(note))]),
    );
  }

  /** Takes the notes of the stage as they are now, newest first. */
  take(all: readonly Note[]): void {
    const stretch = stretchBetweenLists(this.all, all);
    for (const filter of [this.seen, this.seenEntries, ...this.ofRows.values()]) {
      filter.take(all, stretch);
    }
    this.all = all;
  }

  get hasNotes(): boolean {
    return this.seen.items.length > 0;
  }

  /** Dated notes, newest first. */
  get entries(): readonly Note[] {
    return this.seenEntries.items;
  }

  /** One for each template, in the order of the stage. */
  get groups(): readonly NoteGroup[] {
    return this.offers.map(({ id, variants }) => ({ variants, notes: this.ofRows.get(id)?.items ?? [] }));
  }
}

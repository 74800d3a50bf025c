import type { Guide } from '../guide';
import { SIGNATURE } from '../note';
import type { Note } from '../note';
import type { DatedNote } from './dated-notes';
import type { TimelineEvent } from './timeline';

const ACTS: readonly string[] = ['signed', 'withdrawn'];

/** Tells what a dated note is on the line of events, in the words of one guide. */
export class EventReader {
  private readonly titles = new Map<string, string>();
  /** The kind of moment that a template stands for, by its id. */
  private readonly momentOf = new Map<string, string>();
  private readonly moments: ReadonlySet<string>;

  constructor(guide: Guide) {
    for (const { id, title, fields } of guide.templates) {
      this.titles.set(id, this.titles.get(id) ?? title);
      const moment = fields.find(({ name }) => name === 'moment')?.value ?? '';
      if (moment !== '') {
        this.momentOf.set(id, moment);
      }
    }
    this.moments = new Set(this.momentOf.values());
  }

  /** @returns the mark of a note. */
  event({ note, day }: DatedNote): TimelineEvent {
    return {
      day,
      kind: this.kindOf(note),
      title: this.titles.get(note.templateId) ?? note.templateId,
      partner: note.partner ?? null,
      path: note.path,
      isPrivate: note.isPrivate,
      turned: note.fields.get('turned') ?? '',
    };
  }

  /** A note may name another moment than its template's, but none that the guide does not know. */
  private kindOf({ templateId, fields }: Note): string {
    const act = fields.get('act') ?? '';
    if (templateId === SIGNATURE && ACTS.includes(act)) {
      return act;
    }
    const moment = this.momentOf.get(templateId);
    if (moment === undefined) {
      return templateId;
    }
    const own = fields.get('moment') ?? '';
    return this.moments.has(own) ? own : moment;
  }
}

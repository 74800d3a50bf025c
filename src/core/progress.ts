import { signers } from './commitment';
import type { Couple, Partner } from './couple';
import { stepsOf } from './guide';
import type { Guide, Stage } from './guide';
import type { Note } from './note';
import { roleIncludes } from './role';
import { StageNotes } from './stage-notes';
import type { NoteGroup } from './stage-notes';
import type { GuideStep, Template } from './template';

/** How far a stage is. Stages that hold entries only are ongoing, and never complete. */
type StageState = 'not-begun' | 'begun' | 'done-by-one' | 'done-by-both' | 'ongoing';

/** How far a step is. */
export interface StepProgress {
  readonly step: GuideStep;
  readonly templateId: string;
  readonly kind: Template['kind'];
  /** `signature` is the signing of a wording: no task in a file, and nothing to tick. */
  readonly scope: Template['scope'] | 'signature';
  /** The partners whose step it is; both, for what is done together. */
  readonly appliesTo: readonly string[];
  readonly doneBy: readonly string[];
  /** The note that holds the step, by partner; the same for both where it is shared. */
  readonly notes: ReadonlyMap<string, Note>;
}

export interface StageProgress {
  readonly stage: Stage;
  readonly state: StageState;
  /** The partners who have done all of theirs. */
  readonly doneBy: readonly string[];
  readonly steps: readonly StepProgress[];
  /** Dated notes, newest first. */
  readonly entries: readonly Note[];
}

/**
 * Tells how far one stage is.
 * @param all the notes of that stage, newest first
 * @param viewer the id of the partner who looks; what the other keeps private on the same machine is left out
 */
export function stageProgress(
  stage: Stage,
  all: readonly Note[],
  couple: Couple,
  viewer: string | undefined,
): StageProgress {
  const notes = new StageNotes(stage, viewer);
  notes.take(all);
  return progressOf(stage, notes, couple);
}

function progressOf(stage: Stage, { groups, entries, hasNotes }: StageNotes, couple: Couple): StageProgress {
  const pages = groups.filter(({ variants: [first] }) => first.kind === 'page');
  const counted = pages.filter(({ variants: [first] }) => !first.optional);
  const signed = pages.find(({ variants: [first] }) => first.signed);
  const signedBy = signed ? signers(entries, currentNote(signed, undefined), couple) : undefined;
  const doneBy = couple.partners
    .filter((partner) => counted.length > 0 && isDoneBy(partner, counted) && (signedBy?.includes(partner.id) ?? true))
    .map(({ id }) => id);
  const togetherIsDone = counted.filter(isTogether).every((group) => group.variants[0].signed || isGroupDone(group));
  const steps = groups.flatMap((group) => {
    const [first] = group.variants;
    const shown = first.kind === 'page' || first.followsLatest;
    const rows = shown ? stepRows(group, couple) : [];
    return first.signed && signedBy ? [...rows, signatureRow(group, signedBy, couple)] : rows;
  });
  const state = stateOf(counted, hasNotes, doneBy, togetherIsDone);
  return { stage, state, doneBy, steps, entries };
}

function stateOf(
  counted: readonly NoteGroup[],
  hasNotes: boolean,
  doneBy: readonly string[],
  togetherIsDone: boolean,
): StageState {
  if (counted.length === 0) {
    return hasNotes ? 'ongoing' : 'not-begun';
  }
  if (doneBy.length === 2 && togetherIsDone) {
    return 'done-by-both';
  }
  if (doneBy.length === 1) {
    return 'done-by-one';
  }
  return hasNotes ? 'begun' : 'not-begun';
}

function isTogether({ variants: [first] }: NoteGroup): boolean {
  return first.scope === 'together';
}

function isDoneBy(partner: Partner, counted: readonly NoteGroup[]): boolean {
  const own = counted.filter((group) => !isTogether(group));
  if (own.length === 0) {
    return counted.every((group) => isGroupDone(group));
  }
  return own.every((group) => {
    const note = currentNote(group, partner.id);
    const asked = variantsFor(group, partner, note);
    const steps = stepsOf(asked).filter((step) => step.counts);
    // A page that is only for the other role asks nothing of this partner.
    return asked.length === 0 || (note !== undefined && steps.every((step) => isTicked(note, step.id)));
  });
}

function isGroupDone(group: NoteGroup): boolean {
  const note = currentNote(group, undefined);
  return note !== undefined && stepsOf(group.variants).every((step) => !step.counts || isTicked(note, step.id));
}

function isTicked(note: Note, stepId: string): boolean {
  return note.steps.some((step) => step.id === stepId && step.ticked);
}

/** The page, or the newest entry; what is shared goes before what is private. */
function currentNote({ variants: [{ kind }], notes }: NoteGroup, partner: string | undefined): Note | undefined {
  const shared = kind === 'page' ? notes.find((note) => note.partner === partner && !note.isPrivate) : undefined;
  return shared ?? notes.find((note) => note.partner === partner);
}

/** The variants that a partner is asked: those of the role in which the note was written, else of their own. */
function variantsFor(group: NoteGroup, partner: Partner, note: Note | undefined): readonly Template[] {
  const role = note?.role ?? partner.role;
  return group.variants.filter((variant) => variant.role === undefined || roleIncludes(role, variant.role));
}

function stepRows(group: NoteGroup, couple: Couple): readonly StepProgress[] {
  const [first] = group.variants;
  const common = { templateId: first.id, kind: first.kind, scope: first.scope } as const;
  const everybody = couple.partners.map(({ id }) => id);
  if (isTogether(group)) {
    const note = currentNote(group, undefined);
    return stepsOf(group.variants).map((step) => ({
      ...common,
      step,
      appliesTo: everybody,
      doneBy: note && isTicked(note, step.id) ? everybody : [],
      notes: new Map(note ? everybody.map((id) => [id, note] as const) : []),
    }));
  }
  const asked = couple.partners.map((partner) => {
    const note = currentNote(group, partner.id);
    return { partner, note, steps: new Set(stepsOf(variantsFor(group, partner, note)).map(({ id }) => id)) };
  });
  return stepsOf(group.variants).flatMap((step) => {
    const those = asked.filter(({ steps }) => steps.has(step.id));
    const row: StepProgress = {
      ...common,
      step,
      appliesTo: those.map(({ partner }) => partner.id),
      doneBy: those.flatMap(({ partner, note }) => (note && isTicked(note, step.id) ? [partner.id] : [])),
      notes: new Map(those.flatMap(({ partner, note }) => (note ? [[partner.id, note] as const] : []))),
    };
    return row.appliesTo.length > 0 ? [row] : [];
  });
}

function signatureRow(group: NoteGroup, signedBy: readonly string[], couple: Couple): StepProgress {
  const [first] = group.variants;
  const note = currentNote(group, undefined);
  const everybody = couple.partners.map(({ id }) => id);
  return {
    step: { id: 'signed', label: '', shortLabel: '', counts: true },
    templateId: first.id,
    kind: first.kind,
    scope: 'signature',
    appliesTo: everybody,
    doneBy: signedBy,
    notes: new Map(note ? everybody.map((id) => [id, note] as const) : []),
  };
}

/** @returns the page that is signed in a stage, if there is one and it is written */
export function signedPage({ steps }: StageProgress): Note | undefined {
  const notes = steps.find(({ scope }) => scope === 'signature')?.notes.values();
  return [...(notes ?? [])].find((note) => !note.isPrivate);
}

/** @returns the note that a partner opens by a step: their own or the shared one, the other's where the step is theirs. */
export function noteOfStep({ appliesTo, notes }: StepProgress, me: string, other: string): Note | undefined {
  return notes.get(appliesTo.includes(me) ? me : other);
}

/** A step that waits for somebody, and where it is. */
export interface OpenStep {
  readonly stage: Stage;
  readonly step: StepProgress;
}

/**
 * The next open step of one partner, in the order of the guide: their own pages, what is written together, and
 * a conversation that was begun. Entries of one's own are never overdue, and neither what is optional nor a
 * signature waits.
 * @param progress of every stage in order
 */
export function nextOpenStep(progress: readonly StageProgress[], partner: string): OpenStep | undefined {
  for (const { stage, steps } of progress) {
    const optional = new Set(stage.templates.filter((template) => template.optional).map(({ id }) => id));
    const open = steps.filter(
      (candidate) =>
        candidate.step.counts &&
        candidate.scope !== 'signature' &&
        !optional.has(candidate.templateId) &&
        candidate.appliesTo.includes(partner) &&
        !candidate.doneBy.includes(partner) &&
        (candidate.kind === 'page' || (candidate.scope === 'together' && candidate.notes.size > 0)),
    );
    const step = firstOnOwnPage(stage, steps, open, partner);
    if (step) {
      return { stage, step };
    }
  }
  return undefined;
}

/** Rows follow the pages of both roles at once; somebody who goes on writing follows their own page. */
function firstOnOwnPage(
  stage: Stage,
  rows: readonly StepProgress[],
  open: readonly StepProgress[],
  partner: string,
): StepProgress | undefined {
  const [first] = open;
  if (!first) {
    return undefined;
  }
  const ofPage = (row: StepProgress): boolean => row.templateId === first.templateId && row.scope === first.scope;
  const asked = new Set(
    rows.filter((row) => ofPage(row) && row.appliesTo.includes(partner)).map(({ step }) => step.id),
  );
  const variants = stage.templates.filter(
    ({ id, steps }) => id === first.templateId && steps.every((step) => asked.has(step.id)),
  );
  const order = stepsOf(variants).map(({ id }) => id);
  return open.filter(ofPage).sort((a, b) => order.indexOf(a.step.id) - order.indexOf(b.step.id))[0];
}

/** What is known of one stage. */
interface KnownStage {
  readonly notes: StageNotes;
  readonly list: readonly Note[];
  readonly progress: StageProgress;
}

/** The progress of all stages of a guide. Only that of stages whose notes have changed is worked out anew. */
export class GuideProgress {
  private readonly known = new Map<string, KnownStage>();
  private viewer: string | undefined;

  constructor(
    private readonly guide: Guide,
    private readonly couple: Couple,
  ) {}

  /**
   * @param notesOf gives the notes of a stage, newest first; as long as it gives the same list, nothing has changed
   * @param viewer the id of the partner who looks, if it is known
   * @returns how far every stage is, in order; the same object for a stage of which nothing has changed
   */
  of(notesOf: (stage: string) => readonly Note[], viewer: string | undefined): readonly StageProgress[] {
    if (viewer !== this.viewer) {
      this.known.clear();
      this.viewer = viewer;
    }
    return this.guide.stages.map((stage) => this.ofStage(stage, notesOf(stage.id)));
  }

  private ofStage(stage: Stage, list: readonly Note[]): StageProgress {
    const known = this.known.get(stage.id);
    if (known?.list === list) {
      return known.progress;
    }
    const notes = known?.notes ?? new StageNotes(stage, this.viewer);
    notes.take(list);
    const progress = progressOf(stage, notes, this.couple);
    this.known.set(stage.id, { list, notes, progress });
    return progress;
  }
}

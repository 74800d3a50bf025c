import * as vscode from 'vscode';
import type { ReflectionDraft } from '../core/forgiveness/draft-text';
import { dipsOf } from '../core/forgiveness/dips';
import { amendsAreMissing, dipSentence, observe } from '../core/forgiveness/observe';
import type { ReflectionForm } from '../core/forgiveness/reflection-form';
import type { ReflectionTexts } from '../core/forgiveness/reflection-texts';
import { calendarDateOf } from '../core/calendar-date';
import { newestFirst } from '../core/note';
import type { Note } from '../core/note';
import { dateOfDay } from '../core/timeline/day';
import { numberedEntriesOf } from '../core/timeline/entry-columns';
import { createNoteFile, MOST_OF_ONE_DAY } from '../notes/new-note-file';
import type { AtWork } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { loadParsing } from '../workspace/parsing';
import type { FormValues, ReflectionPage } from './protocol';
import { ReflectionDraftFile } from './reflection-draft';
import {
  formOfToday,
  questionsInEditor,
  reflectionMeasures,
  reflectionTemplates,
  reflectionWordsOf,
} from './reflection-form';

type PageRole = FormValues['role'];

/** What was saved last: pressed twice, a button saves one note. */
interface SavedForm {
  readonly form: string;
  readonly note: { readonly path: string; readonly isPrivate: boolean };
}

const NO_FORM: ReflectionForm = { measures: [], choices: [], questions: [] };

/** The reflections of the one who is here: the form, its draft, and what was noted before. */
export class Reflections {
  private readonly drafts = new Map<string, ReflectionDraftFile>();
  private last: SavedForm | undefined;

  /** @param questions what is asked before something that cannot be taken back */
  constructor(
    private readonly product: Pick<Product, 'files' | 'guides'>,
    private readonly questions = questionsInEditor,
  ) {}

  /**
   * What the page shows: nothing but what the viewer wrote.
   * @param includePrivate whether private reflections are in the picture; the draft always is, for it is being written
   * @param chosenRole the page that somebody without a role has chosen
   */
  async page(at: AtWork, includePrivate: boolean, chosenRole: PageRole | undefined): Promise<ReflectionPage> {
    const { me } = at.perspective;
    const { texts, nameOf } = await reflectionWordsOf(this.product.guides, at.open.ready.couple.language);
    const draft = await this.draftOf(at).newest();
    const role = me.role === 'unsaid' ? (chosenRole ?? draft?.role ?? 'unsaid') : me.role;
    const today = role === 'unsaid' ? undefined : await formOfToday(at, role, texts);
    const { measures, choices, questions } = today?.form ?? NO_FORM;
    const drawn = role === 'unsaid' ? reflectionMeasures(at) : measures;
    const notes = reflectionsOf(at, includePrivate);
    const entries = numberedEntriesOf(notes, drawn);
    const [latest] = [...notes].sort(newestFirst);
    const noted = latest?.date === undefined ? undefined : { ...latest, date: latest.date };
    return {
      role,
      whose: this.draftOf(at).key,
      canChoose: me.role === 'unsaid',
      other: at.perspective.other.name,
      intro: texts.intro[role],
      measures: drawn,
      choices: choices.map((choice) => ({
        ...choice,
        options: choice.options.map((one) => said(one, choice.name, texts)),
      })),
      questions,
      draft: draft ?? null,
      entries,
      observation: observe(noted, drawn, texts, { today: calendarDateOf(new Date()), nameOf }),
      waiting: noted && amendsAreMissing(noted.fields, texts) ? texts.waiting : '',
      dips: dipsOf(entries.values).flatMap((index) => {
        const [path, day] = [entries.paths[index], entries.days[index]];
        return path === undefined || day === undefined
          ? []
          : [{ path, sentence: dipSentence(texts, nameOf(dateOfDay(day))) }];
      }),
    };
  }

  /**
   * Keeps what stands in the form as a file in the private folder. An empty form has none.
   * @throws PlainError where nothing private may be written, or the file system's error
   */
  async keepDraft(at: AtWork, values: FormValues): Promise<void> {
    // Nothing is awaited before: what comes later must not overtake.
    const draft = this.draftOf(at);
    this.last = undefined;
    await (isEmpty(values) ? draft.discard() : draft.keep(values, () => this.comment(at)));
  }

  /** Deletes the draft, if the person says so once more. */
  async discardDraft(at: AtWork): Promise<void> {
    if (await this.questions.mayDiscard()) {
      await this.draftOf(at).discard();
    }
  }

  /**
   * Makes a note of the form. It is private unless the person says twice that it is to be shared. The draft goes only
   * once the note stands on the disk as it was meant; what the form had no place for stays in it.
   * @returns where the note lies
   * @throws PlainError where it cannot be made; then everything still stands in the draft
   */
  async save(
    at: AtWork,
    values: FormValues,
    privacy: 'private' | 'shared',
  ): Promise<{ readonly path: string; readonly isPrivate: boolean }> {
    const { open, perspective } = at;
    const draft = this.draftOf(at);
    const form = JSON.stringify([draft.key, privacy, values]);
    if (this.last?.form === form) {
      return this.last.note;
    }
    await this.keepDraft(at, values);
    const { texts } = await reflectionWordsOf(this.product.guides, open.ready.couple.language);
    const [today, parsing] = await Promise.all([formOfToday(at, values.role, texts), loadParsing()]);
    if (!today) {
      throw new PlainError(vscode.l10n.t('This notes folder has no such entry: its own templates leave it out.'));
    }
    const { fitting, rest, hasRest } = parsing.partedByForm(values, today.form);
    const text = parsing.fillReflection(today.text, fitting);
    if (text === undefined) {
      throw new PlainError(
        vscode.l10n.t(
          'This is more than one note can hold. Nothing is lost: it stays in your draft. Save a part of it.',
        ),
      );
    }
    const isPrivate = privacy !== 'shared' || !(await this.questions.mayShare(perspective.other.name));
    const place = { template: today.template, partner: perspective.me.id, date: today.date, isPrivate };
    const path = await createNoteFile(this.product, open, place, text, MOST_OF_ONE_DAY);
    if (path === undefined) {
      throw new PlainError(vscode.l10n.t('There are very many notes of this kind today already. Nothing was changed.'));
    }
    if (await isWritten(open.folder.uriOf(path), text)) {
      const kept = { role: restRole(values.role), ...rest };
      await (hasRest ? draft.keep(kept, () => this.comment(at)) : draft.discard());
    }
    const note = { path, isPrivate };
    this.last = { form, note };
    return note;
  }

  /** @returns when no draft is being written any more */
  async flush(): Promise<void> {
    await Promise.all([...this.drafts.values()].map((draft) => draft.flush()));
  }

  private async comment({ open }: AtWork): Promise<string> {
    return (await reflectionWordsOf(this.product.guides, open.ready.couple.language)).texts.draft;
  }

  private draftOf({ open, perspective }: AtWork): ReflectionDraftFile {
    const { uri } = open.folder;
    const key = `${perspective.me.id} ${uri.toString()}`;
    const known =
      this.drafts.get(key) ??
      new ReflectionDraftFile(this.product.files, uri, perspective.me.id, String(this.drafts.size + 1));
    this.drafts.set(key, known);
    return known;
  }
}

function isEmpty({ numbers, fields, answers }: FormValues): boolean {
  const texts = [...Object.values(fields), ...Object.values(answers)];
  return Object.keys(numbers).length === 0 && texts.every((text) => text.trim() === '');
}

/** The viewer's own reflections that can be read. */
function reflectionsOf(at: AtWork, includePrivate: boolean): readonly Note[] {
  const templates = reflectionTemplates(at);
  const ids = new Set(templates.map(({ id }) => id));
  const stages = new Set(templates.map(({ stage }) => stage));
  const { folder, ready } = at.open;
  // The folder may have been read anew since it was opened.
  const { index } = folder.ready ?? ready;
  return [...stages]
    .flatMap((stage) => index.ofStage(stage))
    .filter(({ templateId, partner }) => ids.has(templateId) && partner === at.perspective.me.id)
    .filter(({ isPrivate, isReadable, inConflict }) => isReadable && !inConflict && (includePrivate || !isPrivate));
}

/** Adds the sentence for who sees no amends to the choice that says so. */
function said(
  option: { readonly value: string; readonly label: string },
  name: string,
  texts: ReflectionTexts,
): ReflectionPage['choices'][number]['options'][number] {
  return amendsAreMissing(new Map([[name, option.value]]), texts) ? { ...option, said: texts.waiting } : option;
}

/** What a page has no place for was mostly written on the other page. */
function restRole(role: PageRole): ReflectionDraft['role'] {
  return role === 'both' ? role : role === 'hurt' ? 'broke-trust' : 'hurt';
}

async function isWritten(uri: vscode.Uri, text: string): Promise<boolean> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri)) === text;
  } catch {
    return false;
  }
}

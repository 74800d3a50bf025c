import * as vscode from 'vscode';
import type { ReflectionForm } from '../core/forgiveness/reflection-form';
import type { ReflectionTexts } from '../core/forgiveness/reflection-texts';
import { calendarDateOf } from '../core/calendar-date';
import { offersFor } from '../core/guide';
import type { Role } from '../core/role';
import type { Template } from '../core/template';
import { measuresOf } from '../core/timeline/numbered-entries';
import type { Measure } from '../core/timeline/timeline';
import { variantsFor } from '../notes/new-note-file';
import type { AtWork } from '../notes/perspective';
import { loadParsing } from '../workspace/parsing';
import type { GuideSource } from '../workspace/guide-source';

/** A form, with the note that it fills in. */
export interface FormOfToday {
  readonly form: ReflectionForm;
  readonly template: Template;
  readonly date: string;
  /** The note as it is scaffolded. */
  readonly text: string;
}

/** @returns the templates that a reflection can be made from, the couple's own among them. */
export function reflectionTemplates({ open }: AtWork): readonly Template[] {
  return open.ready.guide.templates.filter(
    ({ command, offered, kind, scope }) => command === 'reflection' && offered && kind === 'entry' && scope === 'each',
  );
}

/** @returns what reflections put a number to, with the words for both ends as they are meant for who is here. */
export function reflectionMeasures({ open, perspective }: AtWork): readonly Measure[] {
  const { guide, couple } = open.ready;
  const { id } = perspective.me;
  return measuresOf(guide, couple, 'reflection').map((measure) => {
    const own = measure.ends[id];
    return { ...measure, ends: own ? { [id]: own } : {} };
  });
}

/** @returns today's form for a role, or `undefined` where the couple's own templates leave reflections out. */
export async function formOfToday(at: AtWork, role: Role, texts: ReflectionTexts): Promise<FormOfToday | undefined> {
  const { open, perspective } = at;
  const [offer] = offersFor(reflectionTemplates(at), role);
  const [template, ...more] = offer ? variantsFor(offer, role) : [];
  if (!template) {
    return undefined;
  }
  const parsing = await loadParsing();
  const variants = [template, ...more] as const;
  const date = calendarDateOf(new Date());
  const { text } = parsing.scaffoldNote({ variants, role, couple: open.ready.couple, partner: perspective.me, date });
  const form = parsing.reflectionForm(variants, text, reflectionMeasures(at), texts);
  return { form, template, date, text };
}

/** The words of the reflection in the language of a notes folder, and how days are named in that language. */
export async function reflectionWordsOf(
  guides: GuideSource,
  language: string,
): Promise<{ readonly texts: ReflectionTexts; readonly nameOf: (date: string) => string }> {
  const [{ reflection }, languages] = await Promise.all([guides.texts(language), guides.languages()]);
  const spoken = languages.includes(language) ? language : 'en';
  const format = new Intl.DateTimeFormat(spoken, { dateStyle: 'long', timeZone: 'UTC' });
  return { texts: reflection, nameOf: (date) => format.format(new Date(`${date}T00:00:00Z`)) };
}

/** What is asked before something that cannot be taken back. */
export interface ReflectionQuestions {
  /** Whether the draft may be deleted. */
  mayDiscard(): Promise<boolean>;
  /** Whether a reflection is to be shared; whatever is no yes keeps it private. */
  mayShare(other: string): Promise<boolean>;
}

/** Asks in the editor. */
export const questionsInEditor: ReflectionQuestions = {
  async mayDiscard() {
    const discard = vscode.l10n.t('Delete the Draft');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Put this draft away?'),
      { modal: true, detail: vscode.l10n.t('Its file is deleted, and what you wrote in it cannot be brought back.') },
      discard,
    );
    return answer === discard;
  },
  async mayShare(other) {
    const share = vscode.l10n.t('Share');
    const keep: vscode.MessageItem = { title: vscode.l10n.t('Keep It Private'), isCloseAffordance: true };
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('Share this reflection with {0}?', other),
      {
        modal: true,
        detail: vscode.l10n.t(
          'What is shared cannot be unread. It will lie in the shared folder, and its history stays there. You can also share it later.',
        ),
      },
      { title: share },
      keep,
    );
    return answer?.title === share;
  },
};

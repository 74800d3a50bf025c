import * as vscode from 'vscode';
import { isCalendarDate } from '../core/calendar-date';
import type { Couple, Naming } from '../core/couple';
import { partnerIdFromName } from '../core/partner-id';
import type { Role } from '../core/role';
import { askChoice, askAll, askText } from '../views/questions';
import type { Placement, Question } from '../views/questions';
import { roleItems } from '../views/role-items';
import type { GitIdentity } from '../git/git-identity';

/** Everything that set-up asks. */
export interface SetUpAnswers {
  readonly myName: string;
  readonly otherName: string;
  readonly role: Role;
  readonly began: string;
  readonly language: string;
  readonly names: Naming;
  /** The git name or e-mail that may stand in `kintsugi.yaml`, or nothing. */
  readonly git: string | undefined;
}

/** Asks everything that `kintsugi.yaml` holds. @returns `undefined` where somebody stopped; nothing is written yet */
export async function askSetUp(languages: readonly string[], identity: GitIdentity): Promise<SetUpAnswers | undefined> {
  const known = identity.email ?? identity.name;
  const questions = [
    askMyName(identity.name),
    askOtherName,
    askRole,
    askBegan,
    askLanguage(languages),
    askNames,
    askMe(known),
  ];
  return await askAll<SetUpAnswers>(questions, {
    myName: '',
    otherName: '',
    role: 'unsaid',
    began: '',
    language: languages[0] ?? 'en',
    names: 'telling',
    git: undefined,
  });
}

/** @returns what the answers say, in the form of `kintsugi.yaml`; the person who answered stands first. */
export function coupleFromAnswers(answers: SetUpAnswers): Couple {
  const isNeutral = answers.names === 'neutral';
  const myId = isNeutral ? 'a' : partnerIdFromName(answers.myName, [], 'partner-a');
  const otherId = isNeutral ? 'b' : partnerIdFromName(answers.otherName, [myId], 'partner-b');
  const git = answers.git === undefined ? [] : [answers.git];
  return {
    partners: [
      { id: myId, name: answers.myName, role: answers.role, git },
      { id: otherId, name: answers.otherName, role: 'unsaid', git: [] },
    ],
    began: answers.began === '' ? undefined : answers.began,
    language: answers.language,
    names: answers.names,
  };
}

function place(step: number, totalSteps: number): Placement {
  return { title: vscode.l10n.t('Set Up Notes Folder'), step, totalSteps };
}

function checkName(text: string): string | undefined {
  if (text === '') {
    return vscode.l10n.t('Any name will do, also a made-up one.');
  }
  return text.length > 80 ? vscode.l10n.t('A shorter name, please.') : undefined;
}

function askMyName(proposal: string | undefined): Question<SetUpAnswers> {
  return async (answers, step, total) => {
    const value = answers.myName === '' ? (proposal ?? '') : answers.myName;
    const prompt = vscode.l10n.t('Your name, as it should stand in the notes');
    const answer = await askText(place(step, total), prompt, { value, check: checkName });
    return typeof answer === 'string' ? answer : { value: { ...answers, myName: answer.value } };
  };
}

const askOtherName: Question<SetUpAnswers> = async (answers, step, total) => {
  const prompt = vscode.l10n.t('Your partner’s name');
  const answer = await askText(place(step, total), prompt, { value: answers.otherName, check: checkName });
  return typeof answer === 'string' ? answer : { value: { ...answers, otherName: answer.value } };
};

const askRole: Question<SetUpAnswers> = async (answers, step, total) => {
  const placeholder = vscode.l10n.t(
    'How do you see your own part? {0} chooses their own. You can change it.',
    answers.otherName,
  );
  const choices = roleItems().map((item) => ({ ...item, value: item.role }));
  const answer = await askChoice(place(step, total), placeholder, choices);
  return typeof answer === 'string' ? answer : { value: { ...answers, role: answer.value } };
};

const askBegan: Question<SetUpAnswers> = async (answers, step, total) => {
  const prompt = vscode.l10n.t('The day you began to rebuild, if you wish to say. Leave it empty otherwise.');
  const fault = vscode.l10n.t('A day that exists, written like 2026-03-09, or nothing.');
  const answer = await askText(place(step, total), prompt, {
    value: answers.began,
    placeholder: '2026-03-09',
    check: (text) => (text === '' || isCalendarDate(text) ? undefined : fault),
  });
  return typeof answer === 'string' ? answer : { value: { ...answers, began: answer.value } };
};

function askLanguage(languages: readonly string[]): Question<SetUpAnswers> {
  return async (answers, step, total) => {
    const choices = languages.map((language) => ({
      label: new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language,
      value: language,
    }));
    const answer = await askChoice(place(step, total), vscode.l10n.t('The language of the notes'), choices);
    return typeof answer === 'string' ? answer : { value: { ...answers, language: answer.value } };
  };
}

const askNames: Question<SetUpAnswers> = async (answers, step, total) => {
  const answer = await askChoice<Naming>(place(step, total), vscode.l10n.t('What may the names of the files tell?'), [
    {
      label: vscode.l10n.t('Names that tell'),
      detail: vscode.l10n.t('Such as 5-check-ins/2026-03-09-alex.md: easy to find your way in.'),
      value: 'telling',
    },
    {
      label: vscode.l10n.t('Neutral names'),
      detail: vscode.l10n.t('Such as 5/2026-03-09-a.md: they give nothing away in a list of files.'),
      value: 'neutral',
    },
  ]);
  return typeof answer === 'string' ? answer : { value: { ...answers, names: answer.value } };
};

function askMe(known: string | undefined): Question<SetUpAnswers> {
  return async (answers, step, total) => {
    const here = { label: vscode.l10n.t('Remember me on this machine only'), value: undefined };
    const byGit = known === undefined ? [] : [gitChoice(known)];
    const placeholder = vscode.l10n.t('How does Kintsugi know that you are {0}?', answers.myName);
    const answer = await askChoice<string | undefined>(place(step, total), placeholder, [...byGit, here]);
    return typeof answer === 'string' ? answer : { value: { ...answers, git: answer.value } };
  };
}

function gitChoice(known: string) {
  return {
    label: vscode.l10n.t('By my git identity, {0}', known),
    detail: vscode.l10n.t('It is written into kintsugi.yaml, and works on all your machines.'),
    value: known,
  };
}

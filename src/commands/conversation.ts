import * as vscode from 'vscode';
import { offersFor, stepsOf } from '../core/guide';
import { CONVERSATION, newestFirst } from '../core/note';
import type { Note } from '../core/note';
import { createOrOpenNote } from '../notes/create-note';
import { openAsPartner } from '../notes/perspective';
import type { AtWork } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { mayOpen } from '../views/word-ahead';
import type { Command } from './command';

/** Leads the two through a conversation, from its beginning or from the step where they stopped. */
export const startConversation: Command = {
  id: 'kintsugi.startConversation',
  async execute(product) {
    const here = await openAsPartner(product);
    const note = here && (await conversationToHold(product, here));
    if (here && note && (await mayOpen(product, here.open.folder, note))) {
      await product.conversations.hold(product, here, note);
    }
  },
};

/** What can be done while a conversation is held. */
export const heldCommands: readonly Command[] = [
  { id: 'kintsugi.passTurn', execute: async ({ conversations }) => await conversations.held?.goOn() },
  { id: 'kintsugi.swapTurn', execute: async ({ conversations }) => await conversations.held?.swap() },
  { id: 'kintsugi.skipStep', execute: async ({ conversations }) => await conversations.held?.skip() },
  { id: 'kintsugi.pauseConversation', execute: async ({ conversations }) => await conversations.held?.pause() },
];

/** Makes tasks of the plan in the conversation that is in front. */
export const planToTasks: Command = {
  id: 'kintsugi.planToTasks',
  async execute(product) {
    const here = await openAsPartner(product);
    const document = vscode.window.activeTextEditor?.document;
    const note = document && here?.open.folder.noteAt(document.uri);
    if (!here || !document || note?.templateId !== CONVERSATION) {
      throw new PlainError(vscode.l10n.t('Open a conversation with a plan in it first.'));
    }
    if (!(await product.conversations.turnPlanIntoTasks(here, document, note))) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No line of the plan waits to become a task. “who: what, by when” is one.'),
      );
    }
  },
};

/** The conversation in front, else one that waits to be gone on with, else a new one. */
async function conversationToHold(product: Product, here: AtWork): Promise<Note | undefined> {
  const { folder } = here.open;
  const unfinished = unfinishedConversations(here);
  const inFront = vscode.window.activeTextEditor?.document.uri;
  const own = inFront && unfinished.find(({ note }) => folder.pathOf(inFront) === note.path);
  if (own) {
    return own.note;
  }
  if (unfinished.length === 0) {
    return await newConversation(product, here);
  }
  const items: readonly (vscode.QuickPickItem & { readonly note?: Note })[] = [
    ...unfinished.map(({ note, stoppedAt }) => ({
      label: vscode.l10n.t('Go on with the conversation of {0}', dayOf(note)),
      detail: stoppedAt,
      note,
    })),
    { label: vscode.l10n.t('Begin a new one'), detail: vscode.l10n.t('One event for one conversation.') },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which conversation?') });
  return chosen && (chosen.note ?? (await newConversation(product, here)));
}

function unfinishedConversations({ open: { ready } }: AtWork): readonly Unfinished[] {
  const templates = ready.guide.templates.filter(({ id }) => id === CONVERSATION);
  const optional = new Set(stepsOf(templates).flatMap((step) => (step.counts ? [] : [step.id])));
  return ready.index
    .ofStage(templates[0]?.stage ?? '')
    .filter((note) => note.templateId === CONVERSATION && !note.isPrivate && note.isReadable)
    .sort(newestFirst)
    .flatMap((note) => {
      const open = note.steps.find(({ id, ticked }) => !ticked && !optional.has(id));
      return open || note.inConflict ? [{ note, stoppedAt: open?.heading ?? open?.label ?? '' }] : [];
    });
}

/** A conversation that waits, and the step at which it stopped. */
interface Unfinished {
  readonly note: Note;
  readonly stoppedAt: string;
}

function dayOf({ date }: Note): string {
  const day = new Date(`${date ?? ''}T12:00:00`);
  const isDay = !Number.isNaN(day.getTime());
  return isDay ? new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(day) : (date ?? '');
}

async function newConversation(product: Product, { open, perspective }: AtWork): Promise<Note | undefined> {
  const meant = open.ready.guide.templates.filter(({ id }) => id === CONVERSATION);
  const [offer] = offersFor(meant, perspective.me.role);
  if (!offer) {
    throw new PlainError(vscode.l10n.t('This notes folder has no such entry: its own templates leave it out.'));
  }
  const editor = await createOrOpenNote(product, open, perspective, { offer, another: true });
  return editor && open.folder.noteAt(editor.document.uri);
}

import { settingOf } from '../../../src/core/conversation/conversation-note';
import type { ConversationNote, Setting } from '../../../src/core/conversation/conversation-note';
import { readConversation } from '../../../src/core/conversation/read-conversation';
import { scaffoldNote } from '../../../src/core/scaffold';
import { builtInGuide, coupleOf, present } from '../samples';

const COUPLE = coupleOf();
const GUIDE = builtInGuide();

/** What a conversation of Alex and Sam knows, as the product's own template says it. */
export function settingFor(templateId = 'conversation'): Setting {
  const variants = GUIDE.templates.filter(({ id }) => id === templateId);
  return settingOf(variants, ['Alex', 'Sam']);
}

/** A new note, as the product writes it. */
export function newNote(templateId = 'conversation'): string {
  const variant = present(GUIDE.templates.find(({ id }) => id === templateId));
  const [partner] = COUPLE.partners;
  return scaffoldNote({ variants: [variant], role: 'hurt', couple: COUPLE, partner, date: '2026-03-09' }).text;
}

/** Writes words below a heading, of which there may be several: the one in a step's section is meant. */
export function written(text: string, stepId: string, heading: string, words: string): string {
  const from = text.indexOf(`<!-- step: ${stepId} -->`);
  const at = text.indexOf(`### ${heading}\n`, from) + `### ${heading}\n`.length;
  return `${text.slice(0, at)}\n${words}\n${text.slice(at)}`;
}

/** Ticks steps. */
export function ticked(text: string, ...stepIds: readonly string[]): string {
  return stepIds.reduce((note, id) => note.replace(new RegExp(`- \\[ \\](.*<!-- step: ${id} -->)`), '- [x]$1'), text);
}

/** Reads a conversation of Alex and Sam. */
export function readAs(text: string, templateId = 'conversation'): ConversationNote {
  return readConversation(text, settingFor(templateId));
}

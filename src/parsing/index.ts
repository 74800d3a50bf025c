/**
 * Everything that needs a parser of YAML or Markdown, the reading of a notes folder included. It is loaded when first
 * needed, never at activation.
 */
export { readCouple } from '../core/couple-file';
export { findFrontMatter } from '../core/front-matter';
export { frontMatterFixes } from '../core/front-matter-fixes';
export { readTemplate } from '../core/template-file';
export { NoteIndex } from '../core/note-index';
export { mergeNote } from '../core/merge/merge-note';
export { scaffoldNote } from '../core/scaffold';
export { tickByte, tickEdit } from '../core/tick';
export { withWordAhead } from '../core/word-ahead';
export { readingPlace } from '../core/reading-place';
export { writingPlace } from '../core/writing-place';
export { digestOf, wordingOf } from '../core/wording-digest';
export { coupleText, roleEdit } from '../core/couple-edit';
export { resolveSnippet } from '../core/snippet';
export { draftText, readDraft } from '../core/forgiveness/draft-text';
export { fillReflection } from '../core/forgiveness/fill-reflection';
export { partedByForm, reflectionForm } from '../core/forgiveness/reflection-form';
export { compilePackedWording, findWording, missingApologyParts } from '../core/wording';
export { wordedSections } from '../core/wording/prose-of-note';
export { readConversation } from '../core/conversation/read-conversation';
export { NoteCache } from '../workspace/note-cache';
export { NotesFolder } from '../workspace/notes-folder';

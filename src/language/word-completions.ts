import * as vscode from 'vscode';
import { sectionAbove } from '../core/section-above';
import { outlinesOf, startOfWord, wordsAfter, wordsOfSection } from '../core/words-to-choose';
import type { OfferedWord, Outline, WordsToChoose } from '../core/words-to-choose';
import type { Product } from '../product';
import { inOrder } from './in-order';
import { NOTES, noteOf } from './note-of';

/** Offers words for feelings and needs where a sentence calls for one, and outlines where they are asked for. */
export function registerWordCompletions(product: Product): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, { triggerKind }) {
      const open = noteOf(product, document);
      const before = document.lineAt(position.line).text.slice(0, position.character);
      const isAsked = triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter;
      // At most of the spaces that somebody types, this is all that happens.
      if (!open || open.note.inConflict || !(isAsked || before.endsWith(' '))) {
        return undefined;
      }
      const { words } = await product.guides.texts(open.ready.couple.language);
      return token.isCancellationRequested ? undefined : itemsAt(document, position, words, isAsked);
    },
  };
  return vscode.languages.registerCompletionItemProvider(NOTES, provider, ' ');
}

function itemsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  words: WordsToChoose,
  isAsked: boolean,
): vscode.CompletionItem[] {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const range = new vscode.Range(position.line, startOfWord(before), position.line, position.character);
  const called = wordsAfter(before, words);
  if (called.length > 0 || !isAsked) {
    return called.map((word, index) => wordItem(word, index, range));
  }
  const section = sectionAbove((line) => document.lineAt(line).text, position.line);
  const outlines = before.trim() === '' ? outlinesOf(section, words) : [];
  const offered = section.mark === undefined ? [] : wordsOfSection(section.mark, words);
  return [
    ...outlines.map((outline, index) => outlineItem(outline, index, range)),
    ...offered.map((word, index) => wordItem(word, outlines.length + index, range)),
  ];
}

function wordItem({ word, family }: OfferedWord, index: number, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: word, description: family }, vscode.CompletionItemKind.Text);
  item.sortText = inOrder(index);
  item.range = range;
  return item;
}

function outlineItem({ title, about, snippet }: Outline, index: number, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(title, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(snippet);
  item.detail = about;
  item.sortText = inOrder(index);
  item.range = range;
  return item;
}

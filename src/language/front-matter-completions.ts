import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { fieldsOf, numbersOf, PRODUCT_KEYS, variantsFor, variantsOf } from '../core/note-keys';
import { keysBeside } from '../core/section-above';
import type { NumericField } from '../core/template';
import { WORD_AHEAD_KEY, WORD_AHEAD_VALUES } from '../core/word-ahead-key';
import type { Product } from '../product';
import { roleItems } from '../views/role-items';
import { inOrder } from './in-order';
import { NOTES, noteOf } from './note-of';
import type { NoteInEditor } from './note-of';
import { bothEnds } from './number-words';

const KEY = /^[\w-]*$/;
const VALUE = /^([\w-]+)[ \t]*:([ \t]*)([^\s#]*)$/;

/** Offers the keys of a note's front matter and their values, with what both ends of a number mean in its role. */
export function registerFrontMatterCompletions(product: Product): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const open = noteOf(product, document);
      const others =
        open && !open.note.inConflict
          ? keysBeside((line) => document.lineAt(line).text, document.lineCount, position.line)
          : undefined;
      return open && others && itemsAt(open, others, document.lineAt(position.line).text, position);
    },
  };
  return vscode.languages.registerCompletionItemProvider(NOTES, provider, ' ');
}

function itemsAt(
  open: NoteInEditor,
  others: ReadonlySet<string>,
  line: string,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const before = line.slice(0, position.character);
  if (KEY.test(before)) {
    return keyItems(open, others, line, position);
  }
  const [, key = '', space = '', begun = ''] = VALUE.exec(before) ?? [];
  if (key === '') {
    return [];
  }
  const range = new vscode.Range(position.translate(0, -begun.length), position);
  // A comment begins after a space only, and so does a value.
  const [front, behind] = [space === '' ? ' ' : '', line.charAt(position.character) === '#' ? ' ' : ''];
  return valuesOf(open, key).map(({ value, detail }, index) => {
    // Beside the value, so that both ends can be read at once.
    const item = new vscode.CompletionItem({ label: value, description: detail }, vscode.CompletionItemKind.Value);
    item.insertText = `${front}${value}${behind}`;
    item.sortText = inOrder(index);
    item.range = range;
    return item;
  });
}

function keyItems(
  open: NoteInEditor,
  others: ReadonlySet<string>,
  line: string,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const name = /^[\w-]*/.exec(line)?.[0] ?? '';
  const hasColon = /^[ \t]*:/.test(line.slice(name.length));
  const range = new vscode.Range(position.line, 0, position.line, name.length);
  return keysOf(open)
    .filter(({ key }) => !others.has(key))
    .map(({ key, detail }, index) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.insertText = hasColon ? key : `${key}: `;
      item.detail = detail;
      item.sortText = inOrder(index);
      item.range = range;
      return item;
    });
}

/** One thing that is offered, with what is said beside it. */
interface Offered {
  readonly value: string;
  readonly detail: string;
}

function keysOf({ ready, note }: NoteInEditor): readonly { readonly key: string; readonly detail: string }[] {
  const variants = variantsFor(variantsOf(note, ready.guide), note.role);
  const numbers = [...numbersOf(variants).values()].map((number) => ({ key: number.name, detail: bothEnds(number) }));
  const fields = [...fieldsOf(variants).values()].map(({ name, comment }) => ({ key: name, detail: comment }));
  const own = PRODUCT_KEYS.map((key) => ({ key, detail: '' }));
  return [...numbers, ...fields, ...own];
}

function valuesOf({ ready, note }: NoteInEditor, key: string): readonly Offered[] {
  const variants = variantsFor(variantsOf(note, ready.guide), note.role);
  const number = numbersOf(variants).get(key);
  if (number) {
    return numbersFrom(number);
  }
  switch (key) {
    case 'role':
      return roleItems().map(({ role, label }) => ({ value: role, detail: label }));
    case 'date':
      return [{ value: note.date ?? calendarDateOf(new Date()), detail: '' }];
    case 'partner':
      return ready.couple.partners.map(({ id, name }) => ({ value: id, detail: name }));
    case WORD_AHEAD_KEY:
      return Object.values(WORD_AHEAD_VALUES).map((value) => ({ value, detail: '' }));
    default:
      return [];
  }
}

function numbersFrom({ min, max, low, high }: NumericField): readonly Offered[] {
  const whole = Array.from({ length: Math.min(max - min, 100) + 1 }, (_, index) => min + index);
  return whole.map((value) => ({
    value: String(value),
    detail: value === min ? low : value === max ? high : '',
  }));
}

import * as vscode from 'vscode';
import { numbersOf, variantsFor, variantsOf } from '../core/note-keys';
import { keysBeside } from '../core/section-above';
import type { Product } from '../product';
import { stepState } from '../views/stage-tree/labels';
import { NOTES, noteOf } from './note-of';
import type { NoteInEditor } from './note-of';
import { bothEnds } from './number-words';
import { plainText } from './plain-text';

const KEY = /^([\w-]+)[ \t]*:/;
const STEP = /<!--\s*step:\s*([a-z0-9][a-z0-9-]*)\s*-->/;

/** Says what a number of the front matter means, and what a step is and who has done it. */
export function registerNoteHovers(product: Product): vscode.Disposable {
  return vscode.languages.registerHoverProvider(NOTES, {
    provideHover(document, position) {
      const open = noteOf(product, document);
      const line = document.lineAt(position.line).text;
      return open && (stepHover(product, open, line, position) ?? numberHover(open, document, line, position));
    },
  });
}

function stepHover(
  { identity }: Product,
  { folder, ready, note }: NoteInEditor,
  line: string,
  position: vscode.Position,
): vscode.Hover | undefined {
  const found = STEP.exec(line);
  const [comment = '', id] = found ?? [];
  const range = new vscode.Range(position.line, found?.index ?? 0, position.line, (found?.index ?? 0) + comment.length);
  if (id === undefined || !range.contains(position)) {
    return undefined;
  }
  const step = variantsFor(variantsOf(note, ready.guide), note.role)
    .flatMap((variant) => variant.steps)
    .find((one) => one.id === id);
  if (!step) {
    return undefined;
  }
  const perspective = identity.perspective(folder);
  const row = folder
    .progressFor(perspective?.me.id)
    .find(({ stage }) => stage.id === note.stage)
    ?.steps.find((one) => one.templateId === note.templateId && one.step.id === id);
  // Only what is done is told: whoever has not done a step owes nobody anything.
  const done = row && row.doneBy.length > 0 ? stepState(row, ready.couple, perspective).words : '';
  return hoverOf([step.label, done], range);
}

function numberHover(
  { ready, note }: NoteInEditor,
  document: vscode.TextDocument,
  line: string,
  { line: lineNumber }: vscode.Position,
): vscode.Hover | undefined {
  const key = KEY.exec(line)?.[1];
  if (key === undefined || !keysBeside((at) => document.lineAt(at).text, document.lineCount, lineNumber)) {
    return undefined;
  }
  const number = numbersOf(variantsFor(variantsOf(note, ready.guide), note.role)).get(key);
  return number && hoverOf([number.title, bothEnds(number)], new vscode.Range(lineNumber, 0, lineNumber, line.length));
}

function hoverOf(paragraphs: readonly string[], range: vscode.Range): vscode.Hover {
  return new vscode.Hover(paragraphs.filter((text) => text !== '').map(plainText), range);
}

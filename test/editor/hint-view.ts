import * as vscode from 'vscode';
import { equal, same } from './expect';
import { pause } from './place';

/** Longer than the pause after which a hint shows. */
const LONG_ENOUGH_IN_MILLISECONDS = 2200;

/** Types into the editor that is in front, as somebody at the keyboard. */
export async function write(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

/** What is offered at the cursor. */
export async function offered(editor: vscode.TextEditor): Promise<readonly vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
  );
}

/** @returns whether a hint shows at the cursor */
export const hasHint = async (editor: vscode.TextEditor): Promise<boolean> =>
  (await offered(editor)).some(({ title }) => title === 'Not here');

/** @throws where a hint shows although somebody waited long enough */
export async function expectSilence(editor: vscode.TextEditor, where: string): Promise<void> {
  await pause(LONG_ENOUGH_IN_MILLISECONDS);
  same(await offered(editor), [], `nothing is offered ${where}`);
}

/** @throws where a hint shows although somebody waited long enough; something else may be offered */
export async function expectNoHint(editor: vscode.TextEditor, where: string): Promise<void> {
  await pause(LONG_ENOUGH_IN_MILLISECONDS);
  equal(await hasHint(editor), false, `a hint shows ${where}`);
}

import * as vscode from 'vscode';
import { calendarDateOf } from '../../src/core/calendar-date';
import { holds } from './expect';
import { pause } from './place';
import type { Place } from './place';

const BETWEEN_ANSWERS_IN_MILLISECONDS = 60;

/** The extension under test. */
export function extensionUnderTest(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('kintsugi-notes.kintsugi');
  holds(extension, 'the extension under test is there');
  return extension;
}

/** @returns the ids of the commands that the manifest names */
export function manifestCommands(): readonly string[] {
  const manifest = extensionUnderTest().packageJSON as { contributes: { commands: readonly { command: string }[] } };
  return manifest.contributes.commands.map(({ command }) => command);
}

/**
 * Runs a command, and takes the first answer of every list that it shows.
 * @returns when the command is over
 */
export async function run(command: string, ...parameters: readonly unknown[]): Promise<unknown> {
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...parameters)).then((value) => ({ value }));
  for (;;) {
    const outcome = await Promise.race([running, pause(BETWEEN_ANSWERS_IN_MILLISECONDS)]);
    if (outcome) {
      return outcome.value;
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}

/** Lets the extension find a notes folder that a test has just written, and says that its first partner is here. */
export async function openFor(place: Place): Promise<void> {
  await run('kintsugi.refresh');
  await run('kintsugi.chooseMe');
  holds(await place.has('kintsugi.yaml'), 'the notes folder is set up');
}

/** @returns the editor that is in front, which must show a file of the place */
export function editorOn(place: Place, path: string): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  holds(editor, `an editor shows ${path}`);
  holds(
    editor.document.uri.toString() === place.uri(path).toString(),
    `${path} is in front, not ${editor.document.uri.path}`,
  );
  return editor;
}

/** @returns the day of the tests, as notes are named by it */
export function today(): string {
  return calendarDateOf(new Date());
}

import * as vscode from 'vscode';
import { linesOfTwoVersions } from '../../src/core/two-versions';
import type { Keeping } from '../../src/core/two-versions';
import { keepVersion } from '../../src/notes/keep-version';
import { isPlain } from '../../src/plain-error';
import { openFor, run } from './commands';
import { equal, holds, refusal, same } from './expect';
import { notesFolderAt } from './parts';
import { Place, setUp, until } from './place';

const PATH = '5-check-ins/2026-03-09-sam.md';
const NAMED = linesOfTwoVersions({ author: 'Alex', lines: ['mine'] }, { author: 'Sam', lines: ['yours'] });
const NAMELESS = linesOfTwoVersions({ author: undefined, lines: ['one'] }, { author: undefined, lines: ['other'] });
const NOTE = ['# Before', '', ...NAMED, '', 'between', '', ...NAMELESS, 'after', ''].join('\n');
const FIRST_LINE = 2;

async function placeWith(content: string, path = PATH): Promise<Place> {
  const place = await Place.inWorkspace();
  await setUp(place);
  await place.write(path, content);
  return place;
}

async function lensesIn(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  return await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
}

describe('A place with two texts', () => {
  for (const [keeping, kept] of [
    ['first', 'mine'],
    ['second', 'yours'],
  ] as const) {
    it(`keeps the ${keeping} alone, as an edit that can be undone`, async () => {
      const place = await placeWith(NOTE);
      const document = await vscode.workspace.openTextDocument(place.uri(PATH));
      await vscode.window.showTextDocument(document);
      await keepVersion(document, FIRST_LINE, keeping);
      equal(document.getText(), ['# Before', '', kept, '', 'between', '', ...NAMELESS, 'after', ''].join('\n'));
      equal(document.isDirty, true);
      equal(await place.text(PATH), NOTE, 'nothing is saved by itself');
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), NOTE);
    });
  }

  it('keeps both without the marks', async () => {
    const place = await placeWith(NOTE.replaceAll('\n', '\r\n'));
    const document = await vscode.workspace.openTextDocument(place.uri(PATH));
    await keepVersion(document, FIRST_LINE, 'both');
    const text = document.getText();
    holds(
      text.startsWith('# Before\r\n\r\n**Alex:**\r\n\r\nmine\r\n\r\n**Sam:**\r\n\r\nyours\r\n'),
      'both stand there',
    );
    equal(text.split('<!-- two-versions -->').length, 2, 'the other place stays');
  });

  it('is left alone where it is not any more', async () => {
    const place = await placeWith(NOTE);
    const document = await vscode.workspace.openTextDocument(place.uri(PATH));
    holds(isPlain(await refusal(keepVersion(document, FIRST_LINE - 1, 'first'))), 'the refusal is a plain sentence');
    equal(document.getText(), NOTE);
  });

  it('counts in the index, and no more once somebody has chosen', async () => {
    const place = await placeWith(NOTE);
    const folder = await notesFolderAt(place);
    const count = (): number | undefined => folder.noteAt(place.uri(PATH))?.twoVersions;
    equal(count(), 2);
    const document = await vscode.workspace.openTextDocument(place.uri(PATH));
    await keepVersion(document, FIRST_LINE, 'first');
    await until('one place is left', () => count() === 1);
  });

  it('offers the choice above it, by name where names stand there', async () => {
    const place = await placeWith(NOTE);
    await openFor(place);
    await vscode.window.showTextDocument(place.uri(PATH));
    const lenses = await lensesIn(place.uri(PATH));
    same(
      lenses.map(({ command, range }) => [range.start.line, command?.title]),
      [
        [2, 'Keep Alex’s'],
        [2, 'Keep Sam’s'],
        [2, 'Keep both'],
        [16, 'Keep the first'],
        [16, 'Keep the second'],
        [16, 'Keep both'],
      ],
    );
    const second = lenses.find(({ command }) => command?.title === 'Keep Sam’s')?.command;
    same(second?.arguments?.slice(1), [2, 'second'], 'no text of the note goes with it');
    await vscode.commands.executeCommand(second?.command ?? '', ...((second?.arguments ?? []) as unknown[]));
    const document = await vscode.workspace.openTextDocument(place.uri(PATH));
    equal(document.getText(), ['# Before', '', 'yours', '', 'between', '', ...NAMELESS, 'after', ''].join('\n'));
  });

  it('offers nothing outside the notes, or where git could not join', async () => {
    const place = await placeWith(NOTE, 'elsewhere.md');
    await place.write(PATH, `${NOTE}<<<<<<< ours\n`);
    await openFor(place);
    for (const path of ['elsewhere.md', PATH]) {
      await vscode.window.showTextDocument(place.uri(path));
      same(await lensesIn(place.uri(path)), []);
      const keeping: Keeping = 'first';
      await vscode.commands.executeCommand('kintsugi.keepVersion', place.uri(path), FIRST_LINE, keeping);
      await vscode.commands.executeCommand('kintsugi.chooseVersion');
      same(
        vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path),
        [],
      );
    }
  });

  it('is chosen by keyboard at the cursor, then after it, then from the beginning', async () => {
    const place = await placeWith(NOTE);
    await openFor(place);
    const editor = await vscode.window.showTextDocument(place.uri(PATH));
    const between = NOTE.slice(0, NOTE.indexOf('between')).split('\n').length - 1;
    editor.selection = new vscode.Selection(between, 0, between, 0);
    await run('kintsugi.chooseVersion');
    equal(editor.document.getText(), ['# Before', '', ...NAMED, '', 'between', '', 'one', 'after', ''].join('\n'));
    const last = editor.document.lineCount - 1;
    editor.selection = new vscode.Selection(last, 0, last, 0);
    await run('kintsugi.chooseVersion');
    equal(editor.document.getText(), ['# Before', '', 'mine', '', 'between', '', 'one', 'after', ''].join('\n'));
    await run('kintsugi.chooseVersion');
  });
});

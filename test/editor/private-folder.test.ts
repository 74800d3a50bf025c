import * as vscode from 'vscode';
import { keepPrivateFolderIgnored } from '../../src/notes/private-folder';
import { PlainError } from '../../src/plain-error';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { equal, holds, refusal } from './expect';
import { Place } from './place';

/** What a `.gitignore` says before, and after private notes are about to be written. */
const CASES: readonly (readonly [string, string | undefined, string])[] = [
  ['missing', undefined, 'private/\n'],
  ['empty', '', 'private/\n'],
  ['there already', '*.tmp\nprivate/\n', '*.tmp\nprivate/\n'],
  ['there with CRLF', 'private/\r\n*.tmp\r\n', 'private/\r\n*.tmp\r\n'],
  ['written as /private', '/private\n', '/private\n'],
  ['without the rule', '*.tmp\n', '*.tmp\nprivate/\n'],
  ['without a final newline', '*.tmp', '*.tmp\nprivate/\n'],
  ['with the rule taken back', 'private/\n!private/\n', 'private/\n!private/\nprivate/\n'],
  ['with the rule in a comment', '# private/\n', '# private/\nprivate/\n'],
  ['with a byte order mark', '\uFEFF*.tmp\n', '\uFEFF*.tmp\nprivate/\n'],
];

describe('The .gitignore of a notes folder', () => {
  for (const [name, before, after] of CASES) {
    it(`keeps private notes out of git, and what stood there stays: ${name}`, async () => {
      const place = await Place.inWorkspace();
      if (before !== undefined) {
        await place.write('.gitignore', before);
      }
      equal(await keepPrivateFolderIgnored(new EditorNoteFiles(), place.root), before !== after);
      equal(await place.text('.gitignore'), after);
      equal(await keepPrivateFolderIgnored(new EditorNoteFiles(), place.root), false);
      equal(await place.text('.gitignore'), after);
    });
  }

  it('is not written to while somebody is editing it', async () => {
    const place = await Place.inWorkspace();
    await place.write('.gitignore', '*.tmp\n');
    const document = await vscode.workspace.openTextDocument(place.uri('.gitignore'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '*.bak\n');
    });
    const error = await refusal(keepPrivateFolderIgnored(new EditorNoteFiles(), place.root));
    holds(error instanceof PlainError, 'the refusal is a plain sentence');
    equal(await place.text('.gitignore'), '*.tmp\n');
  });
});

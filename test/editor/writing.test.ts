import * as vscode from 'vscode';
import { offersFor } from '../../src/core/guide';
import { createOrOpenNote } from '../../src/notes/create-note';
import { editorOn, openFor, run, today } from './commands';
import { equal, holds, matches, same } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

/** The heading under which the cursor stands. */
function headingAbove({ document, selection }: vscode.TextEditor): string {
  for (let line = selection.active.line; line >= 0; line -= 1) {
    const { text } = document.lineAt(line);
    if (text.startsWith('## ')) return text.slice(3);
  }
  return '';
}

describe('Writing in a notes folder', () => {
  it('Continue goes from one open step to the next, with the cursor below its prompt', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    await run('kintsugi.continue');
    const path = '1-name-the-betrayal/alex.md';
    const first = headingAbove(editorOn(place, path));
    await place.write(path, (await place.text(path)).replace('- [ ]', '- [x]'));
    await run('kintsugi.refresh');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('kintsugi.continue');
    const editor = editorOn(place, path);
    const second = headingAbove(editor);
    const headings = [...(await place.text(path)).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    same([first, second], headings.slice(0, 2));
    equal(editor.document.lineAt(editor.selection.active.line).text, '');
  });

  it('Continue goes to the next page when one is done, and says so when nothing waits', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    await run('kintsugi.stage.name-the-betrayal');
    const path = '1-name-the-betrayal/alex.md';
    await place.write(path, (await place.text(path)).replaceAll('- [ ]', '- [x]'));
    await run('kintsugi.refresh');
    await run('kintsugi.continue');
    editorOn(place, '1-name-the-betrayal/together.md');
  });

  it('There Is More begins beside the old page, in private where no time is agreed yet', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'broke-trust', other: 'hurt' });
    await place.write('1-name-the-betrayal/alex.md', 'the old page');
    await openFor(place);
    await run('kintsugi.thereIsMore');
    editorOn(place, `private/1-name-the-betrayal/${today()}-more-alex.md`);
    equal(await place.text('1-name-the-betrayal/alex.md'), 'the old page');
    equal(await place.text('.gitignore'), 'private/\n');
  });

  it('There Is More in private never opens a shared page of the same day, nor the other way round', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const parts = partsOf();
    const open = await openFolderAt(place, parts);
    const [offer] = offersFor(
      open.ready.guide.templates.filter(({ command }) => command === 'there-is-more'),
      'hurt',
    );
    holds(offer, 'the page is offered');
    const shared = `1-name-the-betrayal/${today()}-more-alex.md`;
    await createOrOpenNote(parts, open, perspectiveOf(open), { offer, privacy: 'shared' });
    editorOn(place, shared);
    await place.write(shared, `${await place.text(shared)}what both agreed to read`);
    const before = await place.text(shared);
    await openFor(place);
    await run('kintsugi.thereIsMore');
    editorOn(place, `private/${shared}`);
    equal(await place.text(shared), before);
    const inPrivate = await place.text(`private/${shared}`);
    holds(!inPrivate.includes('what both agreed'), 'the private page is a new one');
    await open.folder.noteChanged(`private/${shared}`);
    await createOrOpenNote(parts, open, perspectiveOf(open), { offer, privacy: 'shared' });
    editorOn(place, shared);
    same([await place.text(shared), await place.text(`private/${shared}`)], [before, inPrivate]);
  });

  it('Add Support Person makes room for one more as an edit, which undo takes back', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    await run('kintsugi.stage.support');
    const path = '7-support/alex.md';
    const onDisk = await place.text(path);
    for (const people of [1, 2]) {
      await run('kintsugi.addSupportPerson');
      const { document } = editorOn(place, path);
      equal(document.getText().match(/^- who: /gm)?.length, people);
      equal(document.isDirty, true);
      equal(await place.text(path), onDisk);
    }
    const { document } = editorOn(place, path);
    await vscode.commands.executeCommand('undo');
    equal(document.getText().match(/^- who: /gm)?.length, 1);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), onDisk);
  });

  it('Add Support Person writes nothing into a page that holds two versions', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const conflict = '- [ ] a <!-- step: own-person -->\n<<<<<<< ours\n- a\n=======\n- b\n>>>>>>> theirs\n';
    await place.write('7-support/alex.md', conflict);
    await openFor(place);
    await run('kintsugi.addSupportPerson');
    equal(editorOn(place, '7-support/alex.md').document.getText(), conflict);
  });

  it('Choose My Role changes one word of kintsugi.yaml and keeps what else stands there', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'both' });
    const before = `# ours\r\n${(await place.text('kintsugi.yaml')).replaceAll('\n', '\r\n')}# end`;
    await place.write('kintsugi.yaml', before);
    await openFor(place);
    await run('kintsugi.chooseRole');
    equal(await place.text('kintsugi.yaml'), before.replace('role: both', 'role: hurt'));
  });

  it('a note of the night is private, short, and its folder is kept out of git first', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write('.gitignore', '*.tmp');
    await openFor(place);
    await run('kintsugi.writePrivately');
    const { document } = editorOn(place, `private/9-path/${today()}-night-alex.md`);
    holds(document.lineCount < 60, 'the note is short');
    matches(document.getText(), /\npartner: alex\n/);
    equal(await place.text('.gitignore'), '*.tmp\nprivate/\n');
  });
});

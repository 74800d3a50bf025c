import * as vscode from 'vscode';
import { openFor, run } from './commands';
import { equal, holds, matches, same } from './expect';
import { Place, setUp } from './place';

/** What stands in the tabs of the window: the ends of paths. */
function tabs(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .map(({ input, label }) => (input instanceof vscode.TabInputText ? input.uri.path.replace(/^.*\//, '') : label));
}

async function write(place: Place, path: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(place.uri(path));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), text);
  });
  return document;
}

describe('Put Everything Away', () => {
  afterEach(async () => {
    await run('kintsugi.open');
  });

  it('saves and closes notes, comparisons and the help page, leaves other tabs, and may be run again', async () => {
    const [place, elsewhere] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    await place.write('5-check-ins/2026-03-09-alex.md', 'old\n');
    await place.write('private/9-path/2026-03-09-night-alex.md', 'old\n');
    await elsewhere.write('shopping.md', 'milk\n');
    await openFor(place);
    await run('kintsugi.help');
    await write(place, '5-check-ins/2026-03-09-alex.md', 'new ');
    await write(place, 'private/9-path/2026-03-09-night-alex.md', 'new ');
    const [a, b] = [place.uri('kintsugi.yaml'), place.uri('5-check-ins/2026-03-09-alex.md')];
    await vscode.commands.executeCommand('vscode.diff', a, b, 'compared', { preview: false });
    const shopping = await write(elsewhere, 'shopping.md', 'bread and ');
    await run('kintsugi.putEverythingAway');
    same(tabs(), ['shopping.md']);
    equal(shopping.isDirty, true, 'what is not a note is not saved');
    equal(await place.text('5-check-ins/2026-03-09-alex.md'), 'new old\n');
    equal(await place.text('private/9-path/2026-03-09-night-alex.md'), 'new old\n');
    await run('kintsugi.putEverythingAway');
    same(tabs(), ['shopping.md']);
  });

  it('does no harm where nothing is open', async () => {
    await run('kintsugi.putEverythingAway');
    same(tabs(), []);
  });

  it('leaves a note open that cannot be saved, with every word', async function () {
    const place = await Place.inWorkspace();
    if (place.root.scheme !== 'memfs') {
      this.skip();
    }
    await setUp(place);
    await place.write('5-check-ins/2026-03-08-alex.md', 'old\n');
    await place.write('5-check-ins/2026-03-09-alex.md', 'old\n');
    await openFor(place);
    await write(place, '5-check-ins/2026-03-08-alex.md', 'new ');
    const document = await write(place, '5-check-ins/2026-03-09-alex.md', 'new ');
    const failure = { path: document.uri.path, operation: 'writeFile', code: 'NoSpace' };
    await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failure);
    await run('kintsugi.putEverythingAway');
    same(tabs(), ['2026-03-09-alex.md']);
    equal(document.getText(), 'new old\n');
    equal(await place.text('5-check-ins/2026-03-08-alex.md'), 'new old\n');
  });
});

describe('Help and Safety', () => {
  it('opens without a notes folder, and shows the whole help text', async () => {
    await run('kintsugi.help');
    same(
      tabs().map((name) => name.includes('Help and Safety')),
      [true],
    );
    const uri = vscode.Uri.from({ scheme: 'kintsugi-guide', path: '/Help and Safety.md' });
    const document = await vscode.workspace.openTextDocument(uri);
    matches(document.getText(), /^# /);
    holds(document.lineCount > 20, 'the text is there');
    await run('kintsugi.help');
    equal(tabs().length, 1, 'it is opened once');
  });
});

import * as vscode from 'vscode';
import { openFor, run } from './commands';
import { equal, holds, matches, same } from './expect';
import { partsOf } from './parts';
import { Place, setUp, until } from './place';

/** What the Problems list says of a file, as `line: words`. */
function problemsOf(place: Place, path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(place.uri(path))
    .filter(({ source }) => source === 'Kintsugi')
    .map(({ range, message }) => `${String(range.start.line)}: ${message}`);
}

describe('The notes folders of a window', () => {
  it('are found where they are made, one is open, and another can be switched to', async () => {
    const [one, two] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(one);
    await setUp(two, { me: 'both' });
    const { folders } = partsOf();
    await folders.find();
    const found = folders.all.map((uri) => uri.toString());
    holds(
      [one, two].every(({ root }) => found.includes(root.toString())),
      'both are found',
    );
    for (const place of [two, one]) {
      await folders.activate(place.root);
      equal(folders.active?.uri.toString(), place.root.toString());
      holds(folders.active?.ready, 'it is ready');
    }
  });

  it('go on when the open one is deleted, and when it is restored', async () => {
    const [one, two] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(one);
    await one.write('5-check-ins/2026-03-09-sam.md', '# a\n');
    await setUp(two);
    const { folders } = partsOf();
    await folders.activate(one.root);
    await one.move('', '../put-aside');
    await until('the other one is open', () => folders.active?.uri.toString() === two.root.toString());
    await two.move('../put-aside', `../${one.root.path.slice(one.root.path.lastIndexOf('/') + 1)}`);
    await until('the one is open again', () => folders.active?.uri.toString() === one.root.toString());
    await until('its notes are known', () => folders.active?.ready?.index.all().length === 1);
  });

  it('go on when kintsugi.yaml alone vanishes and comes back', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const { folders } = partsOf();
    await folders.activate(place.root);
    await place.remove('kintsugi.yaml');
    await until('it is no notes folder any more', () => folders.active?.uri.toString() !== place.root.toString());
    await setUp(place);
    await until('it is one again', () => folders.active?.uri.toString() === place.root.toString());
  });

  it('with a broken kintsugi.yaml say so at its line, write nothing, and go on when it is mended', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    const good = await place.text('kintsugi.yaml');
    await place.write('kintsugi.yaml', good.replace('id: sam', 'id: ../sam'));
    await until('the line is told', () => /^5: An id has[^\n]*$/.test(problemsOf(place, 'kintsugi.yaml').join('\n')));
    await run('kintsugi.newKindness');
    same(await place.files(), ['kintsugi.yaml']);
    await place.write('kintsugi.yaml', good);
    await until('nothing is told any more', () => problemsOf(place, 'kintsugi.yaml').length === 0);
    await run('kintsugi.newKindness');
    equal((await place.files()).length, 2);
  });
});

describe('The Problems list', () => {
  it('tells what is odd in a shared note at its line, and never a word of a private one', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const odd = '---\ntemplate: check-in\nrole: hurt\npartner: alex\ntrust: 11\n---\n\n- [ ] a <!-- step: mine -->\n';
    await place.write('5-check-ins/2026-03-09-alex.md', odd);
    await place.write('private/5-check-ins/2026-03-09-alex.md', odd);
    await openFor(place);
    await until('the problem is told', () => problemsOf(place, '5-check-ins/2026-03-09-alex.md').length > 0);
    const told = problemsOf(place, '5-check-ins/2026-03-09-alex.md');
    holds(told.includes('4: “trust” goes from 0 to 10.'), told.join('\n'));
    holds(
      told.some((line) => line.startsWith('7: The template has no step “mine”')),
      told.join('\n'),
    );
    const all = vscode.languages.getDiagnostics().filter(([uri]) => uri.path.includes('/private/'));
    same(
      all.filter(([, list]) => list.length > 0),
      [],
    );
  });
});

const OWN_STAGE = `---
stage: dates
stage-title: Going out
order: 10
title: An evening out
kind: entry
scope: each
path: 10-dates/\${DATE}-\${PARTNER_ID}.md
neutral: 10/\${DATE}-\${PARTNER_ID}.md
privacy: shared
command: dates
---

# An evening out, \${DATE}

## Where we went

- [ ] Where we went <!-- step: where -->

$0
`;

describe('Templates of the couple’s own', () => {
  it('win over the built-in one of the same name, and a new one adds a stage', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write('.kintsugi/templates/dates.md', OWN_STAGE);
    const own = OWN_STAGE.replace('stage: dates', 'stage: kindness').replace('order: 10', 'order: 6');
    await place.write('.kintsugi/templates/kindness.md', own.replace('command: dates', 'command: kindness'));
    const { folders } = partsOf();
    await folders.activate(place.root);
    const stages = folders.active?.ready?.guide.stages ?? [];
    equal(stages.at(-1)?.title, 'Going out');
    equal(stages.length, 10);
    const kindness = stages.find(({ id }) => id === 'kindness');
    same(
      kindness?.templates.map(({ title }) => title),
      ['An evening out'],
    );
    await openFor(place);
    await run('kintsugi.newKindness');
    matches(vscode.window.activeTextEditor?.document.getText() ?? '', /^# An evening out, \d{4}-\d{2}-\d{2}$/m);
  });

  it('are told at their line where they are broken, and the built-in one serves', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const path = '.kintsugi/templates/kindness.md';
    await place.write(path, OWN_STAGE.replace('kind: entry', 'kind: book'));
    await openFor(place);
    await until('the line is told', () => problemsOf(place, path).length > 0);
    matches(problemsOf(place, path)[0] ?? '', /^5: /);
    await run('kintsugi.newKindness');
    matches(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/6-kindness\/[^/]+-alex\.md$/);
    const document = await vscode.workspace.openTextDocument(place.uri(path));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.replace(document.lineAt(5).range, 'kind: entry');
    });
    await document.save();
    await until('nothing is told once it is mended', () => problemsOf(place, path).length === 0);
  });
});

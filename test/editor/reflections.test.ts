import * as vscode from 'vscode';
import { createOrOpenNote } from '../../src/notes/create-note';
import { offersFor } from '../../src/core/guide';
import type { AtWork } from '../../src/notes/perspective';
import type { FormValues } from '../../src/panel/protocol';
import { Reflections } from '../../src/panel/reflection';
import { isPlain } from '../../src/plain-error';
import { today } from './commands';
import { equal, holds, matches, refusal, same, sameBytes } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const DRAFT = 'private/reflection-unfinished-alex.yaml';
const SECOND_DRAFT = 'private/reflection-unfinished-alex-2.yaml';

/** A form of who was hurt, with an answer or two. */
function formWith(values: Partial<FormValues> = {}): FormValues {
  return { role: 'hurt', numbers: {}, fields: {}, answers: {}, ...values };
}

/** Questions that are answered at once, and counted. */
function answers(answer: boolean) {
  const asked = { discard: 0, share: 0 };
  const questions = {
    mayDiscard: () => {
      asked.discard += 1;
      return Promise.resolve(answer);
    },
    mayShare: () => {
      asked.share += 1;
      return Promise.resolve(answer);
    },
  };
  return { asked, questions };
}

interface Desk {
  readonly place: Place;
  readonly at: AtWork;
  readonly parts: ReturnType<typeof partsOf>;
}

async function deskAt(place: Place, options: Parameters<typeof setUp>[1] = {}, index: 0 | 1 = 0): Promise<Desk> {
  if (!(await place.has('kintsugi.yaml'))) {
    await setUp(place, options);
  }
  const parts = partsOf();
  const open = await openFolderAt(place, parts);
  return { place, at: { open, perspective: perspectiveOf(open, index) }, parts };
}

/** A desk, and the reflections of somebody who has just sat down at it. */
async function sitDown(options: Parameters<typeof setUp>[1] = {}, answer = true) {
  const desk = await deskAt(await Place.inWorkspace(), options);
  const { asked, questions } = answers(answer);
  return { ...desk, asked, reflections: new Reflections(desk.parts, questions) };
}

async function privateFiles(place: Place): Promise<readonly string[]> {
  return (await place.files()).filter((path) => path.startsWith('private/'));
}

describe('The draft of a reflection', () => {
  it('is kept in the private folder, after git was told to leave that out, and comes back', async () => {
    const { place, at, parts, reflections } = await sitDown();
    const values = formWith({
      numbers: { 'keep-away': 7 },
      fields: { amends: 'no' },
      answers: { warmth: 'Tea.\n\u202E\t# <!-- \u0007 \r\n ' },
    });
    await reflections.keepDraft(at, values);
    equal(await place.text('.gitignore'), 'private/\n');
    same(await privateFiles(place), [DRAFT]);
    matches(await place.text(DRAFT), /^# An unfinished reflection/);
    same((await reflections.page(at, false, undefined)).draft, values);
    same((await new Reflections(parts).page(at, false, undefined)).draft, values);
  });

  it('holds the newest of many changes, in one file', async () => {
    const { place, at, parts, reflections } = await sitDown();
    const texts = Array.from({ length: 40 }, (_, index) => 'word '.repeat(index + 1));
    await Promise.all(texts.map((text) => reflections.keepDraft(at, formWith({ answers: { warmth: text } }))));
    await reflections.flush();
    same(await privateFiles(place), [DRAFT]);
    equal((await new Reflections(parts).page(at, false, undefined)).draft?.answers.warmth, texts[39]);
  });

  it('of another window is never written to; the two lie beside each other', async () => {
    const { place, at, parts, reflections } = await sitDown();
    const other = new Reflections(parts, answers(true).questions);
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one' } }));
    await other.page(at, false, undefined);
    await other.keepDraft(at, formWith({ answers: { warmth: 'one, and the other window' } }));
    const theirs = await place.bytes(DRAFT);
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one, and this window' } }));
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one, and this window again' } }));
    sameBytes(await place.bytes(DRAFT), theirs);
    same(await privateFiles(place), [SECOND_DRAFT, DRAFT]);
    matches(await place.text(SECOND_DRAFT), /this window again/);
    await reflections.discardDraft(at);
    same(await privateFiles(place), [DRAFT]);
    equal((await reflections.page(at, false, undefined)).draft?.answers.warmth, 'one, and the other window');
  });

  for (const [name, text] of [
    ['is no draft', 'shopping: [bread'],
    ['holds two versions', '<<<<<<< ours\nrole: hurt\n=======\nrole: both\n>>>>>>> theirs\n...\n'],
    ['was cut off', '# x\nrole: hurt\nnumbers: {}\nfields: {}\nanswers:\n  warmth: |-\n    Te'],
    ['is empty', ''],
  ] as const) {
    it(`begins beside a file that ${name}, and leaves that alone`, async () => {
      const { place, at, reflections } = await sitDown();
      await place.write(DRAFT, text);
      equal((await reflections.page(at, false, undefined)).draft, null);
      await reflections.keepDraft(at, formWith({ answers: { warmth: 'new' } }));
      equal(await place.text(DRAFT), text);
      matches(await place.text(SECOND_DRAFT), /new/);
    });
  }

  it('that was left behind whole when everything stopped is found again', async () => {
    const { place, at, parts, reflections } = await sitDown();
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'whole' } }));
    await place.move(DRAFT, 'private/reflection-unfinished-alex.m2x9.yaml');
    equal((await new Reflections(parts).page(at, false, undefined)).draft?.answers.warmth, 'whole');
  });

  it('is gone where another window has saved it, and begins anew with the next word', async () => {
    const { place, at, reflections } = await sitDown();
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one' } }));
    await place.remove(DRAFT);
    equal((await reflections.page(at, false, undefined)).draft, null);
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'two' } }));
    matches(await place.text(DRAFT), /two/);
  });

  it('is not there for an empty form', async () => {
    const { place, at, reflections } = await sitDown();
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one' } }));
    await reflections.keepDraft(at, formWith({ answers: { warmth: ' ' } }));
    same(await privateFiles(place), []);
  });

  it('is deleted only by who says so twice', async () => {
    const { place, at, reflections, asked } = await sitDown({}, false);
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'one' } }));
    await reflections.discardDraft(at);
    same([await privateFiles(place), asked.discard], [[DRAFT], 1]);
  });

  it('of one partner is not that of the other', async () => {
    const { place, at, reflections, parts } = await sitDown();
    await reflections.keepDraft(at, formWith({ answers: { warmth: 'of Alex' } }));
    const sam: AtWork = { open: at.open, perspective: perspectiveOf(at.open, 1) };
    equal((await reflections.page(sam, true, undefined)).draft, null);
    equal((await new Reflections(parts).page(sam, true, undefined)).draft, null);
    await reflections.keepDraft(sam, { ...formWith({ answers: { 'face-it': 'of Sam' } }), role: 'broke-trust' });
    same(await privateFiles(place), [DRAFT, 'private/reflection-unfinished-sam.yaml']);
  });

  it('is not written while somebody edits .gitignore, and that is said plainly', async () => {
    const { place, at, reflections } = await sitDown();
    await place.write('.gitignore', '*.tmp\n');
    const document = await vscode.workspace.openTextDocument(place.uri('.gitignore'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# ');
    });
    holds(isPlain(await refusal(reflections.keepDraft(at, formWith({ answers: { warmth: 'x' } })))), 'said plainly');
    same(await privateFiles(place), []);
  });

  for (const operation of ['rename', 'writeFile'] as const) {
    it(`is never half a file, nor lost, where the file system refuses ${operation}`, async () => {
      const { place, at, parts } = await deskAt(await Place.inMemory());
      const reflections = new Reflections(parts);
      await reflections.keepDraft(at, formWith({ answers: { warmth: 'first' } }));
      const failure = { path: place.uri('private').path, operation, code: 'NoPermissions' };
      await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failure);
      const kept = reflections.keepDraft(at, formWith({ answers: { warmth: 'second' } }));
      await (operation === 'rename' ? kept : refusal(kept));
      same(await privateFiles(place), [DRAFT]);
      matches(await place.text(DRAFT), operation === 'rename' ? /second[^]*\n\.\.\.\n$/ : /first[^]*\n\.\.\.\n$/);
    });
  }
});

describe('A reflection that is saved', () => {
  const PATH = `private/8-forgiveness/${today()}-alex.md`;

  it('is the note that the command makes, filled in, private, and its draft is gone', async () => {
    const { place, at, parts, reflections, asked } = await sitDown();
    const [offer] = offersFor(
      at.open.ready.guide.templates.filter(({ command }) => command === 'reflection'),
      'hurt',
    );
    holds(offer, 'reflections are offered');
    await createOrOpenNote(parts, at.open, at.perspective, { offer });
    const scaffolded = await place.text(PATH);
    const saved = await reflections.save(
      at,
      formWith({ numbers: { 'wish-well': 2 }, fields: { amends: 'some' }, answers: { warmth: '# Tea' } }),
      'private',
    );
    same(saved, { path: PATH.replace('.md', '-2.md'), isPrivate: true });
    const expected = scaffolded
      .replace('\namends: #', '\namends: some #')
      .replace('\nwish-well: #', '\nwish-well: 2 #')
      .replace('[ ] How strong', '[x] How strong')
      .replace('[ ] Whether', '[x] Whether')
      .replace('[ ] What warmth', '[x] What warmth');
    equal(await place.text(saved.path), `${expected}\n\\# Tea\n`);
    equal(await place.text(PATH), scaffolded);
    same(await privateFiles(place), [saved.path, PATH]);
    equal(asked.share, 0);
    equal((await reflections.page(at, true, undefined)).draft, null);
    same((await reflections.page(at, true, undefined)).entries.paths, [saved.path]);
    same((await reflections.page(at, false, undefined)).entries.paths, []);
  });

  for (const isSure of [true, false]) {
    it(`is shared only after a second yes: ${String(isSure)}`, async () => {
      const { place, at, reflections, asked } = await sitDown({}, isSure);
      const saved = await reflections.save(at, formWith({ numbers: { 'keep-away': 5 } }), 'shared');
      equal(asked.share, 1);
      same(saved, { path: isSure ? PATH.replace('private/', '') : PATH, isPrivate: !isSure });
      equal(await place.has(saved.path), true);
      same((await reflections.page(at, false, undefined)).entries.paths, isSure ? [saved.path] : []);
    });
  }

  it('twice by one press too many is one note', async () => {
    const { place, at, reflections } = await sitDown();
    const values = formWith({ answers: { warmth: 'once' } });
    const first = await reflections.save(at, values, 'private');
    same(await reflections.save(at, values, 'private'), first);
    await reflections.keepDraft(at, values);
    equal((await reflections.save(at, values, 'private')).path, PATH.replace('.md', '-2.md'));
    same(await privateFiles(place), [PATH.replace('.md', '-2.md'), PATH]);
  });

  it('leaves in the draft what the page had no place for', async () => {
    const { place, at, reflections } = await sitDown();
    const values = formWith({ answers: { warmth: 'tea', 'face-it': 'I lied too.' } });
    const { path } = await reflections.save(at, values, 'private');
    equal((await place.text(path)).includes('I lied too.'), false);
    same((await reflections.page(at, false, undefined)).draft?.answers, { 'face-it': 'I lied too.' });
  });

  it('that cannot be made stays in the draft', async () => {
    const { place, at, parts } = await deskAt(await Place.inMemory());
    const reflections = new Reflections(parts, answers(true).questions);
    await place.write(PATH, 'taken');
    const failure = { path: place.uri('8-forgiveness').path, operation: 'any', code: 'NoPermissions' };
    await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failure);
    await refusal(reflections.save(at, formWith({ answers: { warmth: 'still here' } }), 'shared'));
    const long = formWith({ answers: { warmth: 'x\n'.repeat(200_000) } });
    holds(isPlain(await refusal(reflections.save(at, long, 'private'))), 'said plainly');
    same(await privateFiles(place), [PATH, DRAFT]);
    equal((await reflections.page(at, false, undefined)).draft?.answers.warmth, long.answers.warmth);
  });
});

describe('The page of the reflection', () => {
  const note = (partner: string, date: string, pulls: readonly number[], amends = ''): string =>
    `---\ntemplate: reflection\nrole: hurt\npartner: ${partner}\ndate: ${date}\namends: ${amends}\n` +
    `keep-away: ${String(pulls[0])}\npay-back: ${String(pulls[1])}\nwish-well: ${String(pulls[2])}\n---\n`;

  it('shows the viewer’s own reflections, private ones on demand, and nothing of the partner’s', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'hurt', other: 'hurt' });
    await place.write('8-forgiveness/2026-01-01-alex.md', note('alex', '2026-01-01', [8, 2, 1]));
    await place.write('private/8-forgiveness/2026-01-05-alex.md', note('alex', '2026-01-05', [9, 2, 5], 'no'));
    await place.write('8-forgiveness/2026-01-09-alex.md', note('alex', '2026-01-09', [9, 5, 5]));
    await place.write('8-forgiveness/2026-01-10-sam.md', note('sam', '2026-01-10', [0, 0, 9], 'no'));
    await place.write('private/8-forgiveness/2026-01-11-sam.md', note('sam', '2026-01-11', [0, 0, 9], 'no'));
    await place.write('8-forgiveness/2026-01-12-alex.md', '<<<<<<< a\n=======\n>>>>>>> b\n');
    const { at, parts } = await deskAt(place);
    const reflections = new Reflections(parts);
    const shared = await reflections.page(at, false, undefined);
    same(shared.entries.paths, ['8-forgiveness/2026-01-01-alex.md', '8-forgiveness/2026-01-09-alex.md']);
    same(
      shared.dips.map(({ path }) => path),
      ['8-forgiveness/2026-01-09-alex.md'],
    );
    equal(shared.observation, 'On January 9, 2026 you noted a strong wish for distance.');
    equal(shared.waiting, '');
    const all = await reflections.page(at, true, undefined);
    same(all.entries.isPrivate, [false, true, false]);
    equal(JSON.stringify(all).includes('sam.md'), false);
    await place.remove('8-forgiveness/2026-01-09-alex.md');
    await at.open.folder.noteChanged('8-forgiveness/2026-01-09-alex.md');
    matches((await reflections.page(at, true, undefined)).waiting, /can wait/);
    equal((await reflections.page(at, false, undefined)).waiting, '');
  });

  it('turns to the one who broke trust, without numbers', async () => {
    const { at, reflections } = await sitDown({ me: 'broke-trust', other: 'hurt' });
    const page = await reflections.page(at, false, undefined);
    same([page.role, page.measures, page.choices], ['broke-trust', [], []]);
    same(page.questions[0]?.stepId, 'face-it');
  });

  it('lets somebody without a role choose, and remembers it with the draft alone', async () => {
    const { place, at, parts, reflections } = await sitDown({ me: 'unsaid' });
    const couple = await place.text('kintsugi.yaml');
    same(
      [(await reflections.page(at, false, undefined)).role, (await reflections.page(at, false, undefined)).questions],
      ['unsaid', []],
    );
    equal((await reflections.page(at, false, 'both')).questions.length, 9);
    await reflections.keepDraft(at, formWith({ role: 'broke-trust', answers: { 'face-it': 'x' } }));
    equal((await new Reflections(parts).page(at, false, undefined)).role, 'broke-trust');
    const { path } = await reflections.save(
      at,
      formWith({ role: 'broke-trust', answers: { 'face-it': 'x' } }),
      'private',
    );
    matches(await place.text(path), /\nrole: broke-trust\n/);
    equal(await place.text('kintsugi.yaml'), couple);
  });

  it('has no form where the couple’s own templates leave reflections out', async () => {
    const place = await Place.inWorkspace();
    for (const role of ['hurt', 'broke-trust']) {
      const hidden =
        'stage: forgiveness\norder: 8\ntitle: R\nkind: entry\nscope: each\npath: 8/${DATE}-${PARTNER_ID}.md\nprivacy: private\nhidden: true\n';
      await place.write(`.kintsugi/templates/reflection.${role}.md`, `---\n${hidden}---\n\n# R\n`);
    }
    const { at, parts } = await deskAt(place);
    const reflections = new Reflections(parts);
    const page = await reflections.page(at, true, undefined);
    same([page.measures, page.questions, page.entries.paths], [[], [], []]);
    holds(isPlain(await refusal(reflections.save(at, formWith({ answers: { x: 'y' } }), 'private'))), 'said plainly');
  });
});

import * as vscode from 'vscode';
import { openFor, run, today } from './commands';
import { holds, same } from './expect';
import { Place, setUp, until } from './place';

/** Stands in every file of these tests and nowhere else, so wherever else it turns up, a note was quoted. */
const CANARY = 'kanarienvogel';
const NOTE = `---\ntemplate: check-in\npartner: ${CANARY}\ntrust: ${CANARY}\n---\n# ${CANARY}\n\n- [ ] ${CANARY} <!-- step: a -->\n`;
const CONFLICT = `<<<<<<< ${CANARY}\n- [ ] ${CANARY} <!-- step: a -->\n=======\n${CANARY}\n>>>>>>> ${CANARY}\n`;

const COMMANDS = [
  'kintsugi.open',
  'kintsugi.continue',
  'kintsugi.stage.name-the-betrayal',
  'kintsugi.stage.honesty',
  'kintsugi.newCheckIn',
  'kintsugi.newKindness',
  'kintsugi.newReflection',
  'kintsugi.addSupportPerson',
  'kintsugi.writePrivately',
  'kintsugi.signCommitment',
  'kintsugi.refresh',
];

/** Notes as they come, in conflict, broken, and no text at all. */
async function writeCanaries(place: Place): Promise<void> {
  const odd = [0xc3, 0x28, 0x00, ...new TextEncoder().encode(NOTE)];
  await place.write('1-name-the-betrayal/alex.md', NOTE);
  await place.write('3-commitment/together.md', CONFLICT);
  await place.write('4-honesty/alex.md', Uint8Array.from(odd));
  await place.write(`5-check-ins/${today()}-alex.md`, CONFLICT);
  await place.write('7-support/alex.md', `---\n${CANARY}: [unclosed\n  - *${CANARY}\n${NOTE}`);
  await place.write(`private/9-path/${today()}-night-alex.md`, NOTE);
  await place.write('.kintsugi/templates/own.md', `---\nstage: ${CANARY}: [\n${CANARY}\n`);
}

/** Everything that is logged in this extension host, by the file in which it stands. */
async function logs(folder?: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  if (folder === undefined) {
    const own = await vscode.commands.executeCommand<string>('kintsugi-test.logs');
    return await logs(vscode.Uri.joinPath(vscode.Uri.parse(own), '..'));
  }
  const found = new Map<string, string>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) {
      for (const [path, text] of await logs(uri)) found.set(`${name}/${path}`, text);
    } else {
      found.set(name, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    }
  }
  return found;
}

/** Waits until the log of the product tells that a command failed, and expects no word of a note in any log. */
async function expectNoCanary(command: string): Promise<void> {
  await until(`the log tells that ${command} failed`, async () =>
    (await logs()).get('kintsugi-notes.kintsugi/Kintsugi.log')?.includes(`${command} failed: `),
  );
  const telling = [...(await logs())].filter(([, text]) => text.includes(CANARY)).map(([file]) => file);
  same(telling, [], 'a log quotes a note');
}

describe('The log', () => {
  it('holds no word of a note, whatever is run and whatever cannot be written', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await writeCanaries(place);
    await openFor(place);
    await place.write('6-kindness', `${CANARY}, where a folder should be`);
    for (const command of COMMANDS) await run(command);
    await expectNoCanary('kintsugi.newKindness');
  });

  it('holds no word of a kintsugi.yaml that is broken', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await writeCanaries(place);
    await openFor(place);
    await place.write('kintsugi.yaml', `${await place.text('kintsugi.yaml')}${CANARY}: [${CANARY}\n`);
    for (const command of ['kintsugi.refresh', 'kintsugi.newKindness']) await run(command);
    await expectNoCanary('kintsugi.newKindness');
  });

  it('holds no word of a note that can be neither read nor written', async function () {
    const place = await Place.inWorkspace();
    if (place.root.scheme !== 'memfs') {
      this.skip();
    }
    await setUp(place);
    await writeCanaries(place);
    await openFor(place);
    for (const [path, operation, code] of [
      ['', 'writeFile', 'NoSpace'],
      ['1-name-the-betrayal', 'readFile', 'NoPermissions'],
      ['5-check-ins', 'readDirectory', 'Unavailable'],
    ] as const) {
      await vscode.commands.executeCommand('kintsugi-test.memfs.fail', { path: place.uri(path).path, operation, code });
    }
    for (const command of COMMANDS) await run(command);
    await expectNoCanary('kintsugi.newReflection');
    holds(await place.has('kintsugi.yaml'), 'the notes folder is still there');
  });
});

import * as vscode from 'vscode';
import { extensionUnderTest, openFor } from './commands';
import { equal, holds } from './expect';
import { expectNoHint, expectSilence, hasHint, offered, write } from './hint-view';
import { Place, setUp, until } from './place';
import { allAtOnce } from '../../src/core/long-work';
import { unpackWording } from '../../src/core/wording/unpack-wording';
import { describeInLongRuns } from '../mocha/long-runs';

const CHECK_IN = '5-check-ins/2026-03-09-alex.md';
const PREPARATION = '2-conversation/2026-03-09-alex.md';
const HONESTY = '4-honesty/alex.md';
const TEMPLATES: Readonly<Record<string, string>> = {
  [CHECK_IN]: 'check-in.broke-trust.md',
  [PREPARATION]: 'conversation-preparation.md',
  [HONESTY]: 'honesty.broke-trust.md',
};

/** What a hint is shown for wherever it may be, so that silence before it is no accident. */
const BLAME = 'You never listen to me.';
/** One of each family. */
const ALL_FAMILIES = [
  BLAME,
  'You make me feel small.',
  "You don't care about us.",
  'You are such a liar.',
  'It was not my fault.',
  'Just leave me alone.',
  'I am sorry if that hurt you.',
];

/** One family: where its wordings stand in a note of the guide, which are hinted, and which must not be. */
interface FamilyCase {
  readonly family: string;
  readonly note: string;
  /** The heading of the section. */
  readonly section: string;
  readonly hinted: readonly [string, string];
  readonly silent: Readonly<Record<'negated' | 'quoted' | 'praise' | 'past', string>>;
  /** In German, French and Spanish. */
  readonly foreign: readonly [string, string, string];
}

const FAMILIES: readonly FamilyCase[] = [
  {
    family: 'criticism',
    note: CHECK_IN,
    section: '## One request',
    hinted: [BLAME, "Why can't you be on time once?"],
    silent: {
      negated: 'It is not true that you never listen.',
      quoted: 'Sam wrote "you never listen to me" on the card.',
      praise: 'You always make me laugh.',
      past: 'At school my father was always late.',
    },
    foreign: [
      'Du hörst mir nie zu und denkst immer nur an dich.',
      'Tu ne m’écoutes jamais et tu penses toujours à toi.',
      'Nunca me escuchas y siempre piensas en ti.',
    ],
  },
  {
    family: 'verdict',
    note: PREPARATION,
    section: '## What I felt',
    hinted: ['I feel attacked.', 'You make me feel small.'],
    silent: {
      negated: "I don't feel ignored.",
      quoted: '“I feel attacked” was what I said, and then I went quiet.',
      praise: 'You make me feel at home.',
      past: 'As a child I felt ignored by my father.',
    },
    foreign: [
      'Ich fühle mich von dir angegriffen und verurteilt.',
      'Je me sens attaquée et jugée par toi.',
      'Me siento atacada y juzgada por ti.',
    ],
  },
  {
    family: 'mind-reading',
    note: PREPARATION,
    section: '## How it looked from my side',
    hinted: ["You don't care about us.", 'You wanted to hurt me.'],
    silent: {
      negated: "I don't believe that you wanted to hurt me.",
      quoted: '“You don’t care” was what I shouted.',
      praise: 'You wanted to cheer me up with that walk.',
      past: 'My father did not care about birthdays.',
    },
    foreign: ['Du willst mich doch nur verletzen.', 'Tu voulais me faire du mal.', 'Querías hacerme daño.'],
  },
  {
    family: 'contempt',
    note: CHECK_IN,
    section: '## One request',
    hinted: ['You are such a liar.', 'You are just like your mother.'],
    silent: {
      negated: 'You are not a liar.',
      quoted: 'On Friday your sister called me "such a liar".',
      praise: 'You are brave, and I see it.',
      past: 'At school they called me an idiot.',
    },
    foreign: ['Du bist ein Idiot und ein Lügner.', 'Tu es un menteur et un lâche.', 'Eres un mentiroso y un cobarde.'],
  },
  {
    family: 'defence',
    note: HONESTY,
    section: '## How it could happen',
    hinted: ['It was not my fault.', 'Yes, but you were out every evening.'],
    silent: {
      negated: 'I will not say that it was not my fault.',
      quoted: 'I said "it was not my fault", and that was a lie.',
      praise: 'You were fair to me when I told you.',
      past: 'As a boy I always said that it was not my fault.',
    },
    foreign: [
      'Es war nicht meine Schuld, du hast angefangen.',
      'Ce n’est pas ma faute, tu as commencé.',
      'No fue mi culpa, tú empezaste.',
    ],
  },
  {
    family: 'shutdown',
    note: CHECK_IN,
    section: '## One request',
    hinted: ['Just leave me alone.', 'Whatever.'],
    silent: {
      negated: "I'm not done with us, I'm done with dinner.",
      quoted: 'You said "leave me alone", and I went for a walk.',
      praise: 'It was kind of you not to leave me alone that evening.',
      past: 'In those years I used to say whatever and go to bed.',
    },
    foreign: [
      'Lass mich in Ruhe, ich habe genug.',
      'Laisse-moi tranquille, j’en ai assez.',
      'Déjame en paz, ya basta.',
    ],
  },
  {
    family: 'apology',
    note: PREPARATION,
    section: '## What I want to apologise for',
    hinted: ['I am sorry if that hurt you.', 'Mistakes were made.'],
    silent: {
      negated: 'I do not ask you to forgive me.',
      quoted: 'In March I wrote "sorry if I hurt you", and it was no apology.',
      praise: 'You were kind to me, and I lied to you.',
      past: 'My father never said sorry for anything.',
    },
    foreign: [
      'Es tut mir leid, falls ich dich verletzt habe.',
      'Je suis désolé si je t’ai blessée.',
      'Lo siento si te hice daño.',
    ],
  },
];

/** Places in which the apology of a note holds something that is no prose of its writer. */
const NO_PROSE: readonly (readonly [string, (sentences: readonly string[]) => string])[] = [
  ['in a block quote', (sentences) => sentences.map((one) => `> ${one}`).join('\n')],
  ['in a code block', (sentences) => ['~~~', ...sentences, '~~~'].join('\n')],
  ['in code', (sentences) => `I kept a file with \`${sentences.join(' ')}\` in it.`],
  ['in links', (sentences) => sentences.map((one) => `[${one}](https://example.org)`).join('\n')],
  ['in headings', (sentences) => sentences.map((one) => `### ${one}`).join('\n')],
  ['in a block of HTML', (sentences) => ['<div>', ...sentences, '</div>'].join('\n')],
  ['in HTML within a line', (sentences) => `I kept <i>${sentences.join(' ')}</i> in a file.`],
  ['in quotation marks', (sentences) => `I wrote “${sentences.join(' ')}” that night.`],
];

/** The parts of what comes with the product that are looked at here. */
interface BuiltInGuide {
  readonly templates: readonly { readonly id: string; readonly role?: string; readonly body: string }[];
}
interface BuiltInPatterns {
  readonly families: Readonly<Record<string, { readonly alternatives: readonly string[] }>>;
}

async function readBuiltIn(name: string): Promise<Uint8Array> {
  const file = vscode.Uri.joinPath(extensionUnderTest().extensionUri, 'dist', 'templates', name);
  return await vscode.workspace.fs.readFile(file);
}

/** A note as the guide makes it, before anything is written in it. */
async function noteOf(template: string): Promise<string> {
  const { templates } = JSON.parse(new TextDecoder().decode(await readBuiltIn('en.json'))) as BuiltInGuide;
  const found = templates.find(({ id, role }) => template === `${[id, role].filter(Boolean).join('.')}.md`);
  const body = found?.body.replaceAll(/\$0|\$\{[A-Z_]+\}/g, '');
  holds(body, `there is a template ${template}`);
  return `---\ndate: 2026-03-09\n---\n${body}`;
}

/** Opens a note of the guide with the cursor where somebody would write in one of its sections. */
async function openAt(path: string, section: string, template = TEMPLATES[path] ?? ''): Promise<vscode.TextEditor> {
  const place = await Place.inWorkspace();
  await setUp(place, { me: 'broke-trust', other: 'hurt' });
  await place.write(path, await noteOf(template));
  await openFor(place);
  const editor = await vscode.window.showTextDocument(place.uri(path));
  writeBelow(editor, section);
  return editor;
}

function writeBelow(editor: vscode.TextEditor, section: string): void {
  const text = editor.document.getText();
  const heading = text.indexOf(`${section}\n`);
  holds(heading !== -1, `the note has a section ${section}`);
  const { line } = editor.document.positionAt(text.indexOf('*\n', heading));
  editor.selection = new vscode.Selection(line + 2, 0, line + 2, 0);
}

/** The family of the hint at the cursor, known by the ways to say it otherwise. */
async function shownFamily(editor: vscode.TextEditor): Promise<string | undefined> {
  const titles = (await offered(editor)).map(({ title }) => title);
  const { patterns } = unpackWording(await readBuiltIn('en.wording'));
  const { families } = allAtOnce(patterns) as BuiltInPatterns;
  return Object.entries(families).find(([, { alternatives }]) =>
    alternatives.some((text) => titles.some((title) => title.endsWith(`: ${text}`))),
  )?.[0];
}

/** The sentence that the hint at the cursor would put another one in the place of. */
async function hintedSentence(editor: vscode.TextEditor): Promise<string | undefined> {
  const change = (await offered(editor)).flatMap(({ edit }) => edit?.get(editor.document.uri) ?? [])[0];
  return change && editor.document.getText(change.range);
}

/** Writes what must be hinted after what must not be, and sees that the hint is on it alone. */
async function expectFirstHintAtBlame(editor: vscode.TextEditor): Promise<void> {
  await write(` ${BLAME}`);
  await until('the hint shows', () => hasHint(editor));
  equal(await hintedSentence(editor), BLAME);
}

// Each case waits for somebody to stop typing.
describeInLongRuns('Hints in notes of the guide', () => {
  for (const { family, note, section, hinted, silent, foreign } of FAMILIES) {
    it(`come on ${family} in its section, for one wording and for another`, async () => {
      const editor = await openAt(note, section);
      for (const sentence of hinted) {
        await write(sentence);
        await until(`a hint shows on “${sentence}”`, () => hasHint(editor));
        equal(await shownFamily(editor), family, sentence);
        await write('\n\n\n');
        await until('the hint is gone', async () => !(await hasHint(editor)));
      }
    });

    it(`do not come on what only looks like ${family}: negated, quoted, praise, past, or in another language`, async () => {
      const editor = await openAt(note, section);
      const sentences = [...Object.values(silent), ...foreign];
      await write(sentences.join(' '));
      await expectFirstHintAtBlame(editor);
    });
  }

  it('offer a pause beside a wording that may be a boundary, and nothing in its place', async () => {
    const editor = await openAt(CHECK_IN, '## One request');
    await write('We ate. Just leave me alone.');
    await until('the hint shows', () => hasHint(editor));
    const actions = (await offered(editor)).filter(({ edit }) => edit !== undefined);
    holds(actions.length >= 1 && actions.every(({ title }) => title.startsWith('Add: ')), 'it is only added to');
    const [edit] = actions.flatMap((action) => action.edit ?? []);
    holds(edit, 'there is an edit');
    await vscode.workspace.applyEdit(edit);
    holds(editor.document.getText().includes('\nWe ate. Just leave me alone. I am '), editor.document.getText());
  });
});

describeInLongRuns('No hint of any family comes', () => {
  const apology = '## What I want to apologise for';

  for (const [where, wrap] of NO_PROSE) {
    it(where, async () => {
      const editor = await openAt(PREPARATION, apology);
      const text = wrap(ALL_FAMILIES);
      await editor.edit((edit) => {
        edit.replace(editor.selection, text);
      });
      holds(editor.document.getText().includes(text), 'it stands there as it was meant');
      await expectNoHint(editor, where);
      await write('\n\n');
      await expectFirstHintAtBlame(editor);
    });
  }

  for (const [where, path, section, template] of [
    ['in what happened', HONESTY, '## What happened, openly'],
    ['in what it did', HONESTY, '## What it did to you, in my words'],
    ['in the partner’s note', PREPARATION.replace('alex', 'sam'), apology, 'conversation-preparation.md'],
    ['in a page for both', PREPARATION.replace('alex', 'together'), apology, 'conversation-preparation.md'],
    ['in a private note', `private/${PREPARATION}`, apology, 'conversation-preparation.md'],
  ] as const) {
    it(where, async () => {
      const editor = await openAt(path, section, template);
      await write(ALL_FAMILIES.join(' '));
      holds(editor.document.getText().includes(ALL_FAMILIES.join(' ')), 'it stands there as it was typed');
      await expectSilence(editor, where);
    });
  }

  it('in the front matter', async () => {
    const editor = await openAt(PREPARATION, apology);
    editor.selection = new vscode.Selection(1, 16, 1, 16);
    await write(`\nremark: ${ALL_FAMILIES.join(' ')}`);
    await expectNoHint(editor, 'in the front matter');
  });

  it('once danger is told anywhere in the note, and what was hinted before is gone', async () => {
    const editor = await openAt(PREPARATION, apology);
    await write(BLAME);
    await until('the hint shows', () => hasHint(editor));
    await editor.edit((edit) => {
      const text = editor.document.getText();
      const { line } = editor.document.positionAt(text.indexOf('## The one event'));
      edit.insert(new vscode.Position(line + 1, 0), '\nI am afraid of what you do to me when you drink.\n');
    });
    await until('the hint is gone', async () => !(await hasHint(editor)));
    await write(` ${ALL_FAMILIES.join(' ')}`);
    await expectSilence(editor, 'where danger is told');
  });
});

import type { Naming } from '../../src/core/couple';
import { offersFor } from '../../src/core/guide';
import type { Offer } from '../../src/core/guide';
import { createOrOpenNote } from '../../src/notes/create-note';
import type { OpenFolder } from '../../src/notes/perspective';
import { editorOn, openFor, run, today } from './commands';
import { equal, holds, matches, same, sameBytes } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

/** A note, and the commands that lead to it where Alex, who was hurt, takes the first answer of every list. */
const NOTES: Readonly<Record<string, readonly [creates: string, ...opens: string[]]>> = {
  '1-name-the-betrayal/alex.md': ['kintsugi.stage.name-the-betrayal', 'kintsugi.stage.name-the-betrayal'],
  'private/2-conversation/TODAY-alex.md': ['kintsugi.stage.conversation', 'kintsugi.newConversation'],
  '3-commitment/alex.md': ['kintsugi.stage.commitment'],
  '4-honesty/alex.md': ['kintsugi.stage.honesty'],
  '5-check-ins/TODAY-alex.md': ['kintsugi.stage.check-ins', 'kintsugi.newCheckIn'],
  '6-kindness/TODAY-alex.md': ['kintsugi.stage.kindness', 'kintsugi.newKindness'],
  '7-support/alex.md': ['kintsugi.stage.support'],
  'private/8-forgiveness/TODAY-alex.md': ['kintsugi.stage.forgiveness', 'kintsugi.newReflection'],
  '9-path/TODAY-hopeful-alex.md': ['kintsugi.stage.path', 'kintsugi.newMoment'],
  'private/9-path/TODAY-night-alex.md': ['kintsugi.writePrivately', 'kintsugi.writePrivately'],
};
const NEUTRAL_NOTES: typeof NOTES = {
  'private/2/TODAY-alex.md': ['kintsugi.newConversation'],
  '5/TODAY-alex.md': ['kintsugi.newCheckIn'],
  '6/TODAY-alex.md': ['kintsugi.newKindness'],
  'private/8/TODAY-alex.md': ['kintsugi.newReflection'],
  '9/TODAY-h-alex.md': ['kintsugi.newMoment'],
};

async function createAndOpen(place: Place, notes: typeof NOTES): Promise<void> {
  for (const [pattern, [creates]] of Object.entries(notes)) {
    const path = pattern.replace('TODAY', today());
    await run(creates);
    const { document, selection } = editorOn(place, path);
    matches(document.getText(), /^---\ntemplate: \S+\n/);
    equal(document.isDirty, false, `${creates} leaves nothing unsaved`);
    holds(selection.isEmpty && selection.active.line > 3, `${creates} puts the cursor into the body`);
    matches(document.lineAt(selection.active.line).text, /^(?:- )?$/);
  }
  const files = await place.files();
  const before = await Promise.all(files.map((path) => place.bytes(path)));
  for (const [pattern, [, ...opens]] of Object.entries(notes)) {
    for (const command of opens) {
      await run(command);
      editorOn(place, pattern.replace('TODAY', today()));
    }
  }
  same(await place.files(), files, 'nothing is created the second time');
  for (const [index, path] of files.entries()) {
    sameBytes(await place.bytes(path), before[index] ?? new Uint8Array(), `${path} changed the second time`);
  }
}

describe('Commands that write a note', () => {
  it('create the first page or entry of each of the nine stages, and open it the second time', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    await createAndOpen(place, NOTES);
  });

  it('create an entry of each kind, with a neutral name where neutral names are wanted', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { names: 'neutral' });
    await openFor(place);
    await createAndOpen(place, NEUTRAL_NOTES);
  });

  it('ask which page fits where the role is unsaid, and keep the answer in the note alone', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'unsaid' });
    const couple = await place.text('kintsugi.yaml');
    await openFor(place);
    await run('kintsugi.newCheckIn');
    const { document } = editorOn(place, `5-check-ins/${today()}-alex.md`);
    matches(document.getText(), /\nrole: hurt\n/);
    equal(await place.text('kintsugi.yaml'), couple);
  });
});

describe('A new note', () => {
  it('that no command writes first stands where its template says, whole and without a problem', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'hurt', other: 'both', names: 'neutral' });
    const parts = partsOf();
    const open = await openFolderAt(place, parts);
    const perspective = perspectiveOf(open, 1);
    const offers = offersFor(open.ready.guide.templates, 'both').filter(
      ({ variants: [first] }) => first.offered && (first.scope === 'together' || first.optional),
    );
    for (const offer of offers) {
      const editor = await createOrOpenNote(parts, open, perspective, { offer });
      const path = expectedPath(offer, perspective.me.id, 'neutral');
      equal(editor?.document.uri.toString(), place.uri(path).toString());
      await expectWhole(open, offer, path, perspective.me.id);
    }
  });

  it('holds the parts of both roles for somebody of whom both are true, each step once', async () => {
    const place = await Place.inWorkspace();
    await setUp(place, { me: 'both' });
    const parts = partsOf();
    const open = await openFolderAt(place, parts);
    const offers = offersFor(open.ready.guide.templates, 'both').filter(({ variants }) => variants.length > 1);
    for (const offer of offers) {
      await createOrOpenNote(parts, open, perspectiveOf(open), { offer });
      await expectWhole(open, offer, expectedPath(offer, 'alex', 'telling'), 'alex');
    }
  });
});

function expectedPath({ variants: [first] }: Offer, partner: string, names: Naming): string {
  const pattern = names === 'neutral' ? first.neutralPath : first.path;
  const path = pattern.replace('${DATE}', today()).replace('${PARTNER_ID}', partner);
  return first.privacy === 'private' ? `private/${path}` : path;
}

/** The note that lies there has every step of its template, and nothing in it is odd. */
async function expectWhole({ folder }: OpenFolder, offer: Offer, path: string, partner: string): Promise<void> {
  const [first] = offer.variants;
  await folder.noteChanged(path);
  const note = folder.ready?.index.note(path);
  holds(note, `${path} is known as a note`);
  same([note.templateId, note.problems, note.isReadable], [first.id, [], true], path);
  equal(note.partner, first.scope === 'each' ? partner : undefined, path);
  const steps = new Set(offer.variants.flatMap((variant) => variant.steps.map(({ id }) => id)));
  same([...note.steps.map(({ id }) => id)].sort(), [...steps].sort(), path);
}

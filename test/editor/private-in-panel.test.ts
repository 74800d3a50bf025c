import { DraftKeeper } from '../../src/panel/draft-keeper';
import { MessageQueue } from '../../src/panel/message-queue';
import type { ReflectionPage, ToPage } from '../../src/panel/protocol';
import { WhatIsShown } from '../../src/panel/what-is-shown';
import { equal, holds, same } from './expect';
import { partsOf } from './parts';
import type { Parts } from './parts';
import { Place, setUp } from './place';

const SHARED = '9-path/2026-03-09-hard-sam.md';
const MINE = 'private/9-path/2026-03-09-hard-alex.md';
const THEIRS = 'private/9-path/2026-03-09-hard-sam.md';

const PAGE: ReflectionPage = {
  role: 'hurt',
  intro: [],
  measures: [],
  choices: [],
  questions: [],
  draft: null,
  entries: { days: [], paths: [], isPrivate: [], values: {} },
  observation: '',
  waiting: '',
  dips: [],
};

/** What a page would hear, and what the reflections were asked for. */
interface Heard {
  readonly place: Place;
  readonly parts: Parts;
  readonly shown: WhatIsShown;
  readonly queue: MessageQueue;
  readonly messages: ToPage[];
  readonly privacyOfPages: boolean[];
}

async function listening(): Promise<Heard> {
  const place = await Place.inWorkspace();
  await setUp(place);
  for (const path of [SHARED, MINE, THEIRS]) {
    await place.write(path, '# A hard day\n');
  }
  const parts = partsOf();
  await parts.folders.activate(place.root);
  await parts.identity.choose(place.root, 'alex');
  const [messages, privacyOfPages]: [ToPage[], boolean[]] = [[], []];
  const queue = new MessageQueue((message) => messages.push(message));
  const reflections = {
    page: (_at: unknown, includePrivate: boolean) => {
      privacyOfPages.push(includePrivate);
      return Promise.resolve(PAGE);
    },
  };
  const shown = new WhatIsShown(parts, reflections, new DraftKeeper(), queue);
  queue.open();
  return { place, parts, shown, queue, messages, privacyOfPages };
}

/** The newest timeline of a page, as the notes that it names. */
function pathsIn(messages: readonly ToPage[]): readonly string[] {
  const last = messages.findLast((message) => message.type === 'timeline');
  holds(last?.type === 'timeline', 'a timeline was sent');
  return last.timeline.events.map(({ path }) => path);
}

describe('Private notes in the panel', () => {
  it('are not there until they are asked for, and are mine alone then', async () => {
    const { shown, messages, privacyOfPages } = await listening();
    await shown.post();
    same(pathsIn(messages), [SHARED]);
    await shown.showPrivate(true);
    same([...pathsIn(messages)].sort(), [SHARED, MINE].sort());
    await shown.showPrivate(false);
    same(pathsIn(messages), [SHARED]);
    same(privacyOfPages, [false, true, false]);
    const versions = messages.flatMap((message) => ('version' in message ? message.version : []));
    same(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
      'each version is newer than the one before',
    );
  });

  it('are never in what is given away', async () => {
    const { shown } = await listening();
    await shown.showPrivate(true);
    same(
      shown.sharedTimeline()?.events.map(({ path }) => path),
      [SHARED],
    );
  });

  it('go when somebody else is here, who does not see those of the first', async () => {
    const { place, parts, shown, messages } = await listening();
    await shown.showPrivate(true);
    await parts.identity.choose(place.root, 'sam');
    equal(shown.isPrivateShown, false);
    await shown.post();
    same(pathsIn(messages), [SHARED]);
    await shown.showPrivate(true);
    same([...pathsIn(messages)].sort(), [SHARED, THEIRS].sort());
  });

  it('are sent no more once they are hidden, also while other notes change', async () => {
    const { place, shown, parts, messages, queue } = await listening();
    await shown.showPrivate(true);
    messages.length = 0;
    const hiding = shown.showPrivate(false);
    await place.write('9-path/2026-03-10-hard-sam.md', '# Another\n');
    await parts.folders.active?.noteChanged('9-path/2026-03-10-hard-sam.md');
    await Promise.all([hiding, shown.post()]);
    queue.open();
    same(pathsIn(messages), [SHARED, '9-path/2026-03-10-hard-sam.md']);
    holds(!JSON.stringify(messages).includes(MINE), 'no message names a private note');
  });

  it('are looked for no more once nobody looks', async () => {
    const { shown, messages } = await listening();
    const posting = shown.post();
    shown.dispose();
    await posting;
    await shown.showPrivate(true);
    same(messages, []);
  });

  it('are sent again only where something that is shown has changed, or where the page asks', async () => {
    const { place, shown, parts, messages, queue } = await listening();
    await shown.post();
    equal(messages.length, 2);
    await place.write(SHARED, '# A hard day, told anew\n');
    await parts.folders.active?.noteChanged(SHARED);
    await shown.post();
    equal(messages.length, 2);
    await shown.postAnew();
    equal(messages.length, 4);
    await place.write('9-path/2026-03-10-hard-sam.md', '# Another\n');
    await parts.folders.active?.noteChanged('9-path/2026-03-10-hard-sam.md');
    await shown.post();
    equal(messages.length, 5);
    const last = messages.at(-1);
    holds(last?.type === 'timeline-change', 'what is another in the timeline was sent');
    same(
      last.change.events.items.map(({ path }) => path),
      ['9-path/2026-03-10-hard-sam.md'],
    );
    queue.open();
    same(pathsIn(messages), [SHARED, '9-path/2026-03-10-hard-sam.md'], 'a page that comes now gets everything');
  });

  it('go with the folder', async () => {
    const { parts, shown, messages } = await listening();
    await shown.showPrivate(true);
    const other = await Place.inWorkspace();
    await setUp(other);
    await parts.folders.activate(other.root);
    await shown.post();
    same(pathsIn(messages), []);
    equal(shown.isPrivateShown, false);
  });

  it('reach no page that is loaded after they are true no longer', async () => {
    const { shown, queue, messages } = await listening();
    await shown.showPrivate(true);
    queue.close();
    shown.outdate();
    messages.length = 0;
    queue.open();
    same(messages, []);
  });

  it('take no draft over from the one who was here before', async () => {
    const { place, parts, shown, messages } = await listening();
    await shown.post();
    const last = messages.findLast((message) => message.type === 'reflection');
    holds(last?.type === 'reflection', 'a reflection was sent');
    equal(shown.isAboutHere(last), true);
    await parts.identity.choose(place.root, 'sam');
    equal(shown.isAboutHere(last), false);
  });
});

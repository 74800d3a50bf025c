import assert from 'node:assert/strict';
import type { Couple } from '../../src/core/couple';
import { buildGuide, stepsOf } from '../../src/core/guide';
import type { Guide } from '../../src/core/guide';
import { newestFirst } from '../../src/core/note';
import type { Note } from '../../src/core/note';
import { GuideProgress, nextOpenStep, stageProgress } from '../../src/core/progress';
import type { StageProgress } from '../../src/core/progress';
import { ROLE_VALUES } from './samples';
import type { Template } from '../../src/core/template';
import { digestOf, wordingOf } from '../../src/core/wording-digest';
import { builtInGuide, coupleOf, noteAt, present, templateOf, withLines } from './samples';

const HURT = templateOf('page.hurt.md', withLines({ optional: '[may]' }), ['both', 'may', 'hurt']);
const BROKE = templateOf('page.broke-trust.md', withLines({}), ['both', 'broke']);
const TOGETHER = templateOf(
  'together.md',
  withLines({ scope: 'together', path: '4-honesty/together.md', neutral: '', position: '2' }),
  ['ours'],
);
const EXTRA = templateOf(
  'extra.md',
  withLines({ path: '4-honesty/extra-${PARTNER_ID}.md', neutral: '', position: '3', 'optional-page': 'true' }),
  ['more'],
);
const ENTRY = templateOf(
  'entry.md',
  withLines({ kind: 'entry', path: '4-honesty/${DATE}-${PARTNER_ID}.md', neutral: '', position: '4' }),
  ['said'],
);
const ALL = [HURT, BROKE, TOGETHER, EXTRA, ENTRY];

const ticks = (...ids: readonly string[]): string => ids.map((id) => `- [x] a <!-- step: ${id} -->\n`).join('');
const pageOf = (partner: string, role: string, ...ids: readonly string[]): Note =>
  noteAt(ALL, `4-honesty/${partner}.md`, `---\nrole: ${role}\n---\n${ticks(...ids)}`);
const ours = (...ids: readonly string[]): Note => noteAt(ALL, '4-honesty/together.md', ticks(...ids));

function progressOf(
  notes: readonly Note[],
  couple: Couple = coupleOf(),
  templates: readonly Template[] = ALL,
  viewer = 'alex',
): StageProgress {
  const stage = present(buildGuide(templates, []).stages[0]);
  return stageProgress(stage, [...notes].sort(newestFirst), couple, viewer);
}
const rowsOf = ({ steps }: StageProgress): readonly (readonly [string, string, string])[] =>
  steps.map(({ step, appliesTo, doneBy }) => [step.id, appliesTo.join(), doneBy.join()]);

describe('the progress of a stage', () => {
  it('asks nothing of a partner for whose role a page is not meant', () => {
    const { state } = progressOf([pageOf('sam', 'broke-trust', 'both', 'broke')], coupleOf(), [BROKE]);
    assert.equal(state, 'done-by-both');
  });

  const alexDone = pageOf('alex', 'hurt', 'both', 'hurt');
  const samDone = pageOf('sam', 'broke-trust', 'both', 'broke');

  const states: readonly (readonly [title: string, notes: readonly Note[], state: string, doneBy: string])[] = [
    ['nothing', [], 'not-begun', ''],
    ['an empty page', [pageOf('alex', 'hurt')], 'begun', ''],
    ['a page that is half done', [pageOf('alex', 'hurt', 'both')], 'begun', ''],
    ['a page that waits for an optional step only', [alexDone], 'done-by-one', 'alex'],
    ['the page of the other', [samDone], 'done-by-one', 'sam'],
    ['both pages without what is done together', [alexDone, samDone], 'begun', 'alex,sam'],
    ['both pages, and what is done together begun', [alexDone, samDone, ours()], 'begun', 'alex,sam'],
    ['everything', [alexDone, samDone, ours('ours')], 'done-by-both', 'alex,sam'],
    ['one page, and what is done together', [alexDone, ours('ours')], 'done-by-one', 'alex'],
    ['what is done together alone', [ours('ours')], 'begun', ''],
    ['an optional page alone', [noteAt(ALL, '4-honesty/extra-alex.md', ticks('more'))], 'begun', ''],
    ['an entry alone', [noteAt(ALL, '4-honesty/2026-11-23-alex.md', ticks('said'))], 'begun', ''],
    ['a page in conflict', [noteAt(ALL, '4-honesty/alex.md', `<<<<<<< HEAD\n${ticks('both', 'hurt')}`)], 'begun', ''],
    ['a page that cannot be read', [noteAt(ALL, '4-honesty/alex.md', '\0')], 'begun', ''],
    [
      'a page that is private',
      [noteAt(ALL, 'private/4-honesty/alex.md', `---\nrole: hurt\n---\n${ticks('both', 'hurt')}`)],
      'done-by-one',
      'alex',
    ],
    ['steps of the other role', [pageOf('alex', 'hurt', 'both', 'broke')], 'begun', ''],
    ['unknown steps', [pageOf('alex', 'hurt', 'both', 'hurt', 'unknown')], 'done-by-one', 'alex'],
  ];
  for (const [title, notes, state, doneBy] of states) {
    it(`with ${title} is ${state}`, () => {
      const progress = progressOf(notes);
      assert.equal(progress.state, state);
      assert.equal(progress.doneBy.join(), doneBy);
    });
  }

  it('shows each step, whose it is, and who has done it', () => {
    assert.deepEqual(rowsOf(progressOf([pageOf('alex', 'hurt', 'both', 'may'), samDone])), [
      ['both', 'alex,sam', 'alex,sam'],
      ['broke', 'sam', 'sam'],
      ['may', 'alex', 'alex'],
      ['hurt', 'alex', ''],
      ['ours', 'alex,sam', ''],
      ['more', 'alex,sam', ''],
    ]);
  });

  for (const alex of ROLE_VALUES) {
    for (const sam of ROLE_VALUES) {
      it(`asks ${alex} and ${sam} their own steps, and is done when both have done them`, () => {
        const couple = coupleOf(alex, sam);
        const asked = (role: string): readonly string[] =>
          [...stepsOf([BROKE, HURT])]
            .filter(
              ({ id }) =>
                id === 'both' || role === 'both' || role === 'unsaid' || (id === 'broke') === (role === 'broke-trust'),
            )
            .map(({ id }) => id);
        const rows = new Map(progressOf([], couple).steps.map((row) => [row.step.id, row.appliesTo]));
        for (const id of ['both', 'may', 'hurt', 'broke']) {
          const expected = [...(asked(alex).includes(id) ? ['alex'] : []), ...(asked(sam).includes(id) ? ['sam'] : [])];
          assert.deepEqual(rows.get(id) ?? [], expected, id);
        }
        const notes = [pageOf('alex', alex, ...asked(alex)), pageOf('sam', sam, ...asked(sam)), ours('ours')];
        assert.equal(progressOf(notes, couple).state, 'done-by-both');
        assert.equal(progressOf(notes.slice(0, 1), couple).state, 'done-by-one');
      });
    }
  }

  it('goes by the role in which a page was written, also when the role changes later', () => {
    const notes = [pageOf('alex', 'hurt', 'both', 'hurt')];
    for (const role of ROLE_VALUES) {
      assert.deepEqual(progressOf(notes, coupleOf(role, 'broke-trust')).doneBy, ['alex']);
    }
  });

  it('asks somebody who has said no role what the page was begun for', () => {
    const couple = coupleOf('unsaid', 'unsaid');
    assert.deepEqual(progressOf([pageOf('sam', 'broke-trust', 'both', 'broke')], couple).doneBy, ['sam']);
    assert.deepEqual(progressOf([pageOf('sam', 'unsaid', 'both', 'broke')], couple).doneBy, []);
  });

  it('leaves out what the other keeps private, and nothing of what I do', () => {
    const secret = [
      noteAt(ALL, 'private/4-honesty/alex.md', `---\nrole: hurt\n---\n${ticks('both', 'hurt')}`),
      noteAt(ALL, 'private/4-honesty/2026-11-23-alex.md', ''),
    ];
    const mine = progressOf(secret, coupleOf(), ALL, 'alex');
    assert.deepEqual([mine.state, mine.entries.length], ['done-by-one', 1]);
    const theirs = progressOf(secret, coupleOf(), ALL, 'sam');
    assert.deepEqual(theirs, progressOf([], coupleOf(), ALL, 'sam'));
  });

  it('prefers a shared page to a private one', () => {
    const shared = pageOf('alex', 'hurt');
    const secret = noteAt(ALL, 'private/4-honesty/alex.md', ticks('both', 'hurt'));
    for (const notes of [
      [shared, secret],
      [secret, shared],
    ]) {
      assert.equal(progressOf(notes).steps[0]?.notes.get('alex'), shared);
    }
  });

  it('lists entries newest first, the later of one day first', () => {
    const entry = (name: string): Note => noteAt(ALL, `4-honesty/${name}.md`, '');
    const notes = [
      '2026-11-22-sam',
      '2026-11-23-alex',
      '2026-11-23-alex-10',
      '2026-11-23-alex-2',
      '2025-12-31-alex',
    ].map(entry);
    const expected = [
      '2026-11-23-alex-10',
      '2026-11-23-alex-2',
      '2026-11-23-alex',
      '2026-11-22-sam',
      '2025-12-31-alex',
    ];
    for (const order of [notes, [...notes].reverse()]) {
      assert.deepEqual(
        progressOf([...order, ours()]).entries.map(({ path }) => path.slice(10, -3)),
        expected,
      );
    }
  });

  it('of entries only is ongoing and never complete', () => {
    const entry = noteAt([ENTRY], '4-honesty/2026-11-23-alex.md', ticks('said'));
    assert.equal(progressOf([], coupleOf(), [ENTRY]).state, 'not-begun');
    assert.equal(progressOf([entry], coupleOf(), [ENTRY]).state, 'ongoing');
    assert.deepEqual(progressOf([entry], coupleOf(), [ENTRY]).doneBy, []);
    assert.deepEqual(progressOf([entry], coupleOf(), [ENTRY]).steps, []);
  });

  it('of what is done together alone is done by both or by nobody', () => {
    assert.equal(progressOf([ours()], coupleOf(), [TOGETHER]).state, 'begun');
    assert.equal(progressOf([ours('ours')], coupleOf(), [TOGETHER]).state, 'done-by-both');
  });

  it('shows the steps of the newest conversation where the template follows it', () => {
    const lines = withLines({
      kind: 'entry',
      scope: 'together',
      path: '2/${DATE}-together.md',
      neutral: '',
      follow: 'latest',
    });
    const talk = templateOf('talk.md', lines, ['one', 'two']);
    const notes = [
      noteAt([talk], '2/2026-11-22-together.md', ticks('one', 'two')),
      noteAt([talk], '2/2026-11-23-together.md', ticks('one')),
    ];
    assert.deepEqual(rowsOf(progressOf(notes, coupleOf(), [talk])), [
      ['one', 'alex,sam', 'alex,sam'],
      ['two', 'alex,sam', ''],
    ]);
    assert.deepEqual(rowsOf(progressOf([], coupleOf(), [talk])), [
      ['one', 'alex,sam', ''],
      ['two', 'alex,sam', ''],
    ]);
  });
});

describe('the commitment', () => {
  const guide = builtInGuide();
  const stage = present(guide.stages.find(({ id }) => id === 'commitment'));
  const own = (partner: string): Note => {
    const steps = present(stage.templates.find(({ id }) => id === 'commitment')).steps.map(({ id }) => id);
    return noteAt(stage.templates, `3-commitment/${partner}.md`, ticks(...steps));
  };
  const PAGE = '# Ours\n\nWe stay.\n';
  const page = (text = PAGE): Note => noteAt(stage.templates, '3-commitment/together.md', text);
  const signed = (partner: string, act = 'signed', sequence = ''): Note => {
    const head = `---\nact: ${act}\ndigest: ${digestOf(wordingOf(PAGE))}\n---\n`;
    return noteAt(stage.templates, `3-commitment/2026-11-23-commitment-${partner}${sequence}.md`, `${head}${PAGE}`);
  };
  const all = [own('alex'), own('sam'), page(), signed('alex'), signed('sam')];

  const states: readonly (readonly [title: string, notes: readonly Note[], state: string])[] = [
    ['nothing', [], 'not-begun'],
    ['a page', [page()], 'begun'],
    ['answers, and no signature', [own('alex'), own('sam'), page()], 'begun'],
    ['one signature', [own('alex'), own('sam'), page(), signed('alex')], 'done-by-one'],
    ['both signatures', all, 'done-by-both'],
    [
      'both signatures of a wording that changed',
      [own('alex'), own('sam'), page('We try.\n'), signed('alex'), signed('sam')],
      'begun',
    ],
    ['a signature that was withdrawn', [...all, signed('sam', 'withdrawn', '-2')], 'done-by-one'],
    [
      'a signature that was given again',
      [...all, signed('sam', 'withdrawn', '-2'), signed('sam', 'signed', '-3')],
      'done-by-both',
    ],
    ['signatures without answers', [page(), signed('alex'), signed('sam')], 'begun'],
  ];
  for (const [title, notes, state] of states) {
    it(`with ${title} is ${state}`, () => {
      assert.equal(stageProgress(stage, [...notes].sort(newestFirst), coupleOf(), 'alex').state, state);
    });
  }

  it('shows who has signed, as a step that nobody ticks', () => {
    const row = present(
      stageProgress(stage, [signed('sam'), page()], coupleOf(), 'alex').steps.find(
        ({ scope }) => scope === 'signature',
      ),
    );
    assert.deepEqual(
      [row.appliesTo, row.doneBy, row.notes.get('alex')?.path],
      [['alex', 'sam'], ['sam'], '3-commitment/together.md'],
    );
  });
});

describe('the next open step', () => {
  const next = (guide: Guide, notes: readonly Note[], partner: string, couple = coupleOf()) => {
    const inOrder = [...notes].sort(newestFirst);
    const open = nextOpenStep(
      new GuideProgress(guide, couple).of((stage) => inOrder.filter((note) => note.stage === stage), partner),
      partner,
    );
    return open && `${open.stage.id}/${open.step.step.id}`;
  };
  const guide = buildGuide(ALL, []);

  it('comes in the order of the guide', () => {
    const first = templateOf(
      'first.md',
      withLines({ stage: 'first', order: '1', path: '1/${PARTNER_ID}.md', neutral: '' }),
      ['begin'],
    );
    const longer = buildGuide([...ALL, first], []);
    assert.equal(next(longer, [], 'alex'), 'first/begin');
    assert.equal(next(longer, [noteAt([first], '1/alex.md', ticks('begin'))], 'alex'), 'honesty/both');
    assert.equal(next(longer, [noteAt([first], '1/alex.md', ticks('begin'))], 'sam'), 'first/begin');
  });

  it('is one of my own role', () => {
    assert.equal(next(guide, [pageOf('alex', 'hurt', 'both')], 'alex'), 'honesty/hurt');
    assert.equal(next(guide, [pageOf('sam', 'broke-trust', 'both')], 'sam'), 'honesty/broke');
  });

  it('follows the order of my own page, also where the page of the other has another', () => {
    const orders = [
      templateOf('a.hurt.md', withLines({}), ['x', 'y', 'hurt']),
      templateOf('a.broke-trust.md', withLines({}), ['y', 'x', 'broke']),
    ];
    const both = buildGuide(orders, []);
    assert.equal(next(both, [], 'alex'), 'honesty/x');
    assert.equal(next(both, [], 'sam'), 'honesty/y');
  });

  it('is what we do together once mine is done, and never what is optional', () => {
    const mine = pageOf('alex', 'hurt', 'both', 'hurt');
    assert.equal(next(guide, [mine], 'alex'), 'honesty/ours');
    assert.equal(next(guide, [mine, ours('ours')], 'alex'), undefined);
  });

  it('is no entry of mine, but a conversation that was begun', () => {
    const lines = withLines({
      kind: 'entry',
      scope: 'together',
      path: '2/${DATE}-together.md',
      neutral: '',
      follow: 'latest',
    });
    const talk = templateOf('talk.md', lines, ['one', 'two']);
    const talks = buildGuide([talk, ENTRY], []);
    assert.equal(next(talks, [], 'alex'), undefined);
    assert.equal(next(talks, [noteAt([talk], '2/2026-11-23-together.md', ticks('one'))], 'alex'), 'honesty/two');
    assert.equal(next(talks, [noteAt([ENTRY], '4-honesty/2026-11-23-alex.md', '')], 'alex'), undefined);
  });

  it('is never a signature: nobody is asked to sign by going on', () => {
    const all = builtInGuide();
    const stage = present(all.stages.find(({ id }) => id === 'commitment'));
    const steps = stage.templates.flatMap((template) => template.steps.map(({ id }) => id));
    const notes = ['alex.md', 'together.md'].map((name) =>
      noteAt(stage.templates, `3-commitment/${name}`, ticks(...new Set(steps))),
    );
    const only = buildGuide(stage.templates, []);
    assert.equal(next(only, notes, 'alex'), undefined);
  });

  it('of the whole guide, for any role, begins with the first stage', () => {
    for (const role of ROLE_VALUES) {
      assert.match(present(next(builtInGuide(), [], 'alex', coupleOf(role, role))), /^name-the-betrayal\//);
    }
  });
});

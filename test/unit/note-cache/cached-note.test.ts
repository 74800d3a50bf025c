import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cachedNote, noteOfCache } from '../../../src/core/note-cache/cached-note';
import type { CachedNote } from '../../../src/core/note-cache/cached-note';
import { readShard, shardBytes } from '../../../src/core/note-cache/shard';
import type { CacheEntry } from '../../../src/core/note-cache/shard';
import type { Note } from '../../../src/core/note';
import { NotePaths, notePath } from '../../../src/core/note-path';
import type { NoteName } from '../../../src/core/note-path';
import type { Template } from '../../../src/core/template';
import { anyText, runs } from '../arbitraries';
import { builtInGuide, bytesOf, noteAt, present } from '../samples';

const { templates } = builtInGuide();
const PATHS = new NotePaths(templates, ['alex', 'sam']);
const CANARY = 'Zugvogel';
const VERSION = 'v1';

function namesOf(path: string): readonly [NoteName, ...NoteName[]] {
  const [first, ...rest] = PATHS.match(path);
  return [present(first), ...rest];
}

/** As the index does. */
function kept(note: Note): CachedNote | undefined {
  return cachedNote(note, namesOf(note.path), (path) => PATHS.match(path).length > 0);
}

function made(path: string, cached: CachedNote): Note | undefined {
  const { undated, date } = PATHS.matchUndated(path);
  return noteOfCache(path, cached, undated, date);
}

/** What a writer does to a note that began from its template. */
const changes = fc.record({
  template: fc.constantFrom(...templates),
  isTicked: fc.boolean(),
  isPrivate: fc.boolean(),
  values: fc.array(fc.oneof(fc.integer({ min: -1, max: 11 }).map(String), fc.constantFrom('', '3.5', CANARY)), {
    minLength: 5,
    maxLength: 5,
  }),
  fields: fc.array(fc.constantFrom('', 'away', 'yes', CANARY, 'setback', '2026-11-23-setback-alex'), {
    minLength: 3,
    maxLength: 3,
  }),
  more: fc.constantFrom('', 'word-ahead: heavy\n', `${CANARY}: 1\n`, `title: ${CANARY}\n`),
  replaced: fc.constantFrom('', 'label', 'heading', 'prose', 'step'),
});

interface Change {
  readonly isTicked: boolean;
  readonly isPrivate: boolean;
  readonly values: readonly string[];
  readonly fields: readonly string[];
  readonly more: string;
  readonly replaced: string;
}

function written(template: Template, change: Change) {
  const { numbers, fields } = template;
  const path = notePath(template.path, { date: '2026-11-23', partner: 'alex', isPrivate: change.isPrivate });
  const head = [
    template.role === undefined ? '' : `role: ${template.role}\n`,
    ...numbers.map(({ name }, index) => `${name}: ${change.values[index % 5] ?? ''}\n`),
    ...fields.map(
      ({ name, value }, index) => `${name}: ${(index > 0 ? change.fields[index % 3] : undefined) ?? value}\n`,
    ),
    change.more,
  ].join('');
  const body = change.isTicked ? template.body.replace('- [ ]', '- [x]') : template.body;
  const replacements: Readonly<Record<string, readonly [RegExp, string]>> = {
    label: [/- \[(.)\] .*? <!--/, `- [$1] ${CANARY} <!--`],
    heading: [/^## .*$/m, `## ${CANARY}`],
    prose: [/$/, `\n\n${CANARY}\n`],
    step: [/$/, `\n\n- [ ] a <!-- step: ${CANARY.toLowerCase()} -->\n`],
  };
  const [pattern, replacement] = replacements[change.replaced] ?? [/^/, ''];
  const text = `---\ntemplate: ${template.id}\n${head}---\n${body.replace(pattern, replacement)}`;
  return { path, note: noteAt(templates, path, text) };
}

describe('what the cache keeps of a note', () => {
  it('makes the same note again, or is nothing', () => {
    let count = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const { path, note } = written(change.template, change);
        const cached = kept(note);
        if (cached) {
          count += 1;
          const entry = { stamp: { modified: 1.5, changed: 2, size: 3 }, cached };
          const read = readShard(shardBytes(new Map([[path, entry]]), VERSION), VERSION);
          assert.deepEqual(read, new Map([[path, entry]]));
          assert.deepEqual(made(path, present(read.get(path)).cached), note);
        }
      }),
      runs(500),
    );
    assert.ok(count > 50, `only ${String(count)} were kept`);
  });

  it('is every entry as it begins from its template, and as it is ticked', () => {
    for (const template of templates.filter(({ kind, id }) => kind === 'entry' && id !== 'signature')) {
      for (const isTicked of [true, false]) {
        const usual = { isTicked, isPrivate: false, values: [], fields: [], more: '', replaced: '' };
        const { note } = written(template, usual);
        assert.ok(kept(note), template.id);
      }
    }
  });

  it('has no word of the writer in it, wherever it stood', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 20 }), (all) => {
        const entries = new Map<string, CacheEntry>();
        for (const change of all) {
          const { path, note } = written(change.template, change);
          const cached = kept(note);
          if (cached) {
            entries.set(path, { stamp: { modified: 1, changed: 1, size: 1 }, cached });
          }
        }
        const text = new TextDecoder().decode(shardBytes(entries, VERSION)).toLowerCase();
        assert.ok(!text.includes(CANARY.toLowerCase()));
        assert.ok(!text.includes('private/'));
      }),
      runs(100),
    );
  });

  it('is nothing of a private note', () => {
    const path = 'private/6-kindness/2026-11-23-alex.md';
    const text = '---\ntemplate: kindness\n---\n';
    assert.equal(kept(noteAt(templates, path, text)), undefined);
    const shared = kept(noteAt(templates, '6-kindness/2026-11-23-alex.md', text));
    assert.equal(made(path, present(shared)), undefined);
  });

  it('is nothing of a note with a problem, with a wording, in conflict or unreadable', () => {
    for (const [path, text] of [
      ['6-kindness/2026-11-23-alex.md', '---\nodd: 1\n---\n'],
      ['6-kindness/2026-11-23-alex.md', '<<<<<<< HEAD\n'],
      ['6-kindness/2026-11-23-alex.md', '\0'],
      ['3-commitment/together.md', '---\ntemplate: commitment-together\n---\n'],
    ] as const) {
      assert.equal(kept(noteAt(templates, path, text)), undefined);
    }
  });

  it('is refused where it does not fit the guide', () => {
    const path = '5-check-ins/2026-11-23-alex.md';
    const note = noteAt(templates, path, '---\ntemplate: check-in\ntrust: 3\n---\n');
    const cached = present(kept(note));
    for (const broken of [
      { templateId: 'kindness' },
      { role: 'king' },
      { wordAhead: CANARY },
      { steps: 'nothing:1' },
      { steps: 'numbers:24' },
      { numbers: ['other'] },
      { numbers: [] },
      { fields: [['turned', 'away']] },
    ] as const) {
      assert.equal(made(path, { ...cached, kind: { ...cached.kind, ...broken } }), undefined);
    }
    for (const numbers of [[11], [NaN], [], [3, 3]]) {
      assert.equal(made(path, { ...cached, numbers }), undefined);
    }
    assert.deepEqual(made(path, cached), note);
    assert.equal(made('5-check-ins/no-name.md', cached), undefined);
  });

  it('is a field that names a note of the guide, and none that only looks like one', () => {
    const path = '9-path/2026-11-23-repair-alex.md';
    const repair = (of: string): CachedNote | undefined =>
      kept(noteAt(templates, path, `---\ntemplate: moment-repair\nmoment: repair\nrepairs: ${of}\n---\n`));
    assert.deepEqual(
      new Map(repair('2026-11-20-setback-sam.md')?.kind.fields).get('repairs'),
      '2026-11-20-setback-sam.md',
    );
    for (const other of [`2026-11-20-${CANARY}.md`, `2026-11-20-setback-${CANARY}.md`, '../private/9-path/x.md']) {
      assert.equal(repair(other), undefined, other);
    }
  });
});

describe('a shard of the cache', () => {
  const path = '5-check-ins/2026-11-23-alex.md';
  const note = noteAt(templates, path, '---\ntemplate: check-in\ntrust: 3\n---\n');
  const cached = present(kept(note));
  const whole = shardBytes(new Map([[path, { stamp: { modified: 1, changed: 2, size: 3 }, cached }]]), VERSION);

  it('is read wherever in memory it lies', () => {
    for (let before = 0; before < 9; before += 1) {
      const within = Buffer.concat([new Uint8Array(before), whole, new Uint8Array(7)]);
      assert.deepEqual(readShard(within.subarray(before, before + whole.length), VERSION), readShard(whole, VERSION));
    }
  });

  it('of another version is thrown away', () => {
    assert.equal(readShard(whole, 'v2'), undefined);
  });

  it('that is half written, or has any byte changed, is thrown away', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(whole);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        assert.equal(readShard(changed, VERSION), undefined);
        assert.equal(readShard(whole.subarray(0, at), VERSION), undefined);
      }),
      runs(500),
    );
  });

  it('of any other bytes is thrown away, also where they are signed', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.json(), fc.constantFrom('{}', '[]', 'null')), (text) => {
        assert.equal(readShard(bytesOf(text), VERSION), undefined);
        const wrapped = new TextDecoder().decode(whole).split('\n')[1];
        assert.ok(wrapped !== text);
      }),
      runs(300),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cachedNote, noteOfCache } from '../../../src/core/note-cache/cached-note';
import { readShard, shardBytes } from '../../../src/core/note-cache/shard';
import type { CacheEntry } from '../../../src/core/note-cache/shard';
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
    let kept = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const { path, note } = written(change.template, change);
        const cached = cachedNote(note, namesOf(path));
        if (cached) {
          kept += 1;
          const entry = { stamp: { modified: 1.5, changed: 2, size: 3 }, cached };
          const read = readShard(shardBytes(new Map([[path, entry]]), VERSION), VERSION);
          assert.deepEqual(read, new Map([[path, entry]]));
          assert.deepEqual(noteOfCache(path, present(read.get(path)).cached, namesOf(path)), note);
        }
      }),
      runs(500),
    );
    assert.ok(kept > 50, `only ${String(kept)} were kept`);
  });

  it('is every entry as it begins from its template, and as it is ticked', () => {
    for (const template of templates.filter(({ kind, id }) => kind === 'entry' && id !== 'signature')) {
      for (const isTicked of [true, false]) {
        const usual = { isTicked, isPrivate: false, values: [], fields: [], more: '', replaced: '' };
        const { path, note } = written(template, usual);
        assert.ok(cachedNote(note, namesOf(path)), template.id);
      }
    }
  });

  it('has no word of the writer in it, wherever it stood', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 20 }), (all) => {
        const entries = new Map<string, CacheEntry>();
        for (const change of all) {
          const { path, note } = written(change.template, change);
          const cached = cachedNote(note, namesOf(path));
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
    assert.equal(cachedNote(noteAt(templates, path, text), namesOf(path)), undefined);
    const shared = cachedNote(noteAt(templates, '6-kindness/2026-11-23-alex.md', text), namesOf(path));
    assert.equal(noteOfCache(path, present(shared), namesOf(path)), undefined);
  });

  it('is nothing of a note with a problem, with a wording, in conflict or unreadable', () => {
    for (const [path, text] of [
      ['6-kindness/2026-11-23-alex.md', '---\nodd: 1\n---\n'],
      ['6-kindness/2026-11-23-alex.md', '<<<<<<< HEAD\n'],
      ['6-kindness/2026-11-23-alex.md', '\0'],
      ['3-commitment/together.md', '---\ntemplate: commitment-together\n---\n'],
    ] as const) {
      assert.equal(cachedNote(noteAt(templates, path, text), namesOf(path)), undefined);
    }
  });

  it('is refused where it does not fit the guide', () => {
    const path = '5-check-ins/2026-11-23-alex.md';
    const note = noteAt(templates, path, '---\ntemplate: check-in\ntrust: 3\n---\n');
    const cached = present(cachedNote(note, namesOf(path)));
    for (const broken of [
      { templateId: 'kindness' },
      { role: 'king' },
      { wordAhead: CANARY },
      { steps: 'nothing:1' },
      { steps: 'numbers:24' },
      { numbers: [['trust', 11]] },
      { numbers: [['other', 1]] },
      { fields: [['turned', 'away']] },
    ] as const) {
      assert.equal(noteOfCache(path, { ...cached, ...broken }, namesOf(path)), undefined);
    }
  });
});

describe('a shard of the cache', () => {
  const path = '5-check-ins/2026-11-23-alex.md';
  const note = noteAt(templates, path, '---\ntemplate: check-in\ntrust: 3\n---\n');
  const cached = present(cachedNote(note, namesOf(path)));
  const whole = shardBytes(new Map([[path, { stamp: { modified: 1, changed: 2, size: 3 }, cached }]]), VERSION);

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

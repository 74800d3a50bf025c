import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isNotePattern, notePath, NotePaths } from '../../src/core/note-path';
import { date, runs, text } from './arbitraries';
import { builtInGuide, present, templateOf, withLines } from './samples';

const PARTNERS = ['alex', 'sam', 'zoe-maria', 'a', '7'] as const;

describe('paths of notes', () => {
  const allowed: readonly (readonly [path: string, kind: 'page' | 'entry', scope: 'each' | 'together'])[] = [
    ['4-honesty/${PARTNER_ID}.md', 'page', 'each'],
    ['4/together.md', 'page', 'together'],
    ['a/b/c/${DATE}-x_${PARTNER_ID}.md', 'entry', 'each'],
    ['5/${DATE}.md', 'entry', 'together'],
  ];
  for (const [path, kind, scope] of allowed) {
    it(`can be ${path}`, () => {
      assert.equal(isNotePattern(path, kind, scope), true);
    });
  }

  const refused: readonly (readonly [path: string, kind: 'page' | 'entry', scope: 'each' | 'together'])[] = [
    ['together.md', 'page', 'together'],
    ['../4/together.md', 'page', 'together'],
    ['4/../together.md', 'page', 'together'],
    ['/4/together.md', 'page', 'together'],
    ['C:/together.md', 'page', 'together'],
    ['4\\together.md', 'page', 'together'],
    ['4//together.md', 'page', 'together'],
    ['./together.md', 'page', 'together'],
    ['.git/together.md', 'page', 'together'],
    ['.kintsugi/together.md', 'page', 'together'],
    ['4/together', 'page', 'together'],
    ['4/together.txt', 'page', 'together'],
    ['4/.md', 'page', 'together'],
    ['4/a b.md', 'page', 'together'],
    ['4/ä.md', 'page', 'together'],
    ['4/together.md\n', 'page', 'together'],
    ['4/con.md', 'page', 'together'],
    ['4/NUL.md', 'page', 'together'],
    ['aux/together.md', 'page', 'together'],
    ['private/together.md', 'page', 'together'],
    ['Private/together.md', 'page', 'together'],
    ['4/${NAME}.md', 'page', 'together'],
    ['${DATE}/together.md', 'page', 'together'],
    ['4/together.md', 'page', 'each'],
    ['4/${PARTNER_ID}.md', 'page', 'together'],
    ['4/${PARTNER_ID}-${PARTNER_ID}.md', 'page', 'each'],
    ['4/together.md', 'entry', 'together'],
    ['4/${PARTNER_ID}-${DATE}.md', 'entry', 'each'],
    ['4/${DATE}-${DATE}.md', 'entry', 'together'],
  ];
  for (const [path, kind, scope] of refused) {
    it(`cannot be ${JSON.stringify(path)} for ${kind}, ${scope}`, () => {
      assert.equal(isNotePattern(path, kind, scope), false);
    });
  }

  it('are told from anything that leads out', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('page' as const, 'entry' as const),
        fc.constantFrom('each' as const, 'together' as const),
        (path, kind, scope) => {
          if (isNotePattern(path, kind, scope)) {
            assert.match(path, /^[\w-]+(?:\/[\w-]+)*\/[\w${}-]+\.md$/);
          }
        },
      ),
      runs(300),
    );
  });

  it('lead back to the template, the partner, the day and the number they were made from', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,6}$/);
    const isPlain = (value: string): boolean =>
      isNotePattern(`${value}/x.md`, 'page', 'together') && isNotePattern(`x/${value}.md`, 'page', 'together');
    const folder = fc.array(word.filter(isPlain), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(
        fc.record({
          folder,
          word,
          each: fc.boolean(),
          entry: fc.boolean(),
          isPrivate: fc.boolean(),
          date,
          sequence: fc.integer({ min: 1, max: 9999 }),
        }),
        fc.constantFrom(...PARTNERS),
        (made, partner) => {
          const name = `${made.entry ? '${DATE}-' : ''}${made.word}${made.each ? '-${PARTNER_ID}' : '-x'}.md`;
          const [kind, scope] = [made.entry ? 'entry' : 'page', made.each ? 'each' : 'together'] as const;
          const template = templateOf(
            't.md',
            withLines({ kind, scope, path: `${made.folder}/${name}`, neutral: '' }),
            [],
          );
          const sequence = made.entry ? made.sequence : 1;
          const path = notePath(template.path, { date: made.date, partner, isPrivate: made.isPrivate }, sequence);
          assert.deepEqual(new NotePaths([template], PARTNERS).match(path), [
            {
              template,
              isPrivate: made.isPrivate,
              partner: made.each ? partner : undefined,
              date: made.entry ? made.date : undefined,
              sequence,
            },
          ]);
        },
      ),
      runs(150),
    );
  });

  it('of the guide lead back, in both ways to name files', () => {
    const { templates } = builtInGuide();
    const paths = new NotePaths(templates, PARTNERS);
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.constantFrom(...PARTNERS),
        date,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (template, partner, day, count, isPrivate) => {
          for (const pattern of [template.path, template.neutralPath]) {
            const sequence = template.kind === 'entry' ? count : 1;
            const names = paths.match(notePath(pattern, { date: day, partner, isPrivate }, sequence));
            const own = present(names.find((name) => name.template === template));
            assert.equal(names[0]?.template.id, template.id);
            assert.equal(own.partner, template.scope === 'each' ? partner : undefined);
            assert.equal(own.date, template.kind === 'entry' ? day : undefined);
            assert.equal(own.sequence, sequence);
            assert.equal(own.isPrivate, isPrivate);
          }
        },
      ),
      runs(300),
    );
  });

  const { templates } = builtInGuide();
  const paths = new NotePaths(templates, ['alex', 'sam']);
  for (const path of [
    'kintsugi.yaml',
    'README.md',
    '5-check-ins/readme.md',
    '5-check-ins/2026-02-30-alex.md',
    '5-check-ins/2026-11-23-kim.md',
    '5-check-ins/2026-11-23-alex-1.md',
    '5-check-ins/2026-11-23-alex-02.md',
    '5-check-ins/2026-11-23-alex.md.orig',
    '4-honesty/alex-2.md',
    '4-honesty/sub/alex.md',
    '5-check-ins/2026-11-23-Alex.md',
    'private/private/4-honesty/alex.md',
    '',
    'private',
    'private/',
    '/4-honesty/alex.md',
    '../4-honesty/alex.md',
    '4-honesty\\alex.md',
  ]) {
    it(`of other files, such as ${JSON.stringify(path)}, are not notes`, () => {
      assert.deepEqual(paths.match(path), []);
    });
  }

  it('tell a day that is part of a template’s name, or of an id, from the day of a note', () => {
    const [page, entry, own] = [
      templateOf('a.md', withLines({ kind: 'page', scope: 'together', path: '9/2026-11-23-x.md', neutral: '' }), []),
      templateOf('b.md', withLines({ kind: 'entry', scope: 'together', path: '9/${DATE}-x.md', neutral: '' }), []),
      templateOf('c.md', withLines({ kind: 'page', scope: 'each', path: '9/${PARTNER_ID}.md', neutral: '' }), []),
    ];
    const named = (path: string, ids: readonly string[]): readonly unknown[] => {
      const some = new NotePaths([page, entry, own], ids);
      // Whatever it was asked for before.
      some.match('9/2026-11-24-x.md');
      return some.match(path).map(({ template, date: day }) => [template, day]);
    };
    const both = [
      [page, undefined],
      [entry, '2026-11-23'],
    ];
    assert.deepEqual(named('9/2026-11-23-x.md', ['alex', 'sam']), both);
    assert.deepEqual(named('9/2026-11-22-x.md', ['alex', 'sam']), [[entry, '2026-11-22']]);
    assert.deepEqual(named('9/2026-11-23-x.md', ['2026-11-23-x', 'sam']), [...both, [own, undefined]]);
    assert.deepEqual(named('9/2026-11-22-x.md', ['2026-11-23-x', 'sam']), [[entry, '2026-11-22']]);
    assert.deepEqual(named('9/2026-02-30-x.md', ['2026-02-30-x', 'sam']), [[own, undefined]]);
  });

  it('say the same whenever they are asked for', () => {
    const often = new NotePaths(templates, PARTNERS);
    fc.assert(
      fc.property(fc.constantFrom(...templates), fc.constantFrom(...PARTNERS), date, (template, partner, day) => {
        const path = notePath(template.path, { date: day, partner, isPrivate: false });
        assert.deepEqual(often.match(path), new NotePaths(templates, PARTNERS).match(path));
      }),
      runs(300),
    );
  });

  it('never throw for any path', () => {
    fc.assert(
      fc.property(text, (path) => Array.isArray(paths.match(path)) && Array.isArray(paths.match(`private/${path}`))),
      runs(300),
    );
  });

  it('know the folders of the guide', () => {
    assert.ok(paths.folders().includes('5-check-ins') && paths.folders().includes('5'));
  });
});

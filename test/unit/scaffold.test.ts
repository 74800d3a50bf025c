import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Couple } from '../../src/core/couple';
import { readCouple } from '../../src/core/couple-file';
import { offersFor, stepsOf } from '../../src/core/guide';
import { notePath } from '../../src/core/note-path';
import type { Role } from '../../src/core/role';
import { scaffoldNote, yamlScalar } from '../../src/core/scaffold';
import type { Template } from '../../src/core/template';
import { anyText, grammarText, runs, text } from './arbitraries';
import { builtInGuide, bytesOf, coupleOf, noteAt, present, templateOf, withLines } from './samples';

const DATE = '2026-11-23';
const GUIDE = builtInGuide();
const NAMES = [
  'Alex',
  '<!-- step: evil -->',
  '<!--',
  '`',
  '```',
  '- [ ] x <!-- step: y -->',
  '${PARTNER} $0',
  '---',
  '<<<<<<< HEAD',
  '[x](y)',
  '**',
  '# a',
  '<div>',
  '😀',
  'علي',
  '&amp;',
  '\\',
  '*/',
  '> ',
];

/** The couple as kintsugi.yaml gives it, whatever the names are. */
function named(alex: string, sam: string, names: Couple['names']): Couple {
  const partners = `[{ id: alex, name: ${JSON.stringify(alex)} }, { id: sam, name: ${JSON.stringify(sam)} }]`;
  return present(readCouple(bytesOf(`partners: ${partners}\nnames: ${names}\n`)).couple);
}

/** Every note that the product can make for somebody, with its path. */
function everyNote(couple: Couple, role: Role) {
  const [partner] = couple.partners;
  return offersFor(GUIDE.templates, role).map(({ variants }) => {
    const [first] = variants;
    const pattern = couple.names === 'neutral' ? first.neutralPath : first.path;
    const values = { date: DATE, partner: partner.id, isPrivate: first.privacy === 'private' };
    return {
      variants,
      path: notePath(pattern, values),
      scaffolded: scaffoldNote({ variants, role, couple, partner, date: DATE }),
    };
  });
}

function scaffoldOne(variants: readonly [Template, ...Template[]], role: Role = 'hurt') {
  const couple = coupleOf();
  return scaffoldNote({ variants, role, couple, partner: couple.partners[0], date: DATE });
}

describe('a new note', () => {
  it('has flat front matter, and its body with the variables put in', () => {
    const lines = withLines({
      kind: 'entry',
      path: '5/${DATE}-${PARTNER_ID}.md',
      neutral: '',
      fields: '\n  moment: a setback\n  repairs: # the name of a note',
      numbers: '{ trust: { min: 0, max: 10, low: "none: at all", high: "full # trust" } }',
    });
    const template = {
      ...templateOf('t.hurt.md', lines, []),
      body: '\n# $DATE by ${PARTNER} to ${OTHER_PARTNER}\n\n$0 \\$5\n\n',
    };
    const head =
      '---\ntemplate: t\nrole: hurt\npartner: alex\ndate: 2026-11-23\nmoment: "a setback"\nrepairs: # the name of a note\n' +
      'trust: # 0 none: at all, 10 full # trust\n---\n\n';
    const note = scaffoldOne([template]);
    assert.equal(note.text, `${head}# 2026-11-23 by Alex to Sam\n\n $5\n`);
    assert.equal(note.cursor, head.length + '# 2026-11-23 by Alex to Sam\n\n'.length);
  });

  it('has no partner where it is shared, no role where the template has none, no day where it is a page', () => {
    const template = templateOf('t.md', withLines({ scope: 'together', path: '4/together.md', neutral: '' }), []);
    assert.match(scaffoldOne([template]).text, /^---\ntemplate: t\n---\n\n# A page\n$/);
  });

  it('for both roles has each step and each opening once', () => {
    const hurt = templateOf('t.hurt.md', withLines({ fields: '{ a: b }' }), ['both', 'hurt']);
    const broke = templateOf('t.broke-trust.md', withLines({ fields: '{ a: c, d: e }' }), ['both', 'broke']);
    const note = scaffoldOne([hurt, broke], 'both').text;
    assert.deepEqual(
      [...note.matchAll(/step: ([\w-]+)/g)].map(([, id]) => id),
      ['both', 'hurt', 'broke'],
    );
    assert.equal(note.split('# A page').length, 2);
    assert.match(note, /^---\ntemplate: t\nrole: both\npartner: alex\na: b\nd: e\n---\n/);
  });

  it('says the id of a template that looks like a number', () => {
    const template = templateOf('007.md', withLines({}), []);
    assert.equal(noteAt([template], '4-honesty/alex.md', scaffoldOne([template]).text).templateId, '007');
    assert.match(scaffoldOne([template]).text, /^---\ntemplate: "007"\n/);
  });

  for (const names of ['telling', 'neutral'] as const) {
    for (const role of ['hurt', 'broke-trust', 'both', 'unsaid'] as const) {
      it(`of any template, for ${role}, named ${names}, reads without a problem, with every step open and once, for any names`, () => {
        const name = fc.oneof(fc.constantFrom(...NAMES), grammarText, anyText);
        fc.assert(
          fc.property(name, name, (alex, sam) => {
            for (const { variants, path, scaffolded } of everyNote(named(alex, sam, names), role)) {
              const note = noteAt(GUIDE.templates, path, scaffolded.text);
              assert.deepEqual(note.problems, [], path);
              assert.equal(note.templateId, variants[0].id);
              assert.equal(note.role, variants[0].role === undefined ? undefined : role);
              assert.deepEqual(
                note.steps.map(({ id }) => id),
                stepsOf(variants).map(({ id }) => id),
                path,
              );
              assert.ok(note.steps.every(({ ticked }) => !ticked));
              assert.ok(scaffolded.cursor === undefined || scaffolded.cursor <= scaffolded.text.length);
            }
          }),
          runs(4),
        );
      });
    }
  }

  it('is the same for the same day and names, and ends with one line end', () => {
    for (const { scaffolded } of everyNote(coupleOf(), 'both').filter(({ variants: [first] }) => first.offered)) {
      assert.match(scaffolded.text, /\n$/);
      assert.ok(!scaffolded.text.includes('${'));
    }
    assert.deepEqual(everyNote(coupleOf(), 'both'), everyNote(coupleOf(), 'both'));
  });

  it('never throws, whatever the names and the template', () => {
    const [alex, sam] = coupleOf().partners;
    fc.assert(
      fc.property(text, text, text, (one, two, body) => {
        const couple: Couple = {
          ...coupleOf(),
          partners: [
            { ...alex, name: one },
            { ...sam, name: two },
          ],
        };
        const template = { ...templateOf('t.md', withLines({}), []), body };
        const note = scaffoldNote({
          variants: [template],
          role: 'both',
          couple,
          partner: couple.partners[0],
          date: DATE,
        });
        assert.ok(note.text.startsWith('---\ntemplate: t\npartner: alex\n---\n\n'));
      }),
      runs(200),
    );
  });
});

describe('a YAML scalar', () => {
  it('reads back as the very text', () => {
    const words = fc.constantFrom(
      'null',
      'Null',
      '~',
      'true',
      'yes',
      'No',
      'on',
      '1',
      '1e3',
      '0x1f',
      '.nan',
      '2026-11-23',
      '2026-99-99',
      '- a',
      'a: b',
      'a # b',
      '"',
      "'",
      '&a',
      '*a',
      '!a',
      '%a',
      '@a',
      '`',
      '',
      ' ',
      'a ',
      '\ta',
      'a.',
      'a-',
      '---',
      '...',
      '\u2028',
      '\u0085',
      '\u007f',
      '\uFEFF',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.oneof(words, text, fc.string({ unit: 'binary' }), fc.string()), (value) => {
        const written = yamlScalar(value);
        assert.deepEqual(parse(`a: ${written}\nb: 1\n`, { schema: 'core' }), { a: value, b: 1 });
        assert.ok(!/[\r\n]/.test(written));
      }),
      runs(600),
    );
  });

  it('is plain where it can be', () => {
    assert.deepEqual(['setback', '2026-11-23', 'a.b-c', 'no', 'a b'].map(yamlScalar), [
      'setback',
      '2026-11-23',
      'a.b-c',
      '"no"',
      '"a b"',
    ]);
  });
});

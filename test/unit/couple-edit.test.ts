import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Couple } from '../../src/core/couple';
import { coupleText, roleEdit } from '../../src/core/couple-edit';
import { readCouple } from '../../src/core/couple-file';
import type { Role } from '../../src/core/role';
import { anyText, date, grammarText, runs } from './arbitraries';
import { bytesOf, coupleOf, present, ROLE_VALUES } from './samples';

const word = fc
  .oneof(anyText, grammarText, fc.constantFrom('null', 'yes', '7', '2026-11-23', 'a, b', '[a]', '# a'))
  .map((name) => name.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim())
  .filter((name) => name !== '');
const role = fc.constantFrom(...ROLE_VALUES);

const couple: fc.Arbitrary<Couple> = fc
  .record({
    people: fc.tuple(
      fc.record({ name: word, role, git: fc.array(word, { maxLength: 2 }) }),
      fc.record({ name: word, role, git: fc.array(word, { maxLength: 2 }) }),
    ),
    began: fc.option(date, { nil: undefined }),
    language: fc.constantFrom('en', 'de', 'no', 'zh-Hant'),
    names: fc.constantFrom('telling' as const, 'neutral' as const),
  })
  .map(({ people: [alex, sam], ...rest }) => ({
    ...rest,
    partners: [
      { id: 'alex', ...alex },
      { id: 'sam', ...sam },
    ] as const,
  }));

/** The text with one partner's role changed. */
function changed(text: string, partner: string, to: Role): string {
  const edit = present(roleEdit(text, partner, to));
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const rolesIn = (text: string): readonly Role[] =>
  present(readCouple(bytesOf(text)).couple).partners.map((partner) => partner.role);

describe('writing kintsugi.yaml', () => {
  it('gives a file that reads back as the same couple', () => {
    fc.assert(
      fc.property(couple, (written) => {
        assert.deepEqual(readCouple(bytesOf(coupleText(written, 'Our notes.\nTwo lines'))), {
          couple: written,
          problems: [],
        });
      }),
      runs(200),
    );
  });

  it('keeps its comment on one line', () => {
    assert.match(coupleText(coupleOf(), 'One\ntwo'), /^# One two\nversion: 1\n/);
  });
});

describe('changing a role', () => {
  it('changes that role alone, whatever the file looks like', () => {
    const lineEnd = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(
        couple,
        role,
        lineEnd,
        fc.boolean(),
        fc.constantFrom('alex', 'sam'),
        (written, to, end, mark, who) => {
          const text = `${mark ? '\uFEFF' : ''}${coupleText(written, 'Ours').replaceAll('\n', end)}`;
          const expected = {
            ...written,
            partners: written.partners.map((partner) => (partner.id === who ? { ...partner, role: to } : partner)),
          };
          assert.deepEqual(readCouple(bytesOf(changed(text, who, to))), { couple: expected, problems: [] });
        },
      ),
      runs(200),
    );
  });

  const layouts: readonly (readonly [title: string, text: string])[] = [
    ['comments', '# ours\npartners: # us\n  - id: alex # me\n    role: hurt # for now\n  - id: sam # you\n'],
    ['flow maps that say it', 'partners: [{ id: alex, role: hurt }, { id: sam, role: both }]\n'],
    ['no final line end', 'partners:\n  - id: alex\n  - id: sam'],
    ['quotes', 'partners:\n- "id": "alex"\n  role: "hurt"\n- role: both\n  id: \'sam\'\n'],
    [
      'other keys first',
      'partners:\n  - name: Alex\n    id: alex\n  - name: Sam\n    id: sam\n    git: [a]\nnames: neutral\n',
    ],
  ];
  for (const [title, text] of layouts) {
    it(`keeps every other byte with ${title}`, () => {
      for (const [index, who] of ['alex', 'sam'].entries()) {
        const before = rolesIn(text);
        const after = changed(text, who, 'broke-trust');
        assert.deepEqual(
          rolesIn(after),
          before.map((own, position) => (position === index ? 'broke-trust' : own)),
        );
        const edit = present(roleEdit(text, who, 'broke-trust'));
        assert.ok(after.startsWith(text.slice(0, edit.start)) && after.endsWith(text.slice(edit.end)));
      }
    });
  }

  for (const [title, text] of [
    ['somebody who is not there', 'partners:\n  - id: kim\n  - id: sam\n'],
    ['a flow map that does not say it', 'partners: [{ id: alex }, { id: sam }]\n'],
    ['a conflict', 'partners:\n  - id: alex\n  - id: sam\n<<<<<<< HEAD\n'],
    ['what is not YAML', 'partners:\n  - id: alex\n    role: hurt\n  - id: sam\nnames: [\n'],
    ['aliases', 'partners:\n  - id: alex\n    role: &a hurt\n  - id: sam\n    role: *a\n'],
    ['nothing', ''],
  ] as const) {
    it(`is refused for ${title}`, () => {
      assert.equal(roleEdit(text, 'alex', 'both'), undefined);
    });
  }

  it('never throws', () => {
    const text = 'partners:\n  - id: alex\n    role: hurt\n  - id: sam\n';
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(8), grammarText, role, (at, gone, put, to) => {
        const edited = text.slice(0, at) + put + text.slice(at + gone);
        const edit = roleEdit(edited, 'alex', to);
        assert.ok(edit === undefined || (edit.start <= edit.end && edit.end <= edited.length));
      }),
      runs(300),
    );
  });
});

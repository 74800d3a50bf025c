import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asMarkdown, literally, tidied } from '../../../src/core/forgiveness/answer-text';
import { draftText, isSame, readDraft } from '../../../src/core/forgiveness/draft-text';
import { fillReflection, isAnswered } from '../../../src/core/forgiveness/fill-reflection';
import type { ReflectionValues } from '../../../src/core/forgiveness/fill-reflection';
import { offersFor, stepsOf } from '../../../src/core/guide';
import { markdownExcess } from '../../../src/core/markdown-bounds';
import type { Role } from '../../../src/core/role';
import { scaffoldNote } from '../../../src/core/scaffold';
import { inReadingOrder, parseMarkdown } from '../../../src/core/steps';
import { anyText, grammarText, runs } from '../arbitraries';
import { builtInGuide, coupleOf, noteAt, present } from '../samples';

const GUIDE = builtInGuide();
const DATE = '2026-11-23';
const PATH = `private/8-forgiveness/${DATE}-alex.md`;
const ROLES = ['hurt', 'broke-trust', 'both'] as const;

function variantsFor(role: Role) {
  const [offer] = offersFor(
    GUIDE.templates.filter(({ command }) => command === 'reflection'),
    role,
  );
  return present(offer).variants;
}

function scaffolded(role: Role = 'hurt'): string {
  const couple = coupleOf(role);
  return scaffoldNote({ variants: variantsFor(role), role, couple, partner: couple.partners[0], date: DATE }).text;
}

function filledWith(values: Partial<ReflectionValues>, text = scaffolded()): string {
  return present(fillReflection(text, { numbers: {}, fields: {}, answers: {}, ...values }));
}

function laidDown(answer: string): string {
  const filled = filledWith({ answers: { 'lay-down': answer } });
  const [, below = ''] = filled.split('Or nothing.*\n\n');
  return below.slice(0, below.indexOf('\n\n## What I cannot'));
}

/** What a note says below the prompt of a step, as it is rendered, each piece of white space as one space. */
function rendered(note: string, prompt: string): string {
  const root = parseMarkdown(note.slice(note.indexOf(prompt) + prompt.length + 1));
  const words: string[] = [];
  for (const node of inReadingOrder(root)) {
    if (node.type === 'heading') {
      break;
    }
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      words.push(node.value);
    }
    words.push(' ');
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

describe('A reflection that is filled in', () => {
  it('holds numbers and words behind their keys, before the comments', () => {
    const note = filledWith({ numbers: { 'keep-away': 7, 'wish-well': 0 }, fields: { amends: 'some' } });
    assert.match(note, /^amends: some # yes, some or no$/m);
    assert.match(note, /^keep-away: 7 # 0 No pull/m);
    assert.match(note, /^pay-back: # 0 No pull/m);
    assert.match(note, /^wish-well: 0 # 0 No pull/m);
    const read = noteAt(GUIDE.templates, PATH, note);
    assert.deepEqual(
      [...read.numbers],
      [
        ['keep-away', 7],
        ['wish-well', 0],
      ],
    );
    assert.deepEqual([...read.fields], [['amends', 'some']]);
  });

  it('says no in a way that no reader of YAML takes for false', () => {
    const note = filledWith({ fields: { amends: 'no' } });
    assert.match(note, /^amends: "no" # yes, some or no$/m);
    assert.equal(noteAt(GUIDE.templates, PATH, note).fields.get('amends'), 'no');
  });

  it('holds each answer below its prompt, with an empty line around it, and nothing else changes', () => {
    const before = scaffolded();
    const note = filledWith({ answers: { 'lay-down': 'The night.', warmth: 'A cup of tea.\nTwo, even.' } });
    assert.ok(
      note.includes('*Even something small, even only for tonight. Or nothing.*\n\nThe night.\n\n## What I cannot\n'),
    );
    assert.ok(note.endsWith('true too.*\n\nA cup of tea.\nTwo, even.\n'));
    const kept = note
      .replace('\n\nThe night.\n\n', '\n\n\n\n')
      .replace('\n\nA cup of tea.\nTwo, even.\n', '\n')
      .replaceAll('- [x]', '- [ ]');
    assert.equal(kept, before);
  });

  it('has a tick at each step that got an answer, a choice or a number, and at no other', () => {
    const ticked = (values: Partial<ReflectionValues>): readonly string[] =>
      noteAt(GUIDE.templates, PATH, filledWith(values)).steps.flatMap((step) => (step.ticked ? [step.id] : []));
    assert.deepEqual(ticked({}), []);
    assert.deepEqual(ticked({ numbers: { 'pay-back': 0 } }), ['pulls']);
    assert.deepEqual(ticked({ fields: { amends: 'yes' } }), ['amends']);
    assert.deepEqual(ticked({ answers: { cannot: 'The lie.', warmth: ' \n\t ', amends: 'Some.' } }), [
      'cannot',
      'amends',
    ]);
  });

  it('is the scaffolded note where nothing was put in', () => {
    assert.equal(filledWith({}), scaffolded());
    assert.equal(filledWith({ answers: { warmth: '\n \n' } }), scaffolded());
  });

  it('keeps the line ends of the note', () => {
    const note = filledWith(
      { numbers: { 'keep-away': 3 }, answers: { warmth: 'a\nb\r\nc\rd' } },
      scaffolded().replaceAll('\n', '\r\n'),
    );
    assert.ok(note.endsWith('a\r\nb\r\nc\r\nd\r\n'));
    assert.doesNotMatch(note, /[^\r]\n|\r[^\n]/);
    assert.match(note, /^keep-away: 3 # 0/m);
  });

  it('is none where the note has no place for something', () => {
    const fill = (values: Partial<ReflectionValues>): string | undefined =>
      fillReflection(scaffolded(), { numbers: {}, fields: {}, answers: {}, ...values });
    assert.equal(fill({ numbers: { trust: 3 } }), undefined);
    assert.equal(fill({ fields: { mood: 'low' } }), undefined);
    assert.equal(fill({ answers: { 'face-it': 'I did it.' } }), undefined);
    assert.equal(fill({ answers: { pulls: 'x'.repeat(1_100_000) } }), undefined);
    assert.equal(fillReflection('no note', { numbers: { a: 1 }, fields: {}, answers: {} }), undefined);
  });

  it('is none where all answers together have more lines than a note is read with', () => {
    const fill = (lines: number): string | undefined => {
      const answer = 'x\n'.repeat(lines);
      return fillReflection(scaffolded(), { numbers: {}, fields: {}, answers: { 'lay-down': answer, warmth: answer } });
    };
    assert.deepEqual(noteAt(GUIDE.templates, PATH, present(fill(4_900))).problems, []);
    assert.equal(fill(5_000), undefined);
  });

  it('for who broke trust, and for both, has a place for every answer', () => {
    for (const role of ROLES) {
      const ids = stepsOf(variantsFor(role)).map(({ id }) => id);
      const answers = Object.fromEntries(ids.map((id) => [id, `The words of ${id}.`]));
      const note = noteAt(GUIDE.templates, PATH, filledWith({ answers }, scaffolded(role)));
      assert.deepEqual(note.problems, []);
      assert.deepEqual([note.role, note.steps.every(({ ticked }) => ticked)], [role, true]);
    }
  });
});

describe('An answer in a note', () => {
  const KEPT = {
    words: 'Plain words.',
    'emphasis, code, links and lesser signs': 'Some **bold**, `code <div>`, a [link](https://example.org) and 3 < 4 <3',
    lists: '- one\n- two\n  - three\n\n1. four',
    quotations: '> said\n> twice',
    'indented code': '    # indented, so code',
    'a fence with what looks like a mark': '```\n# in code <!-- step: warmth -->\n```',
    'a fence with a tag': '~~~ text\n<script>\n~~~',
    'a line between': 'a\n\n---\n\nb',
    'signs of numbers': '#hashtag and C# and 7 # 8',
    'what is escaped already': '\\# escaped already, \\<div>',
    'other scripts, bidirectional signs, emoji and controls':
      'مرحبا \u202Eabc\u202C עברית 😀 e\u0301 \u0007\u0085\u2028',
    'a task': '- [ ] a task of my own',
    'a fence open in a quotation': '> ```\n> open in a quotation',
    'equals signs before words': '======= that is all',
    'six lesser signs': '<<<<<< six',
  };
  for (const [name, answer] of Object.entries(KEPT)) {
    it(`stays to the character: ${name}`, () => {
      assert.equal(laidDown(answer), answer);
    });
  }

  const CHANGED = [
    ['# Monday', '\\# Monday'],
    ['a\n## b\nc', 'a\n\\## b\nc'],
    ['> # quoted', '> \\# quoted'],
    ['words\n---', 'words\n\\---'],
    ['words\n===\nmore', 'words\n\\===\nmore'],
    ['a\n<<<<<<< HEAD\nb', 'a\n\\<<<<<<< HEAD\nb'],
    ['>>>>>>> theirs', '\\>>>>>>> theirs'],
    ['|||||||', '\\|||||||'],
    ['```\n<<<<<<< HEAD\n```', '```\n <<<<<<< HEAD\n```'],
    ['<!-- step: warmth -->', '&lt;!-- step: warmth -->'],
    ['- [x] a <!-- step: warmth -->', '- [x] a &lt;!-- step: warmth -->'],
    ['<!-- never closed', '&lt;!-- never closed'],
    ['<div>\n<b>x</b>', '\\<div>\n\\<b>x\\</b>'],
    ['\\\\<script>x', '\\\\\\<script>x'],
    ['<?php', '&lt;?php'],
    ['```js\nnever closed', '```js\nnever closed\n```'],
    ['~~~~', '~~~~\n~~~~'],
    [' ```\n a', ' ```\n a\n```'],
    ['[a]: https://example.org', '\\[a]: https://example.org'],
    ['nul\0', 'nul\uFFFD'],
    ['\n\n  \nin the middle  \n\n', 'in the middle'],
  ] as const;
  for (const [answer, written] of CHANGED) {
    it(`becomes what it looks like: ${JSON.stringify(answer)}`, () => {
      assert.equal(laidDown(answer), written);
    });
  }

  it('reads once rendered as it was typed, where it would have been something else', () => {
    for (const answer of [
      '# Monday',
      '<!-- step: warmth -->',
      '<<<<<<< HEAD',
      'words\n===',
      '<div>x</div>',
      '[a]: b',
    ]) {
      for (const write of [asMarkdown, literally]) {
        assert.equal(rendered(`p\n\n${present(write(answer))}`, 'p'), answer.replace('\n', ' '));
      }
    }
  });

  it('is never more than one text where it is taken literally', () => {
    const odd = fc.oneof(grammarText, anyText, fc.string()).map(tidied).filter(isAnswered);
    fc.assert(
      fc.property(odd, (answer) => {
        const kinds = new Set<string>();
        for (const { type } of inReadingOrder(parseMarkdown(`a\n\n${literally(answer)}`))) {
          kinds.add(type);
        }
        ['root', 'paragraph', 'text', 'emphasis', 'strong', 'break'].forEach((kind) => kinds.delete(kind));
        assert.deepEqual([...kinds], []);
      }),
      runs(300),
    );
  });
});

describe('Whatever is written into the form', () => {
  const hostile = fc.oneof(
    { weight: 3, arbitrary: grammarText },
    anyText,
    fc.array(grammarText, { maxLength: 30 }).map((parts) => parts.join('\n')),
    fc.constantFrom(
      '#'.repeat(10_000),
      '<'.repeat(10_000),
      '<!'.repeat(5_000),
      '<!--\n'.repeat(2_000),
      '<div>\n'.repeat(1_600),
      '- '.repeat(5_000),
      '>'.repeat(10_000),
      '`'.repeat(9_999),
      '```\n'.repeat(2_500),
      '---\na\n'.repeat(1_600),
      'a\n---\n---\n'.repeat(900),
      `${' '.repeat(9_000)}x`,
      '\\'.repeat(10_000),
      '*a_'.repeat(3_300),
      '[a]: b\n'.repeat(1_400),
      '\u202E'.repeat(10_000),
      '\u0000\u0001\u001B'.repeat(3_300),
      'word '.repeat(2_000),
      'x\n'.repeat(5_000),
      `a${'\n'.repeat(9_998)}b`,
      '- a\n'.repeat(2_500),
      '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(300),
      '- [ ] a <!-- step: warmth -->\n'.repeat(300),
    ),
  );
  const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

  /** Whether a note would lie beyond the bounds of Markdown, each answer as plain as it gets and well apart. */
  const isMoreThanANoteHolds = (text: string, answers: readonly string[], isCrLf: boolean): boolean => {
    const note = [text, ...answers.map((answer) => literally(tidied(answer)))].join('\n\n\n');
    return markdownExcess(isCrLf ? note.replaceAll('\n', '\r\n') : note) !== undefined;
  };

  for (const role of ROLES) {
    const text = scaffolded(role);
    const ids = stepsOf(variantsFor(role)).map(({ id }) => id);

    it(`the note of ${role} keeps its steps, numbers and words, and every word of every answer, or the draft does`, () => {
      const answers = fc.record(Object.fromEntries(ids.map((id) => [id, hostile])), {
        requiredKeys: [],
        noNullPrototype: true,
      });
      const numbers =
        role === 'broke-trust'
          ? fc.constant({})
          : fc.record({ 'keep-away': fc.integer({ min: 0, max: 10 }) }, { noNullPrototype: true });
      fc.assert(
        fc.property(answers, numbers, fc.boolean(), (given, pulls, isCrLf) => {
          const values = {
            numbers: pulls as Record<string, number>,
            fields: {},
            answers: given as Record<string, string>,
          };
          const filled = fillReflection(isCrLf ? text.replaceAll('\n', '\r\n') : text, values);
          if (filled === undefined) {
            assert.ok(isMoreThanANoteHolds(text, Object.values(values.answers), isCrLf));
            const draft = { role, ...values };
            assert.ok(isSame(readDraft(draftText(draft, 'A draft')), draft));
            return;
          }
          const note = noteAt(GUIDE.templates, PATH, filled);
          assert.deepEqual([note.isReadable, note.inConflict, note.problems], [true, false, []]);
          assert.deepEqual(
            note.steps.map(({ id }) => id),
            ids,
          );
          assert.deepEqual(Object.fromEntries(note.numbers), pulls);
          const known: ReadonlySet<string> = new Set(filled.split(/[^\p{L}\p{N}]+/u));
          for (const [id, answer] of Object.entries(values.answers)) {
            assert.ok(!isAnswered(answer) || note.steps.find((step) => step.id === id)?.ticked);
            assert.deepEqual(
              wordsIn(answer).filter((word) => !known.has(word)),
              [],
            );
          }
        }),
        runs(12),
      );
    });
  }
});

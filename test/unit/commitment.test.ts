import assert from 'node:assert/strict';
import { isOfAnotherWording, signatureOf, signers, signersOfAnotherWording } from '../../src/core/commitment';
import type { Note } from '../../src/core/note';
import { digestOf, wordingOf } from '../../src/core/wording-digest';
import { builtInGuide, coupleOf, noteAt, present } from './samples';

const { templates } = builtInGuide();
const PAGE =
  '---\ntemplate: commitment-together\n---\n\n# Our commitment\n\n- [x] The wording <!-- step: wording -->\n\nWe stay.\n';
const CHANGED = PAGE.replace('We stay.', 'We try.');

const page = (text: string): Note => noteAt(templates, '3-commitment/together.md', text);

/** A signature as the product writes it: the whole wording, and its digest. */
function signature(
  partner: string,
  date: string,
  more: { act?: string; of?: string; digest?: string; body?: string; sequence?: number } = {},
): Note {
  const wording = wordingOf(more.of ?? PAGE);
  const head = `template: signature\npartner: ${partner}\ndate: ${date}\nact: ${more.act ?? 'signed'}\ndigest: ${more.digest ?? digestOf(wording)}`;
  const suffix = more.sequence === undefined ? '' : `-${String(more.sequence)}`;
  return noteAt(
    templates,
    `3-commitment/${date}-commitment-${partner}${suffix}.md`,
    `---\n${head}\n---\n${more.body ?? wording}`,
  );
}

const stateOf = (notes: readonly Note[], text = PAGE): string => signatureOf(notes, page(text), 'alex').state;

describe('a signature', () => {
  it('reads without a problem', () => {
    assert.deepEqual(signature('alex', '2026-11-23').problems, []);
  });

  const cases: readonly (readonly [title: string, notes: readonly Note[], text: string, state: string])[] = [
    ['is not there', [], PAGE, 'none'],
    ['holds for the wording that was signed', [signature('alex', '2026-11-23')], PAGE, 'signed'],
    ['holds when ticks change', [signature('alex', '2026-11-23')], PAGE.replace('[x]', '[ ]'), 'signed'],
    [
      'holds on a system with other line ends',
      [signature('alex', '2026-11-23')],
      PAGE.replaceAll('\n', '\r\n'),
      'signed',
    ],
    ['belongs to the old wording after a change', [signature('alex', '2026-11-23')], CHANGED, 'signed-other-wording'],
    [
      'holds again when the old wording comes back',
      [signature('alex', '2026-11-23'), signature('sam', '2026-11-24', { of: CHANGED })],
      PAGE,
      'signed',
    ],
    [
      'is the latest one',
      [signature('alex', '2026-11-23'), signature('alex', '2026-11-24', { of: CHANGED })],
      CHANGED,
      'signed',
    ],
    [
      'is the latest one, in any order',
      [signature('alex', '2026-11-24', { of: CHANGED }), signature('alex', '2026-11-23')],
      CHANGED,
      'signed',
    ],
    [
      'is withdrawn',
      [signature('alex', '2026-11-23'), signature('alex', '2026-11-24', { act: 'withdrawn' })],
      PAGE,
      'withdrawn',
    ],
    [
      'is withdrawn on the same day',
      [signature('alex', '2026-11-23'), signature('alex', '2026-11-23', { act: 'withdrawn', sequence: 2 })],
      PAGE,
      'withdrawn',
    ],
    [
      'is given again on the same day',
      [
        signature('alex', '2026-11-23'),
        signature('alex', '2026-11-23', { act: 'withdrawn', sequence: 2 }),
        signature('alex', '2026-11-23', { sequence: 10 }),
      ],
      PAGE,
      'signed',
    ],
    [
      'stays withdrawn when the wording changes',
      [signature('alex', '2026-11-24', { act: 'withdrawn' })],
      CHANGED,
      'withdrawn',
    ],
    [
      'does not hold when its own text was changed',
      [signature('alex', '2026-11-23', { body: wordingOf(CHANGED) })],
      PAGE,
      'signed-other-wording',
    ],
    [
      'does not hold when only its digest was changed',
      [signature('alex', '2026-11-23', { digest: digestOf(wordingOf(CHANGED)) })],
      CHANGED,
      'signed-other-wording',
    ],
    ['does not hold without a digest', [signature('alex', '2026-11-23', { digest: '' })], PAGE, 'signed-other-wording'],
    [
      'does not hold for an act that is unknown',
      [signature('alex', '2026-11-23', { act: 'seen' })],
      PAGE,
      'signed-other-wording',
    ],
    ['does not hold for no act', [signature('alex', '2026-11-23', { act: '' })], PAGE, 'signed-other-wording'],
    ['of the other does not count', [signature('sam', '2026-11-23')], PAGE, 'none'],
  ];
  for (const [title, notes, text, state] of cases) {
    it(title, () => {
      assert.equal(stateOf(notes, text), state);
    });
  }

  it('does not hold without the page', () => {
    assert.equal(signatureOf([signature('alex', '2026-11-23')], undefined, 'alex').state, 'signed-other-wording');
  });

  it('does not hold while the page is in conflict', () => {
    assert.equal(stateOf([signature('alex', '2026-11-23')], `${PAGE}<<<<<<< HEAD\n`), 'signed-other-wording');
  });

  it('in conflict, in private, or unreadable does not hold', () => {
    const signed = signature('alex', '2026-11-23');
    assert.equal(stateOf([{ ...signed, isPrivate: true }]), 'none');
    assert.equal(stateOf([noteAt(templates, signed.path, `<<<<<<< HEAD\n${PAGE}`)]), 'signed-other-wording');
    assert.equal(stateOf([noteAt(templates, signed.path, '\0')]), 'none');
  });

  it('of each is told', () => {
    const both = [signature('alex', '2026-11-23'), signature('sam', '2026-11-25')];
    assert.deepEqual(signers(both, page(PAGE), coupleOf()), ['alex', 'sam']);
    assert.deepEqual(signers([...both, signature('sam', '2026-11-26', { act: 'withdrawn' })], page(PAGE), coupleOf()), [
      'alex',
    ]);
    assert.deepEqual(signers(both, page(CHANGED), coupleOf()), []);
  });

  it('tells its note', () => {
    const signed = signature('alex', '2026-11-23');
    const found = signatureOf([signed], page(PAGE), 'alex');
    assert.ok(found.state === 'signed');
    assert.equal(found.note, signed);
    assert.equal(present(found.note.date), '2026-11-23');
  });
});

describe('signatures of another wording', () => {
  const early = signature('alex', '2026-11-23');
  const notes = [early, signature('sam', '2026-11-23'), signature('sam', '2026-11-24', { of: CHANGED })];
  const signersThen = (text: string): readonly string[] => signersOfAnotherWording(notes, page(text), coupleOf());

  it('are told by their signers, each by the latest one', () => {
    assert.deepEqual(
      [signersThen(PAGE), signersThen(CHANGED), signersThen(`${PAGE}More.\n`)],
      [['sam'], ['alex'], ['alex', 'sam']],
    );
    assert.deepEqual(
      signersOfAnotherWording([signature('sam', '2026-11-24', { act: 'withdrawn' })], page(PAGE), coupleOf()),
      [],
    );
  });

  it('are told from notes that are none, and from those that tick and line end alone make different', () => {
    assert.equal(isOfAnotherWording(early, page(CHANGED)), true);
    assert.equal(isOfAnotherWording(early, page(PAGE.replace('[x]', '[ ]').replaceAll('\n', '\r\n'))), false);
    assert.equal(isOfAnotherWording(page(CHANGED), page(PAGE)), false);
    assert.equal(isOfAnotherWording(early, undefined), false);
  });
});

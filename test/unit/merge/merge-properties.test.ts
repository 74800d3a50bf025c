import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conflictLine } from '../../../src/core/conflict';
import { readFrontMatter } from '../../../src/core/front-matter';
import { mergeNote } from '../../../src/core/merge/merge-note';
import type { MergeResult } from '../../../src/core/merge/merge-note';
import { readSteps } from '../../../src/core/steps';
import { bytes, runs, text, tickableNote } from '../arbitraries';
import { bytesOf } from '../samples';
import { alex, mergeBothWays, NOTE, sam } from './sides';

/** A change of one line of a note, by its number; the tag makes what it writes unlike anything else. */
type Change = readonly [kind: 'insert' | 'delete' | 'change' | 'tick' | 'same', line: number, form: number];

const FORMS = ['', '- ', '> ', '1. ', '- [ ] ', '  ', '## ', '\n'];

const changes = fc.array(
  fc.tuple(
    fc.constantFrom<Change[0]>('insert', 'insert', 'delete', 'change', 'tick', 'same'),
    fc.nat(200),
    fc.nat(FORMS.length - 1),
  ),
  { maxLength: 8 },
);

/** A note of sections with prompts and answers; each line but the empty ones comes once. */
const scaffold = fc
  .array(fc.tuple(fc.boolean(), fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.nat(3)), { minLength: 1, maxLength: 5 })
  .map((sections) => [
    '---',
    'template: conversation',
    'trust: # 0 not at all, 10 fully',
    'date: 2026-11-23',
    '---',
    '',
    '# A talk',
    '',
    ...sections.flatMap(([hasList, paragraphs, gap, lines], section) => [
      `## Section ${section}`,
      '',
      `- [ ] Step ${section} <!-- step: step-${section} -->`,
      '',
      `*Prompt ${section}*`,
      ...Array.from({ length: paragraphs }, (_, at) => [
        ...new Array<string>(gap).fill(''),
        `Paragraph ${section}.${at}`,
        ...Array.from({ length: lines }, (_line, line) => `line ${section}.${at}.${line}`),
      ]).flat(),
      '',
      ...(hasList ? [`- item ${section}.0`, `  more ${section}.0`, `- [ ] item ${section}.1`, ''] : []),
    ]),
  ]);

function edited(rows: readonly string[], edits: readonly Change[], author: string): readonly string[] {
  const result = rows.map((row) => [row]);
  const bodyStart = rows.indexOf('# A talk');
  edits.forEach(([kind, line, form], at) => {
    const place = bodyStart + (line % (rows.length - bodyStart));
    const row = rows[place] ?? '';
    const written = `${FORMS[form] ?? ''}${author} ${at}`;
    if (kind === 'insert') {
      result[place]?.push(...written.split('\n'));
    } else if (kind === 'same') {
      result[place]?.splice(1, result[place].includes(`both at ${place}`) ? 1 : 0, `both at ${place}`);
    } else if (kind === 'delete') {
      result[place]?.splice(0, 1);
    } else if (kind === 'tick') {
      result[place]?.splice(0, 1, row.replace('- [ ]', '- [x]'));
    } else if (!row.includes('<!-- step:')) {
      result[place]?.splice(0, 1, ...written.split('\n'));
    }
  });
  return result.flat();
}

const threeNotes = fc
  .tuple(scaffold, changes, changes)
  .map(([base, one, other]) => ({ base, ofAlex: edited(base, one, 'Alex'), ofSam: edited(base, other, 'Sam') }));

/** Lines of a note, by their numbers, and where each is put. */
const moves = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 3 });

function rearranged(rows: readonly string[], moved: readonly (readonly [from: number, to: number])[]) {
  const result = [...rows];
  const bodyStart = rows.indexOf('---', 1) + 1;
  for (const [from, to] of moved) {
    const lines = result.splice(bodyStart + (from % (rows.length - bodyStart)), 1);
    result.splice(bodyStart + (to % (rows.length - bodyStart)), 0, ...lines);
  }
  return result;
}

const fileOf = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

function rowsOf(result: Uint8Array): readonly string[] {
  return new TextDecoder().decode(result).split('\n');
}

/** The lines that are not empty. */
function wordsIn(result: Uint8Array): readonly string[] {
  return rowsOf(result).filter((row) => row !== '');
}

/** The lines that come more than once, ticks aside. */
function comingTwice(rows: readonly string[]): readonly string[] {
  const words = rows.map(withoutTick);
  return words.filter((row, at) => words.indexOf(row) !== at);
}

/** Of two items to choose from, each may hold the same line. */
function isInTwoItems(row: string, count: number, result: MergeResult): boolean {
  return result.kind === 'merged' && result.toChoose > 0 && count === 2 && row.startsWith(' ');
}

/** Ticks aside, each line that is not empty; those that come twice on a side are left out, as nobody can tell them apart. */
function tagged(rows: readonly string[]): ReadonlySet<string> {
  const words = rows.map(withoutTick).filter((row) => row.trim() !== '');
  return new Set(words.filter((row) => words.indexOf(row) === words.lastIndexOf(row)));
}

function withoutTick(row: string): string {
  return row.replace('- [x]', '- [ ]');
}

describe('a merge of two notes that were edited anyhow', () => {
  it('keeps every line that nobody deleted exactly once, in each side’s order', () => {
    let mergedOnes = 0;
    fc.assert(
      fc.property(threeNotes, ({ base, ofAlex, ofSam }) => {
        const result = mergeBothWays(NOTE, fileOf(base), alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (result.kind === 'by-hand') {
          return;
        }
        mergedOnes += 1;
        const rows = rowsOf(result.bytes).map(withoutTick);
        const [before, one, other] = [tagged(base), tagged(ofAlex), tagged(ofSam)];
        for (const row of new Set([...one, ...other])) {
          const isDeleted = before.has(row) && !(one.has(row) && other.has(row));
          const count = rows.filter((each) => each === row).length;
          assert.ok(count === 1 || (isDeleted && count === 0) || isInTwoItems(row, count, result), `${row}: ${count}`);
        }
        const doubled = new Set(comingTwice(rows));
        const known = new Set(rows.filter((row) => !doubled.has(row)));
        for (const side of [ofAlex, ofSam]) {
          const own = tagged(side);
          const expected = side.map(withoutTick).filter((row) => own.has(row) && known.has(row));
          const set = new Set(expected);
          assert.deepEqual(
            rows.filter((row) => set.has(row)),
            expected,
          );
        }
      }),
      runs(100),
    );
    assert.ok(mergedOnes > 50, `only ${mergedOnes} were merged`);
  });

  it('holds no line twice that no side has twice, and loses none, wherever each was moved', () => {
    let mergedOnes = 0;
    fc.assert(
      fc.property(threeNotes, moves, moves, ({ base, ...sides }, byAlex, bySam) => {
        const [ofAlex, ofSam] = [rearranged(sides.ofAlex, byAlex), rearranged(sides.ofSam, bySam)];
        const result = mergeBothWays(NOTE, fileOf(base), alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (result.kind === 'by-hand') {
          return;
        }
        mergedOnes += 1;
        const rows = rowsOf(result.bytes).map(withoutTick);
        const [before, one, other] = [tagged(base), tagged(ofAlex), tagged(ofSam)];
        const repeated = new Set([base, ofAlex, ofSam].flatMap(comingTwice));
        for (const row of [...new Set([...one, ...other])].filter((each) => !repeated.has(each))) {
          const isInBoth = one.has(row) && other.has(row);
          const count = rows.filter((each) => each === row).length;
          // What both wrote anew, each elsewhere, is nobody's doubling.
          const isWrittenTwice = count === 2 && isInBoth && !before.has(row);
          const isDeleted = count === 0 && !isInBoth && before.has(row);
          assert.ok(count === 1 || isDeleted || isWrittenTwice || isInTwoItems(row, count, result), `${row}: ${count}`);
        }
      }),
      runs(100),
    );
    assert.ok(mergedOnes > 50, `only ${mergedOnes} were merged`);
  });

  it('loses no tick, no step and no key', () => {
    fc.assert(
      fc.property(threeNotes, ({ base, ofAlex, ofSam }) => {
        const result = mergeBothWays(NOTE, fileOf(base), alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (result.kind === 'by-hand') {
          return;
        }
        const merged = new TextDecoder().decode(result.bytes);
        const { steps, problems } = readSteps(merged);
        assert.deepEqual(problems, []);
        for (const step of [...readSteps(fileOf(ofAlex)).steps, ...readSteps(fileOf(ofSam)).steps]) {
          const kept = steps.find(({ id }) => id === step.id);
          assert.ok(!step.ticked || kept?.ticked === true, step.id);
        }
        assert.equal(readFrontMatter(merged).fields.size, 3);
      }),
      runs(100),
    );
  });

  it('changes no word when it is merged with a side again', () => {
    fc.assert(
      fc.property(threeNotes, ({ base, ofAlex, ofSam }) => {
        const first = mergeBothWays(NOTE, fileOf(base), alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (first.kind === 'by-hand' || first.toChoose > 0) {
          return;
        }
        const again = mergeBothWays(NOTE, fileOf(base), alex(first.bytes), sam(fileOf(ofSam)));
        // Where the other side's deletions lie beside changes, it may ask again, but it never says something else.
        if (again.kind === 'merged' && again.toChoose === 0) {
          assert.deepEqual(wordsIn(again.bytes), wordsIn(first.bytes));
        }
      }),
      runs(100),
    );
  });

  it('takes the words of one side as they are where the other only added below', () => {
    fc.assert(
      fc.property(scaffold, changes, (base, edits) => {
        const [ofAlex, ofSam] = [edited(base, edits, 'Alex'), [...base, '## Below', '', 'Sam']];
        const result = mergeBothWays(NOTE, fileOf(base), alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (result.kind === 'merged' && result.toChoose === 0 && ofAlex.at(-1) === '') {
          assert.deepEqual(wordsIn(result.bytes), wordsIn(bytesOf(fileOf([...ofAlex, '## Below', '', 'Sam']))));
        }
      }),
      runs(60),
    );
  });

  it('keeps every line of both where there is no base', () => {
    fc.assert(
      fc.property(threeNotes, ({ ofAlex, ofSam }) => {
        const result = mergeBothWays(NOTE, undefined, alex(fileOf(ofAlex)), sam(fileOf(ofSam)));
        if (result.kind === 'merged') {
          const rows = rowsOf(result.bytes).map(withoutTick);
          for (const row of new Set([...tagged(ofAlex), ...tagged(ofSam)])) {
            const count = rows.filter((each) => each === row).length;
            // Nobody knows whether an item is another one or was changed, so each keeps the line that continues it.
            assert.ok(count === 1 || (count === 2 && row.startsWith(' ')), `${row}: ${count}`);
          }
        }
      }),
      runs(100),
    );
  });
});

describe('a merge of anything', () => {
  const paths = fc.constantFrom(NOTE, 'kintsugi.yaml', 'a.yaml', '.gitignore', 'a.txt');
  const sides = fc.oneof(
    bytes,
    tickableNote.map((note) => bytesOf(note.text)),
  );

  it('never throws, is the same both ways round, and holds no conflict markers', () => {
    fc.assert(
      fc.property(paths, fc.option(sides, { nil: undefined }), sides, sides, (path, base, one, other) => {
        const result = mergeBothWays(path, base, alex(one), sam(other));
        if (result.kind === 'merged') {
          assert.equal(conflictLine(new TextDecoder().decode(result.bytes)), -1);
        }
      }),
      runs(300),
    );
  });

  it('is the same both ways round where nobody knows whose text it is', () => {
    fc.assert(
      fc.property(fc.option(text, { nil: undefined }), text, text, (base, one, other) => {
        const nobody = { author: undefined, rank: 2 };
        mergeBothWays(NOTE, base, { bytes: bytesOf(one), ...nobody }, { bytes: bytesOf(other), ...nobody });
      }),
      runs(300),
    );
  });

  it('joins pieces of a text that the same pieces begin, and says the same of its own result', () => {
    fc.assert(
      fc.property(text, text, text, text, (top, middle, one, other) => {
        const [base, ofAlex, ofSam] = [
          `${top}\n\n${middle}`,
          `${one}\n\n${top}\n\n${middle}`,
          `${top}\n\n${middle}\n\n${other}`,
        ];
        const result = mergeBothWays(NOTE, base, alex(ofAlex), sam(ofSam));
        if (result.kind === 'merged') {
          assert.deepEqual(mergeNote(NOTE, result.bytes, alex(result.bytes), sam(base)), {
            ...result,
            bytes: bytesOf(base),
            toChoose: 0,
          });
        }
      }),
      runs(300),
    );
  });
});

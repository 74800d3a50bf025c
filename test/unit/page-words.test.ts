import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** The keys of a record that is written in a source file: `key: l10n.t(…)` or `'some-key': vscode.l10n.t(…)`. */
const GIVEN = /^\s*(?:'([\w-]+)'|(\w+)): (?:vscode\.)?l10n\.t\(/gm;

/** A text that is asked for by a literal key. */
const ASKED = /\bword\(\s*'([\w-]+)'/g;

const GIVERS = sourcesIn(path.join('src', 'panel')).filter((file) => path.basename(file).startsWith('words-'));

function sourcesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

function keysIn(files: readonly string[], pattern: RegExp): readonly string[] {
  return files
    .flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(pattern)])
    .map(([, first, second]) => first ?? second ?? '');
}

describe('the texts of the page', () => {
  const given = keysIn(GIVERS, GIVEN);
  const asked = keysIn(
    [...sourcesIn(path.join('src', 'webview')), path.join('src', 'panel', 'picture-words.ts')],
    ASKED,
  );

  it('are all there for what the page asks for', () => {
    assert.ok(asked.length > 50, `only ${asked.length} texts were found`);
    assert.deepEqual(
      asked.filter((key) => !given.includes(key)),
      [],
    );
  });

  it('are all asked for', () => {
    const sources = sourcesIn(path.join('src', 'webview')).map((file) => fs.readFileSync(file, 'utf8'));
    assert.deepEqual(
      given.filter((key) => !asked.includes(key) && !sources.some((source) => source.includes(`'${key}'`))),
      [],
    );
  });

  it('have each a key of their own', () => {
    assert.deepEqual(
      given.filter((key, index) => given.indexOf(key) !== index),
      [],
    );
  });
});

// node scripts/collect-texts.mjs [--check]
// Gathers every text that people see into l10n/bundle.l10n.json, for translators; --check only says whether it is whole.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getL10nJson } from '@vscode/l10n-dev';
import { ROOT } from './paths.mjs';
import { say } from './screen.mjs';

const BUNDLE = path.join(ROOT, 'l10n', 'bundle.l10n.json');
const SOURCE = path.join(ROOT, 'src');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const texts = await getL10nJson(
  files.sort().map((file) => ({ extension: '.ts', contents: readFileSync(path.join(SOURCE, file), 'utf8') })),
);
const bundle = `${JSON.stringify(texts, undefined, 2)}\n`;

if (!values.check) {
  writeFileSync(BUNDLE, bundle);
} else if (readFileSync(BUNDLE, 'utf8').replaceAll('\r\n', '\n') !== bundle) {
  say('Some texts are not in l10n/bundle.l10n.json. Run `npm run l10n`.');
  process.exitCode = 1;
}

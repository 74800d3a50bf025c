// npm run weigh: learns what the words of a sentence speak for, from the labelled sentences in test/wording/learn, and
// writes it to templates/en/word-weights.tsv. The same sentences give the same file.
// -- --check says whether that file is from the sentences that are there now.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './paths.mjs';
import { loadEngine, readItems } from './weigh/engine.mjs';
import { learn } from './weigh/learn.mjs';
import { digestOf, isUnseen, learningItems, MADE_FROM } from './weigh/sets.mjs';
import { writtenWeights } from './weigh/written.mjs';

const GUIDE = path.join(ROOT, 'templates', 'en');

const WEIGHTS = path.join(GUIDE, 'word-weights.tsv');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const yaml = readFileSync(path.join(GUIDE, 'wording.yaml'), 'utf8');
const items = learningItems(yaml);
const header = `${MADE_FROM}${digestOf(items)}\n`;
if (!values.check) await weigh();
else if (!readFileSync(WEIGHTS, 'utf8').startsWith(header)) {
  console.error('The labelled sentences have changed: run npm run weigh.');
  process.exitCode = 1;
}

async function weigh() {
  const engine = await loadEngine();
  const { read, nameOf } = readItems(items, yaml, engine);
  const lines = writtenWeights(learn(read, isUnseen, engine), nameOf, engine);
  writeFileSync(WEIGHTS, `${header}${lines}`);
  console.log(`${items.length} items, ${lines.split('\n').length - 1} words and pairs`);
}

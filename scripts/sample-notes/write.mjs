// Writes the sample notes: a half year of two invented partners, in a notes folder and repository of its own.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { daysAgo, replaceDays } from './days.mjs';
import { commitNotes } from './history.mjs';

const NOTES = path.join(import.meta.dirname, 'notes');
const README = path.join(ROOT, 'templates', 'en', 'texts', 'readme.md');
const COMMITMENT = '3-commitment/together.md';

/**
 * Writes the sample notes and their history. Private notes are written too, and stay out of the history.
 *
 * @param {string} targetFolder is made if it is missing, and should be empty
 * @param {Date} [today] the day from which the notes' dates are counted back
 * @returns {Promise<void>}
 * @throws when the folder cannot be written or git is missing
 */
export async function writeSampleNotes(targetFolder, today = new Date()) {
  const texts = await readNotes(today);
  for (const [source, text] of texts) {
    const file = path.join(targetFolder, ...replaceDays(source, today).split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const shared = [...texts.keys()]
    .filter((source) => !source.startsWith('private/'))
    .map((source) => ({ path: replaceDays(source, today), daysAgo: daysAgo(source) }));
  await commitNotes(targetFolder, shared, today);
}

/**
 * @param {Date} today
 * @returns {Promise<Map<string, string>>} every file by the path of its source, with its days in place
 */
async function readNotes(today) {
  const entries = await readdir(NOTES, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(NOTES, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const source of sources) {
    texts.set(source, replaceDays(await readText(path.join(NOTES, source)), today));
  }
  const wording = wordingOf(texts.get(COMMITMENT) ?? '');
  for (const [source, text] of texts) {
    if (/^template: signature$/m.test(text)) {
      texts.set(source, signed(text, wording));
    }
  }
  texts.set('.gitignore', 'private/\n');
  texts.set(
    'README.md',
    (await readText(README)).replaceAll('${PARTNER}', 'Alex').replaceAll('${OTHER_PARTNER}', 'Sam'),
  );
  return texts;
}

/**
 * @param {string} file
 * @returns {Promise<string>} its text with line feeds, also where git has checked it out with others
 */
async function readText(file) {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
}

/**
 * The wording that a signature is about, as `src/core/wording-digest.ts` takes it.
 *
 * @param {string} text a whole note
 * @returns {string} what stands below the front matter, with open ticks
 */
function wordingOf(text) {
  const body = text.replace(/^---\n.*?\n---\n/s, '');
  return body.replace(/^- \[[xX]\](?=.*<!-- step:)/gm, '- [ ]').normalize('NFC');
}

/**
 * @param {string} signature its source, without a digest; one without a wording is about today's
 * @param {string} today today's wording
 * @returns {string} the signature as Kintsugi writes it
 */
function signed(signature, today) {
  const own = wordingOf(signature);
  const wording = own === '' ? today : own;
  const digest = createHash('sha256').update(wording).digest('hex');
  const head = signature.slice(0, signature.length - own.length);
  return `${head.replace(/^digest:$/m, `digest: ${digest}`)}${wording}`;
}

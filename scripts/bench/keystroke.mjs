// Measures how long a keystroke takes in a long check-in of one's own, in the same editor with and without Kintsugi.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { writeSampleNotes } from '../sample-notes/write.mjs';
import { say } from '../screen.mjs';
import { bundleTests } from '../suites/bundle.mjs';
import { installPackage, measureInHost, writeEmptyExtension } from './host.mjs';
import { ordinaryProse } from './prose.mjs';

const ROUNDS = 5;
const BYTES = 20_000;
const EDITOR = 'today';
const KINTSUGI_FIRST = /** @type {const} */ (['kintsugi', 'alone']);
const KINTSUGI_LAST = /** @type {const} */ (['alone', 'kintsugi']);
const SECTIONS = ['What I did this week', 'What of yours reached me', 'One request'];

/**
 * @typedef {object} Typed times of one start of the editor, from the key on, in ms
 * @property {number[]} written until the extension host has the letter
 * @property {number[]} completed until the completions there have come as well
 * @property {number[]} completedSpaces the same, for the spaces alone
 * @property {number[]} besideHint until the extension host has the letter, of keys after a pause in which a hint is due
 */
/** @typedef {Typed & { offersWords: boolean, showsHint: boolean }} Told */
/** @typedef {{ kintsugi: Typed[], alone: Typed[], keys: number, bytes: number }} KeystrokeMeasured one a round each */

/**
 * @returns {Promise<KeystrokeMeasured>}
 * @throws when the editor cannot be started, or when Kintsugi does not help where it is, or does where it is not
 */
export async function measureKeystroke() {
  const tests = await bundleTests('bench.keystroke', { long: false });
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-keystroke');
  const within = (/** @type {string[]} */ ...names) => path.join(place.folder, ...names);
  const [workspace, probe] = [within('our-notes'), within('probe')];
  await writeSampleNotes(workspace);
  const note = `5-check-ins/${new Date().toISOString().slice(0, 10)}-alex.md`;
  const text = longCheckIn();
  writeFileSync(path.join(workspace, note), text);
  writeEmptyExtension(probe, 'probe', []);
  mkdirSync(within('alone'));
  await installPackage(EDITOR, extensionPackage, within('kintsugi'), within('data'));

  /** @type {{ kintsugi: Typed[], alone: Typed[] }} */
  const typed = { kintsugi: [], alone: [] };
  for (let round = 1; round <= ROUNDS; round++) {
    say(`Keystrokes, round ${String(round)} of ${String(ROUNDS)}`);
    // Each goes first in turn, or what slows this machine down meanwhile would always meet the same one.
    for (const extensions of round % 2 === 1 ? KINTSUGI_FIRST : KINTSUGI_LAST) {
      const told = await measureInHost({
        editor: EDITOR,
        tests,
        workspace,
        extensionsFolder: within(extensions),
        probe,
        userDataFolder: within(`${extensions}-${String(round)}`),
        environment: { KINTSUGI_SETTINGS: JSON.stringify({ 'files.autoSave': 'off' }), KINTSUGI_BENCH_NOTE: note },
      });
      typed[extensions].push(checked(/** @type {Told} */ (told), extensions === 'kintsugi'));
    }
  }
  place.remove();
  return { ...typed, keys: typed.alone[0]?.written.length ?? 0, bytes: Buffer.byteLength(text) };
}

/**
 * @param {Told} told
 * @param {boolean} isHelped whether words and a hint have to have come
 * @returns {Typed}
 */
function checked({ offersWords, showsHint, ...typed }, isHelped) {
  if (offersWords !== isHelped || showsHint !== isHelped) {
    throw new Error(
      `Words were ${offersWords ? '' : 'not '}offered and a hint was ${showsHint ? '' : 'not '}shown, ` +
        `${isHelped ? 'with' : 'without'} Kintsugi. What was measured means nothing.`,
    );
  }
  return typed;
}

/** Alex's check-in, with three empty lines in its middle to write on. */
function longCheckIn() {
  const paragraphs = ordinaryProse(BYTES - 500).split('\n\n');
  const third = Math.ceil(paragraphs.length / SECTIONS.length);
  const sections = SECTIONS.map((title, index) => {
    const prose = paragraphs.slice(index * third, (index + 1) * third).map((paragraph) => paragraph.trim());
    return `## ${title}\n\n<!-- wording: check-in -->\n${index === 1 ? '\n\n\n' : '\n'}${prose.join('\n\n')}\n`;
  });
  return `---\ntemplate: check-in\nrole: hurt\npartner: alex\ntrust: 4\n---\n\n# Check-in\n\n${sections.join('\n')}`;
}

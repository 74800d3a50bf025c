import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { notePath } from '../../src/core/note-path';
import type { Template } from '../../src/core/template';
import { WORDING_FAMILIES } from '../../src/core/wording/wording-types';
import { builtInGuide, builtInReadings, present, told } from './samples';
import { builtInWording, writtenExamples } from './wording/built-in';

const READINGS = builtInReadings();
const GUIDE = builtInGuide();
const FOLDER = path.resolve('templates', 'en');

/** What the guide asks for in each stage: the kinds of notes that must be there. */
const STAGES = [
  ['name-the-betrayal', ['each page', 'together page', 'each entry']],
  ['conversation', ['each entry', 'together entry']],
  ['commitment', ['each page', 'together page']],
  ['honesty', ['each page']],
  ['check-ins', ['each entry', 'together entry']],
  ['kindness', ['each entry']],
  ['support', ['each page', 'together page']],
  ['forgiveness', ['each entry']],
  ['path', ['each entry']],
] as const;

const COMMANDS = new Set([
  'stage',
  'check-in',
  'kindness',
  'reflection',
  'moment',
  'conversation',
  'there-is-more',
  'support-person',
  'night',
]);

/** What must never stand in a note: scores, races, blame for silence, and promises. */
const NEVER = [
  /\bstreaks?\b/i,
  /\bscores?\b/i,
  /\bpercent/i,
  /\d\s*%/,
  /\bcountdown\b/i,
  /\bpoints?\b(?! (?:of|about))/i,
  /\blevels?\b/i,
  /\bdays in a row\b/i,
  /\boverdue\b/i,
  /\bguarantee/i,
  /\bwill work\b/i,
  /\bwill heal\b/i,
  /\bwill be healed\b/i,
  /\bpatients?\b/i,
  /\bsymptoms?\b/i,
  /\bdiagnos/i,
  /\bdisorder\b/i,
  /\bhas not written\b/i,
  /\bhave not written\b/i,
  /\bTRIM\b/,
  /\bMOFS\b/,
];

describe('the templates', () => {
  for (const [name, { template, problems }] of READINGS) {
    it(`${name} is read with no problem at all`, () => {
      assert.deepEqual(told(problems), []);
      assert.ok(template);
    });
  }

  it('make the nine stages, in order, each with the notes that the guide asks for', () => {
    assert.deepEqual(
      GUIDE.stages.map(({ id, order }) => [id, order]),
      STAGES.map(([id], index) => [id, index + 1]),
    );
    for (const [index, [, kinds]] of STAGES.entries()) {
      const { templates } = present(GUIDE.stages[index]);
      for (const kind of kinds) {
        assert.ok(
          templates.some(({ scope, kind: own }) => `${scope} ${own}` === kind),
          `${String(index + 1)}: ${kind}`,
        );
      }
    }
  });

  it('of one stage give it one title and one order', () => {
    for (const { title, order, templates } of GUIDE.stages) {
      assert.deepEqual(
        [...new Set(templates.map((template) => `${template.stageTitle} ${String(template.order)}`))],
        [`${title} ${String(order)}`],
      );
    }
  });

  it('of one id are variants for both roles that agree on everything but words and steps', () => {
    const byId = new Map<string, Template[]>();
    for (const template of GUIDE.templates) {
      byId.set(template.id, [...(byId.get(template.id) ?? []), template]);
    }
    for (const [id, variants] of byId) {
      const common = variants.map(
        ({
          stage,
          stageTitle,
          order,
          position,
          path: telling,
          neutralPath,
          kind,
          scope,
          privacy,
          command,
          optional,
          signed,
          offered,
        }) => ({
          stage,
          stageTitle,
          order,
          position,
          telling,
          neutralPath,
          kind,
          scope,
          privacy,
          command,
          optional,
          signed,
          offered,
        }),
      );
      common.forEach((one) => {
        assert.deepEqual(one, common[0], id);
      });
      assert.deepEqual(
        variants.map(({ role }) => role).sort(),
        variants.length === 1 ? [undefined] : ['broke-trust', 'hurt'],
        `${id} has one variant too few`,
      );
      assert.deepEqual(
        variants
          .map(({ numbers }) =>
            numbers.map(({ name, title, min, max, reads }) => [name, title, min, max, reads].join(' ')).join(),
          )
          .filter((own, _index, all) => own !== '' && all[0] !== '' && own !== all[0]),
        [],
      );
    }
  });

  it('never lead two templates to one file', () => {
    const owners = new Map<string, string>();
    for (const { id, path: telling, neutralPath } of GUIDE.templates) {
      for (const pattern of new Set([telling, neutralPath])) {
        const file = notePath(pattern, { date: '2026-11-23', partner: 'alex', isPrivate: false }).toLowerCase();
        assert.equal(owners.get(file) ?? id, id, file);
        owners.set(file, id);
      }
    }
  });

  it('lead to the folder of their stage, telling or neutral, and never out of it', () => {
    for (const { order, stage, path: telling, neutralPath } of GUIDE.templates) {
      assert.ok(telling.startsWith(`${String(order)}-${stage}/`), telling);
      assert.ok(neutralPath.startsWith(`${String(order)}/`), neutralPath);
    }
  });

  it('say in their neutral names nothing of what they are about', () => {
    for (const { neutralPath } of GUIDE.templates) {
      assert.match(neutralPath, /^\d\/(?:\$\{DATE\}-?)?(?:[a-z]-?)?(?:\$\{PARTNER_ID\}|together)?\.md$/);
    }
  });

  it('are offered by a command that exists', () => {
    for (const { id, command } of GUIDE.templates) {
      assert.ok(COMMANDS.has(command), `${id}: ${command}`);
    }
  });

  it('begin private where the guide says so', () => {
    const privacy = (id: string) => present(GUIDE.templates.find((template) => template.id === id)).privacy;
    for (const id of ['reflection', 'conversation-preparation', 'night', 'support-voices']) {
      assert.equal(privacy(id), 'private', id);
    }
    assert.ok(
      GUIDE.templates.filter(({ scope }) => scope === 'together').every(({ privacy: own }) => own === 'shared'),
    );
  });

  it('ask the numbers of the guide, from 0 to 10, with words at both ends', () => {
    const names = (id: string, role: string) =>
      present(GUIDE.templates.find((template) => template.id === id && template.role === role)).numbers.map(
        ({ name }) => name,
      );
    for (const role of ['hurt', 'broke-trust']) {
      assert.deepEqual(names('check-in', role), ['trust', 'closeness', 'safety', 'hope', 'hurt']);
    }
    for (const { command, numbers } of GUIDE.templates) {
      for (const { name, min, max, reads, low, high } of numbers) {
        assert.deepEqual([min, max], [0, 10]);
        assert.ok(low !== '' && high !== '');
        assert.equal(reads, command === 'check-in' && name === 'hurt' ? 'down' : 'up');
      }
    }
  });

  it('never count the receiving of an apology, and sign only the commitment', () => {
    const talk = present(GUIDE.templates.find(({ id }) => id === 'conversation'));
    assert.equal(talk.steps.length, 8);
    assert.ok(!talk.steps.some(({ id }) => /received|answer|heard-it|accept/.test(id)));
    assert.deepEqual(
      GUIDE.templates.filter(({ signed }) => signed).map(({ id }) => id),
      ['commitment-together'],
    );
  });

  for (const { id, role, body, steps, offered } of GUIDE.templates) {
    const name = `${id}${role === undefined ? '' : `.${role}`}`;
    const sections = body.split(/^(?=## )/m);

    it(`${name} opens with a title and at most three sentences`, () => {
      if (offered) {
        const [opening = ''] = sections;
        assert.match(opening.trim(), /^# .+\n\n.+$/s);
        const sentences =
          opening
            .trim()
            .split('\n')
            .slice(1)
            .join(' ')
            .match(/[.?!](?:\s|$)/g) ?? [];
        assert.ok(sentences.length >= 1 && sentences.length <= 3, String(sentences.length));
      }
    });

    it(`${name} has one step at most in each section, with a prompt below it`, () => {
      assert.equal(steps.length > 0, offered);
      for (const section of sections) {
        const count = section.split('<!-- step:').length - 1;
        assert.ok(count <= 1, section.slice(0, 40));
        assert.ok(count === 0 || /^\*[^*].*\*$/m.test(section), `no prompt: ${section.slice(0, 40)}`);
      }
    });

    it(`${name} marks wording only as it may be helped with`, () => {
      for (const [, kind = ''] of body.matchAll(/<!-- wording: ([^>]*?) -->/g)) {
        assert.ok(['feelings', 'perspective', 'responsibility', 'apology', 'check-in'].includes(kind), kind);
      }
    });

    it(`${name} puts the cursor in one place`, () => {
      assert.equal(body.split('$0').length - 1, offered ? 1 : 0);
    });
  }

  for (const name of fs
    .readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|yaml)$/.test(file))
    .sort()) {
    it(`${name} holds no word that the guide forbids`, () => {
      const words = name === 'wording.yaml' ? shownOfWording() : fs.readFileSync(path.join(FOLDER, name), 'utf8');
      assert.deepEqual(
        NEVER.map((never) => never.exec(words)?.[0]).filter((found) => found !== undefined),
        [],
      );
    });

    it(`${name} is plain text that reads the same everywhere`, () => {
      const words = fs.readFileSync(path.join(FOLDER, name), 'utf8');
      assert.equal(words, words.normalize('NFC'));
      assert.ok(!/[\r\t\uFEFF\u200B-\u200F]/.test(words));
      assert.match(words, /[^\n]?\n$/);
    });
  }
});

/** What people read of the wording data. All else there is what they write themselves. */
function shownOfWording(): string {
  const wording = builtInWording();
  const ofPatterns = writtenExamples().flatMap(({ family, pattern }) => {
    const known = WORDING_FAMILIES.find((one) => one === family);
    return known ? [wording.wordsFor({ family: known, pattern })] : [];
  });
  return [...wording.families.values(), ...ofPatterns]
    .flatMap(({ title, explanation, alternatives }) => [title, explanation, ...alternatives])
    .join('\n');
}

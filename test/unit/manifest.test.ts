import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { builtInGuide } from './samples';

interface Menu {
  readonly command?: string;
  readonly when?: string;
}

interface Manifest {
  readonly l10n: string;
  readonly icon?: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents?: readonly string[];
  readonly capabilities: Readonly<
    Record<string, { readonly supported: unknown; readonly description?: string } | undefined>
  >;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
    readonly configuration: {
      readonly title: string;
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: Readonly<Record<string, string>>;
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
}

const SOURCE = fs.readFileSync('package.json', 'utf8');
const MANIFEST = JSON.parse(SOURCE) as Manifest;
const WORDS = JSON.parse(fs.readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { commands, keybindings, configuration, menus, views, viewsWelcome, walkthroughs } = MANIFEST.contributes;
const IDS = new Set(commands.map(({ command }) => command));

/** Commands that act on an item of the tree or on a place in a note, and mean nothing without it. */
const PLACE_COMMANDS = [
  'kintsugi.openStep',
  'kintsugi.tickStep',
  'kintsugi.untickStep',
  'kintsugi.keepVersion',
  'kintsugi.hintNotHere',
  'kintsugi.hintNotAgain',
  'kintsugi.hintsOff',
];

/** The words that stand for a key of the manifest; a text without a key is itself. */
const wordsOf = (text: string): string | undefined => (/^%.+%$/.test(text) ? WORDS[text.slice(1, -1)] : text);

/** All of the product's source, to look for what the manifest names. */
const CODE = fs
  .readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => fs.readFileSync(path.join('src', file), 'utf8'))
  .join('\n');

/** Every string in the manifest, however deep. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) {
      yield* stringsIn(inner);
    }
  }
}

describe('the manifest', () => {
  for (const { command, title, category } of commands) {
    it(`${command} has a title, and Kintsugi for a category`, () => {
      assert.equal(wordsOf(category ?? ''), 'Kintsugi');
      assert.match(category ?? '', /^%.+%$/);
      assert.match(title, /^%.+%$/);
      assert.match(wordsOf(title) ?? '', /^\p{Lu}.*[^.:\s]$/u);
      assert.doesNotMatch(wordsOf(title) ?? '', /^Kintsugi/i);
    });

    it(`${command} is registered`, () => {
      const stage = /^kintsugi\.stage\.(.+)$/.exec(command)?.[1];
      assert.ok(
        stage === undefined ? CODE.includes(`'${command}'`) : builtInGuide().stages.some(({ id }) => id === stage),
      );
    });
  }

  it('has each command once, and titles that can be told apart', () => {
    assert.equal(IDS.size, commands.length);
    const titles = commands.map(({ title }) => wordsOf(title));
    assert.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
  });

  it('has one command for every stage', () => {
    for (const { id } of builtInGuide().stages) {
      assert.ok(IDS.has(`kintsugi.stage.${id}`), id);
    }
  });

  it('has a command that every id in the source names', () => {
    const named = new Set([...CODE.matchAll(/\bid: '(kintsugi\.[\w.-]+)'/g)].map(([, id = '']) => id));
    assert.deepEqual(
      [...named].filter((id) => !IDS.has(id) && !CODE.includes(`createTreeView('${id}'`)),
      [],
    );
  });

  it('has words for every key, and no words without one', () => {
    const keys = new Set([...SOURCE.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key));
    assert.deepEqual(
      [...keys].filter((key) => (WORDS[key] ?? '') === ''),
      [],
    );
    assert.deepEqual(
      Object.keys(WORDS).filter((key) => !keys.has(key)),
      [],
    );
  });

  it('says nothing to people but through keys', () => {
    const shown = [...stringsIn([views, viewsWelcome, walkthroughs, configuration])].filter(
      (text) => /\s/.test(text) && !/^%.*%$/.test(text),
    );
    assert.deepEqual(
      shown.filter((text) => !/[=!&|]/.test(text)),
      [],
    );
  });

  it('links to its own commands only', () => {
    for (const words of Object.values(WORDS)) {
      for (const [, id = ''] of words.matchAll(/\(command:([\w.-]+)/g)) {
        assert.ok(IDS.has(id) || /^(?:workbench|vscode)\./.test(id), id);
      }
    }
    for (const [, id = ''] of SOURCE.matchAll(/onCommand:([\w.-]+)/g)) {
      assert.ok(IDS.has(id), id);
    }
  });

  for (const [id, setting] of Object.entries(configuration.properties)) {
    it(`${id} has a scope, a default and a description in Markdown`, () => {
      assert.match(id, /^kintsugi\./);
      assert.ok(
        ['application', 'machine', 'machine-overridable', 'window', 'resource', 'language-overridable'].includes(
          String(setting.scope),
        ),
      );
      assert.ok('default' in setting);
      assert.ok((wordsOf(String(setting.markdownDescription)) ?? '').length > 20);
      assert.ok(!('description' in setting));
    });

    it(`${id} is read`, () => {
      assert.ok(CODE.includes(id.slice(id.lastIndexOf('.') + 1)));
    });
  }

  it('says what works in restricted mode and in virtual workspaces', () => {
    for (const capability of ['untrustedWorkspaces', 'virtualWorkspaces']) {
      const declared = MANIFEST.capabilities[capability];
      assert.ok(declared && [true, false, 'limited'].includes(declared.supported as boolean), capability);
      assert.ok(declared.supported === true || (wordsOf(declared.description ?? '') ?? '') !== '', capability);
    }
  });

  it('binds keys to its own commands, each with a when', () => {
    assert.ok(keybindings.length > 0);
    for (const { command, key, when } of keybindings) {
      assert.ok(IDS.has(command), command);
      assert.ok(key !== '' && (when ?? '') !== '', command);
    }
    assert.ok(keybindings.some(({ command }) => command === 'kintsugi.putEverythingAway'));
    assert.ok(keybindings.some(({ command }) => command === 'kintsugi.writePrivately'));
  });

  it('shows in menus only commands that exist, and nothing everywhere', () => {
    for (const [menu, items] of Object.entries(menus)) {
      for (const { command, when } of items) {
        assert.ok(command === undefined || IDS.has(command), command);
        assert.ok((when ?? '') !== '', `${menu}: ${String(command)}`);
      }
    }
  });

  it('hides from the palette what needs an item of the tree or a place in a note', () => {
    const hidden = new Set(
      (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    for (const command of PLACE_COMMANDS) {
      assert.ok(!IDS.has(command) || hidden.has(command), command);
    }
  });

  it('welcomes in views that exist, under context keys that are set', () => {
    const known = new Set(
      Object.values(views)
        .flat()
        .map(({ id }) => id),
    );
    assert.ok(viewsWelcome.every(({ view }) => known.has(view)));
    const keys = new Set(
      [...SOURCE.matchAll(/"(?:when|onContext)[^"]*": ?"([^"]*)"/g)].flatMap(
        ([, when = '']) => when.match(/\bkintsugi\.\w+\b(?!\.)/g) ?? [],
      ),
    );
    assert.deepEqual(
      [...keys].filter((key) => !known.has(key) && !CODE.includes(`'${key}'`)),
      [],
    );
  });

  it('names files that are there', () => {
    const files = [...stringsIn(MANIFEST.contributes), MANIFEST.icon ?? ''].filter((text) =>
      /^\.?\/?(?:media|resources)\//.test(text),
    );
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !fs.existsSync(file)),
      [],
    );
    assert.ok(fs.existsSync(MANIFEST.l10n));
    assert.match(MANIFEST.main, /^\.\/dist\//);
    assert.match(MANIFEST.browser, /^\.\/dist\//);
  });

  it('has a walkthrough of five steps, with pictures that are described', () => {
    const [walkthrough] = walkthroughs;
    assert.equal(walkthrough?.steps.length, 5);
    for (const { media } of walkthrough.steps) {
      assert.ok('markdown' in media || (wordsOf(media.altText ?? '') ?? '') !== '');
    }
  });

  it('is activated by a notes folder, and not by everything', () => {
    assert.ok((MANIFEST.activationEvents ?? []).every((event) => event !== '*' && event !== 'onStartupFinished'));
  });

  it('is woken for each kind of panel that it takes back after a reload', () => {
    const woken = (MANIFEST.activationEvents ?? []).flatMap((event) => /^onWebviewPanel:(.+)$/.exec(event)?.[1] ?? []);
    assert.deepEqual(woken, ['kintsugi.picture']);
    assert.ok(woken.every((type) => CODE.includes(`'${type}'`)));
  });

  it('tells no score, no race, and no silence to anybody', () => {
    for (const words of Object.values(WORDS)) {
      assert.doesNotMatch(words, /\b(?:streaks?|scores?|percent(?:age)?|countdown|overdue|guarantee[sd]?)\b|\d\s*%/i);
    }
  });
});

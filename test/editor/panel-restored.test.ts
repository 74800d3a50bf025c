import * as vscode from 'vscode';
import { Panels } from '../../src/panel';
import type { Product } from '../../src/product';
import { Conversations } from '../../src/views/conversations';
import { HelpInNotes } from '../../src/views/help-in-notes';
import { Pictures } from '../../src/views/pictures';
import { Sharing } from '../../src/views/sharing';
import { extensionUnderTest } from './commands';
import { equal, holds, same } from './expect';
import { partsOf } from './parts';
import { Place, setUp } from './place';

/** A panel as the editor hands it over after a reload, with whether it was closed. */
function foundPanel(): { readonly panel: vscode.WebviewPanel; isClosed: () => boolean } {
  const panel = vscode.window.createWebviewPanel('kintsugi-test.picture', 'found', vscode.ViewColumn.Active);
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  return { panel, isClosed: () => isClosed };
}

/** The panels of a product that is put together for one test. */
async function panelsAt(place: Place): Promise<Panels> {
  const parts = partsOf();
  await parts.folders.activate(place.root);
  const context = { extensionUri: extensionUnderTest().extensionUri } as vscode.ExtensionContext;
  const log = vscode.window.createOutputChannel('Panels of Kintsugi', { log: true });
  const product: Product = {
    ...parts,
    context,
    log,
    conversations: new Conversations(),
    pictures: new Pictures(),
    sharing: new Sharing(),
    helpInNotes: new HelpInNotes(),
  };
  const panels = new Panels(product);
  made.push(panels, log);
  return panels;
}

const made: vscode.Disposable[] = [];

describe('A panel that was open before a reload', () => {
  afterEach(() => {
    vscode.Disposable.from(...made.splice(0)).dispose();
  });

  const states: readonly (readonly [unknown, 'timeline' | 'reflection'])[] = [
    [{ tab: 'reflection', isTableOpen: true }, 'reflection'],
    [{ tab: 'timeline' }, 'timeline'],
    [undefined, 'timeline'],
    [null, 'timeline'],
    ['reflection', 'timeline'],
    [{ tab: ['reflection'] }, 'timeline'],
    [{ tab: '"><script>' }, 'timeline'],
  ];
  for (const [state, tab] of states) {
    it(`is filled again, whatever it kept: ${JSON.stringify([state])}`, async () => {
      const place = await Place.inWorkspace();
      await setUp(place);
      const { panel, isClosed } = foundPanel();
      await (await panelsAt(place)).restore(panel, state);
      equal(isClosed(), false);
      holds(panel.webview.html.includes(`&quot;tab&quot;:&quot;${tab}&quot;`), `it begins with the ${tab}`);
      equal(panel.webview.options.enableScripts, true);
      same(
        panel.webview.options.localResourceRoots?.map(({ path }) => path.split('/').slice(-2).join('/')),
        ['dist/webview'],
      );
      panel.dispose();
    });
  }

  it('is served under the policy that a page has here, with nothing of any note in it', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write('9-path/2026-03-09-setback-alex.md', '---\nmoment: setback\n---\n# What happened\n');
    const { panel } = foundPanel();
    await (await panelsAt(place)).restore(panel, undefined);
    const { html, cspSource } = panel.webview;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    const nonce = /<script nonce="([0-9a-f]{32})"/.exec(html)?.[1] ?? 'none';
    equal(
      policy,
      `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; img-src blob:; base-uri 'none'; form-action 'none'`,
    );
    holds(!/2026-03-09|happened|alex/i.test(html), 'no note is named');
    panel.dispose();
  });

  it('gives way to one that was opened meanwhile', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const panels = await panelsAt(place);
    const [first, second] = [foundPanel(), foundPanel()];
    await panels.restore(first.panel, undefined);
    await panels.restore(second.panel, undefined);
    same([first.isClosed(), second.isClosed()], [false, true]);
    first.panel.dispose();
  });

  it('is closed where there is no notes folder any more', async () => {
    const place = await Place.inWorkspace();
    const { panel, isClosed } = foundPanel();
    await (await panelsAt(place)).restore(panel, undefined);
    equal(isClosed(), true);
  });
});

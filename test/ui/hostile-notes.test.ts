import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { chart, openPicture, pictureFrame, picturePage } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const TODAY = new Date().toLocaleDateString('sv-SE');
const SCRIPT = '<script>top.hacked = window.hacked = 1</script>';
const HANDLER = '<img src=x onerror="window.hacked = 1">';
const LINK = '[x](command:workbench.action.quit) <a href="command:kintsugi.putEverythingAway">x</a>';
const BIDI = '\u202E\u2066\u200F evil \u2069';
const LONG = 'long '.repeat(2_000);
const HOSTILE = `${SCRIPT} ${HANDLER} ${LINK} ${BIDI} "'\`&amp;</svg></style>`;

/** Puts what is meant to break out into every place of a note and of the couple's file that a picture may show. */
async function hostileNotes(): Promise<string> {
  const folder = path.join(temporaryFolder('hostile').folder, 'our-notes');
  await writeSampleNotes(folder);
  const couple = path.join(folder, 'kintsugi.yaml');
  const named = readFileSync(couple, 'utf8').replace('name: Sam', `name: ${JSON.stringify(`Sam ${HOSTILE}`)}`);
  writeFileSync(couple, named);
  const quoted = JSON.stringify(HOSTILE);
  writeFileSync(
    path.join(folder, '6-kindness', `${TODAY}-alex.md`),
    `---\ntemplate: kindness\npartner: alex\ndate: ${TODAY}\nturned: ${JSON.stringify(HOSTILE + LONG)}\n---\n\n# ${HOSTILE}\n`,
  );
  writeFileSync(
    path.join(folder, '9-path', `${TODAY}-setback-alex.md`),
    `---\ntemplate: moment-setback\npartner: alex\ndate: ${TODAY}\nmoment: ${quoted}\nrepairs: ${quoted}\n---\n\n${HOSTILE}\n`,
  );
  writeFileSync(
    path.join(folder, '8-forgiveness', `${TODAY}-alex.md`),
    `---\ntemplate: reflection\nrole: hurt\npartner: alex\ndate: ${TODAY}\nkeep-away: 7\namends: ${quoted}\n---\n\n${HOSTILE}\n`,
  );
  const templates = path.join(folder, '.kintsugi', 'templates');
  mkdirSync(templates, { recursive: true });
  writeFileSync(
    path.join(templates, 'walk.md'),
    `---\nstage: path\nstage-title: The path\norder: 9\ntitle: ${quoted}\nkind: entry\nscope: each\n` +
      'path: 9-path/${DATE}-walk-${PARTNER_ID}.md\nneutral: 9/${DATE}-walk-${PARTNER_ID}.md\nprivacy: shared\n' +
      `command: stage\nposition: 99\n---\n\n# Walk\n\n## ${HOSTILE}\n\n- [ ] A step <!-- step: a-step -->\n`,
  );
  writeFileSync(
    path.join(folder, '9-path', `${TODAY}-walk-alex.md`),
    `---\ntemplate: walk\npartner: alex\ndate: ${TODAY}\n---\n\n# Walk\n`,
  );
  return folder;
}

describe('notes that hold what is no text', () => {
  const workbench = sharedWorkbench(async () => ({ folder: await hostileNotes() }));

  it('are text in the picture, in the words about it, in the table and in the reflection, and nothing runs', async () => {
    const { page } = workbench();
    const picture = await openPicture(workbench(), 'Timeline');
    const frame = await pictureFrame(page);
    await picture.getByRole('button', { name: 'As a table' }).click();
    const table = picture.getByRole('table');
    await table.getByText('<script>').first().waitFor();
    assert.ok((await table.innerText()).includes(SCRIPT));
    assert.ok((await table.innerText()).includes(HANDLER));
    await picture.getByRole('button', { name: 'As a table' }).click();
    await chart(page).waitFor();
    await picture.getByRole('tab', { name: 'Forgiveness' }).click();
    await picturePage(page).getByRole('radiogroup').first().waitFor();
    const found = await frame.evaluate(() => ({
      hacked: 'hacked' in window,
      strange: document.querySelectorAll(
        'img, a, iframe, object, style:not(#_defaultStyles), body script:not([src]), [onerror], [onload]',
      ).length,
      scripts: document.querySelectorAll('script:not([nonce])').length,
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
    }));
    assert.equal(found.hacked, false);
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
    assert.equal(found.strange, 0, 'no element came out of a note');
    assert.match(found.policy, /^default-src 'none';/);
    assert.match(found.policy, /; script-src 'nonce-[0-9a-f]{16,}';/);
    assert.doesNotMatch(found.policy, /unsafe/);
  });
});

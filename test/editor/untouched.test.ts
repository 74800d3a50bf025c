import { manifestCommands, openFor, run, today } from './commands';
import { sameBytes } from './expect';
import { Place, setUp } from './place';

const encoder = new TextEncoder();
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Commands that show a dialog, which nobody can answer here (the tests in the workbench do), or that a person asks
 * to change a file.
 */
const LEFT_OUT = new Set([
  'kintsugi.privateCheck',
  'kintsugi.addSupportPerson',
  'kintsugi.shareNote',
  'kintsugi.takeBack',
  'kintsugi.moveFolder',
  'kintsugi.shareFolder',
  'kintsugi.signCommitment',
  'kintsugi.withdrawCommitment',
]);

/** Odd files, each at a place where some command would put a note of its own. */
function oddFiles(): ReadonlyMap<string, Uint8Array> {
  const date = today();
  return new Map<string, Uint8Array>([
    ['1-name-the-betrayal/alex.md', encoder.encode(`${BYTE_ORDER_MARK}# Mine\r\n\r\n- [ ] a <!-- step: b -->\r\n`)],
    ['1-name-the-betrayal/together.md', encoder.encode('no final newline')],
    [`1-name-the-betrayal/${date}-more-alex.md`, Uint8Array.of(0x23, 0x00, 0xff, 0xfe)],
    [`private/1-name-the-betrayal/${date}-more-alex.md`, Uint8Array.of(0x23, 0x00, 0xff, 0xfe)],
    [`2-conversation/${date}-together.md`, encoder.encode('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n')],
    [`private/2-conversation/${date}-alex.md`, encoder.encode('---\ntemplate: [unclosed\n')],
    ['3-commitment/alex.md', encoder.encode('\r\n\r\r\n\t')],
    ['3-commitment/together.md', encoder.encode('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs')],
    ['4-honesty/alex.md', Uint8Array.of(0xc3, 0x28, 0x0a)],
    [`5-check-ins/${date}-alex.md`, encoder.encode('---\r\npartner: alex\r\ntrust: 11\r\n---\r\n')],
    [`6-kindness/${date}-alex.md`, new Uint8Array()],
    [`7-support/alex.md`, encoder.encode('- [x] <!-- step: own-person -->')],
    [`8-forgiveness/${date}-alex.md`, encoder.encode('e\u0301 and \u00e9')],
    [`private/8-forgiveness/${date}-alex.md`, encoder.encode('\u0085\u200b\u0007')],
    [`9-path/${date}-hopeful-alex.md`, encoder.encode('   \n   \n')],
    [`private/9-path/${date}-night-alex.md`, encoder.encode('x'.repeat(200_000))],
    ['README.md', encoder.encode('ours\r\n')],
    ['.gitignore', encoder.encode('/private\r\n*.tmp')],
  ]);
}

describe('Whatever command is run', () => {
  it('no byte of a file that is there changes', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const files = new Map(oddFiles()).set('kintsugi.yaml', await place.bytes('kintsugi.yaml'));
    for (const [path, bytes] of files) {
      await place.write(path, bytes);
    }
    await openFor(place);
    for (const command of manifestCommands().filter((id) => !LEFT_OUT.has(id))) {
      await run(command);
      await Promise.all(
        [...files].map(async ([path, bytes]) => {
          sameBytes(await place.bytes(path), bytes, `${command} changed ${path}`);
        }),
      );
    }
  });
});

import * as vscode from 'vscode';
import type { OpenFolder } from '../../src/notes/perspective';
import { tickStep } from '../../src/notes/tick-step';
import { PlainError } from '../../src/plain-error';
import type { NoteFiles } from '../../src/workspace/note-files';
import { equal, holds, matches, refusal, sameBytes } from './expect';
import { openFolderAt, partsOf } from './parts';
import type { Parts } from './parts';
import { Place, setUp } from './place';

const PATH = '1-name-the-betrayal/alex.md';
const STEP = 'what-i-know';
const NOTE = `---
template: name-the-betrayal
role: hurt
partner: alex
---

# Ours, \u{1F9E1} and \u00e9

- [ ] What I know <!-- step: ${STEP} -->

text
`;
const CONFLICT = `${NOTE}<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n`;

interface Ticking {
  readonly place: Place;
  readonly before: Uint8Array;
  readonly tick: (ticked: boolean) => Promise<void>;
  readonly open: OpenFolder;
}

async function withNote(files: NoteFiles, content: string | Uint8Array): Promise<Ticking> {
  const place = await Place.inWorkspace();
  await setUp(place);
  await place.write(PATH, content);
  const parts: Parts = partsOf(files);
  const open = await openFolderAt(place, parts);
  return {
    place,
    open,
    before: await place.bytes(PATH),
    tick: (ticked) => tickStep(parts, open.folder, PATH, STEP, ticked),
  };
}

/** @returns a file with its one open box ticked */
function withTick(bytes: Uint8Array): Uint8Array {
  const after = Uint8Array.from(bytes);
  after[tickOffset(bytes)] = 'x'.charCodeAt(0);
  return after;
}

function tickOffset(bytes: Uint8Array): number {
  return bytes.findIndex((byte, index) => byte === 0x20 && bytes[index - 1] === 0x5b && bytes[index + 1] === 0x5d);
}

/** Tests of ticking a step, for one port to the file system. */
export function describeTicking(title: string, port: () => NoteFiles): void {
  describe(`Ticking a step in a closed file ${title}`, () => {
    const variants: Readonly<Record<string, string>> = {
      'as it is written': NOTE,
      'with CRLF': NOTE.replaceAll('\n', '\r\n'),
      'with a byte order mark': `\uFEFF${NOTE}`,
      'with tabs and no final newline': NOTE.replace('- [ ]', '-\t[ ]').trimEnd(),
      'with lines that end in different ways': NOTE.replace('\n\ntext', '\r\n\r\ntext'),
    };
    for (const [name, content] of Object.entries(variants)) {
      it(`changes one byte, and unticking restores the file to the byte: a note ${name}`, async () => {
        const { place, before, tick, open } = await withNote(port(), content);
        await tick(true);
        sameBytes(await place.bytes(PATH), withTick(before));
        equal(open.folder.noteAt(place.uri(PATH))?.steps[0]?.ticked, true);
        await tick(true);
        sameBytes(await place.bytes(PATH), withTick(before));
        await tick(false);
        sameBytes(await place.bytes(PATH), before);
      });
    }

    const refused: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
      'conflict markers': [CONFLICT, /two versions/],
      'invalid UTF-8': [Uint8Array.from([...new TextEncoder().encode(NOTE), 0xff, 0x0a]), /cannot be read as text/],
      'a NUL byte': [`${NOTE}\0`, /cannot be read as text/],
      'no such step': [NOTE.replace(STEP, 'other'), /no longer in the note/],
    };
    for (const [name, [content, message]] of Object.entries(refused)) {
      it(`is refused in plain words where there is ${name}, and no byte changes`, async () => {
        const { place, before, tick } = await withNote(port(), content);
        const error = await refusal(tick(true));
        holds(error instanceof PlainError, 'the refusal is a plain sentence');
        matches(error.message, message);
        sameBytes(await place.bytes(PATH), before);
      });
    }

    it('is left alone where the file was changed in the same moment', async () => {
      const { place, before } = await withNote(port(), NOTE);
      await place.write(PATH, 'somebody else was faster');
      const edit = { offset: 3, from: 0x2d, to: 0x78 };
      equal(await port().replaceByte(place.uri(PATH), before, edit), false);
      equal(await place.text(PATH), 'somebody else was faster');
    });
  });
}

/** Tests of ticking a step of a document that is open, where the port to the file system has no part. */
export function describeTickingInDocuments(port: () => NoteFiles): void {
  describe('Ticking a step in an open document', () => {
    for (const [name, content] of [
      ['as it is written', NOTE],
      ['with CRLF and a byte order mark', `\uFEFF${NOTE.replaceAll('\n', '\r\n')}`],
    ] as const) {
      it(`changes one character and saves it, and undo takes it back: a note ${name}`, async () => {
        const { place, before, tick } = await withNote(port(), content);
        const document = await vscode.workspace.openTextDocument(place.uri(PATH));
        await vscode.window.showTextDocument(document);
        const text = document.getText();
        await tick(true);
        equal(document.isDirty, false, 'the document is saved');
        equal(document.getText(), text.replace('[ ]', '[x]'));
        sameBytes(await place.bytes(PATH), withTick(before));
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), text);
        await document.save();
        sameBytes(await place.bytes(PATH), before);
      });
    }

    it('leaves a document unsaved that was unsaved before', async () => {
      const { place, before, tick } = await withNote(port(), NOTE);
      const document = await vscode.workspace.openTextDocument(place.uri(PATH));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(document.lineAt(document.lineCount - 1).range.end, 'not saved yet');
      });
      await tick(true);
      equal(document.isDirty, true);
      equal(document.getText(), `${NOTE.replace('[ ]', '[x]')}not saved yet`);
      sameBytes(await place.bytes(PATH), before);
    });

    it('is refused where there are conflict markers, also such that are not saved yet', async () => {
      const { place, before, tick } = await withNote(port(), NOTE);
      const document = await vscode.workspace.openTextDocument(place.uri(PATH));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(document.lineAt(document.lineCount - 1).range.end, '<<<<<<< ours\n');
      });
      const text = document.getText();
      matches(String(await refusal(tick(true))), /two versions/);
      equal(document.getText(), text);
      sameBytes(await place.bytes(PATH), before);
    });

    it('is refused where the file is no UTF-8, because saving would lose what the editor cannot show', async () => {
      const bytes = Uint8Array.from([...new TextEncoder().encode(NOTE), 0xff, 0x0a]);
      const { place, before, tick } = await withNote(port(), bytes);
      const document = await vscode.workspace.openTextDocument(place.uri(PATH));
      await vscode.window.showTextDocument(document);
      matches(String(await refusal(tick(true))), /cannot be read as text/);
      equal(document.isDirty, false);
      sameBytes(await place.bytes(PATH), before);
    });
  });
}

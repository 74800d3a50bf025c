import * as vscode from 'vscode';

/** Times of one start of the editor, from the key on, in milliseconds. */
interface Typed {
  readonly written: number[];
  readonly completed: number[];
  readonly completedSpaces: number[];
  readonly besideHint: number[];
}

/** What one key brought. */
interface Key {
  /** When the extension host had the letter, by `performance.now()`. */
  readonly writtenAt: number;
  readonly completedAt: number;
  readonly offersWords: boolean;
}

const KINTSUGI = 'kintsugi-notes.kintsugi';
/** A feeling that Kintsugi offers and that is nowhere in the note. */
const OFFERED_WORD = 'exasperated';
/** How long nobody types before Kintsugi looks for a hint. */
const PAUSE_IN_MILLISECONDS = 1000;
const LONGEST_WAIT_IN_MILLISECONDS = 10_000;

/** What is written before anything is measured: whatever is loaded when first needed is there afterwards. */
const FIRST = 'I feel tired tonight. You never listen to me.';
/** After each of them comes a pause; one of them fires a hint. */
const SENTENCES = [
  'On Sunday we walked along the canal and talked about the summer.',
  'I feel tired after it, and a little lighter than last week.',
  'You never listen to me.',
  'Still, the tea on Tuesday morning was kind, and I noticed it.',
  'I need some quiet on Friday evening, and then I would like to cook with you.',
  'I felt uneasy when the telephone rang at dinner and nobody said who it was.',
  'The garden is full of leaves again, so perhaps we could rake them together before the rain comes.',
];

/**
 * Runs in the extension host: writes into the note that the environment names, key by key, and tells in one line,
 * marked `@@bench`, how long each took, and whether words were offered and a hint shown.
 *
 * @throws when the note does not hold in the end what was written
 */
export async function run(): Promise<void> {
  // First, so that what Kintsugi does with a change is done before the change is seen here.
  await vscode.extensions.getExtension(KINTSUGI)?.activate();
  const editor = await openToWrite();
  await writeFirst(editor);
  const typed: Typed = { written: [], completed: [], completedSpaces: [], besideHint: [] };
  let offersWords = false;
  let last = 0;
  for (const sentence of SENTENCES) {
    for (const [index, letter] of [...`${sentence} `].entries()) {
      const isAfterPause = index === sentence.length;
      const start = isAfterPause ? await pauseUntil(last + PAUSE_IN_MILLISECONDS) : performance.now();
      const key = await press(editor, letter);
      last = key.writtenAt;
      offersWords ||= key.offersWords;
      if (isAfterPause) {
        typed.besideHint.push(key.writtenAt - start);
      } else {
        typed.written.push(key.writtenAt - start);
        typed.completed.push(key.completedAt - start);
        if (letter === ' ') typed.completedSpaces.push(key.completedAt - start);
      }
    }
  }
  const showsHint = await eventually(() => showsHintIn(editor));
  if (!editor.document.getText().includes(`${FIRST}\n\n${SENTENCES.join(' ')} `)) {
    throw new Error('The note does not hold what was written.');
  }
  console.log(`@@bench ${JSON.stringify({ ...typed, offersWords, showsHint }, rounded)}`);
}

/** Opens the note, with the cursor on the second of its three empty lines. */
async function openToWrite(): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const note = process.env.KINTSUGI_BENCH_NOTE;
  if (!folder || note === undefined) throw new Error('There is no note to write.');
  const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, note));
  const { document } = editor;
  const { line } = document.positionAt(document.getText().indexOf('\n\n\n\n'));
  editor.selection = new vscode.Selection(line + 2, 0, line + 2, 0);
  return editor;
}

async function writeFirst(editor: vscode.TextEditor): Promise<void> {
  await eventually(() => offersWordsAt(editor.document, editor.selection.active));
  for (const letter of FIRST) await press(editor, letter);
  await eventually(() => showsHintIn(editor));
  for (const letter of '\n\n') await press(editor, letter);
}

/** Presses one key, waits for what it writes, and then for what is offered where the cursor is now. */
async function press({ document, selection }: vscode.TextEditor, letter: string): Promise<Key> {
  const { line, character } = selection.active;
  const changed = nextChange(document);
  await Promise.all([vscode.commands.executeCommand('type', { text: letter }), changed]);
  const writtenAt = performance.now();
  const cursor = letter === '\n' ? new vscode.Position(line + 1, 0) : new vscode.Position(line, character + 1);
  const offersWords = await offersWordsAt(document, cursor, letter === ' ' ? letter : undefined);
  return { writtenAt, completedAt: performance.now(), offersWords };
}

async function offersWordsAt(document: vscode.TextDocument, cursor: vscode.Position, key?: string): Promise<boolean> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    cursor,
    key,
  );
  return items.some(({ label }) => (typeof label === 'string' ? label : label.label) === OFFERED_WORD);
}

async function showsHintIn({ document, selection }: vscode.TextEditor): Promise<boolean> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
  );
  return actions.some(({ title }) => title === 'Not here');
}

function nextChange(document: vscode.TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0) {
        listening.dispose();
        resolve();
      }
    });
  });
}

/** @returns the time that was waited for: where this host was too busy to wake in time, that counts too */
async function pauseUntil(time: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, time - performance.now()));
  return time;
}

/** @returns whether the answer is yes, at once or after a while; without Kintsugi that is not waited for as long */
async function eventually(question: () => Promise<boolean>): Promise<boolean> {
  const isHelped = vscode.extensions.getExtension(KINTSUGI) !== undefined;
  const deadline = performance.now() + (isHelped ? LONGEST_WAIT_IN_MILLISECONDS : 2 * PAUSE_IN_MILLISECONDS);
  for (;;) {
    if (await question()) return true;
    if (performance.now() > deadline) return false;
    await pauseUntil(performance.now() + PAUSE_IN_MILLISECONDS / 4);
  }
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

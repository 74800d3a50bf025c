import * as vscode from 'vscode';

/** What the editor's own table tells about the activation of one extension, in milliseconds. */
interface Activation {
  readonly extension: string;
  readonly load: number;
  readonly call: number;
}

const WAIT_MILLISECONDS = 15_000;
const STEP_MILLISECONDS = 250;

/** Columns of the table "Extension Activation Stats". */
const COLUMNS = { extension: 0, load: 2, call: 3 };

/**
 * Runs in the extension host: activates the extensions named in `BENCHED_EXTENSIONS`, reads the editor's table and
 * tells their rows in one line, marked `@@bench`.
 *
 * @throws when an extension is missing from the table
 */
export async function run(): Promise<void> {
  for (const id of BENCHED_EXTENSIONS) await vscode.extensions.getExtension(id)?.activate();
  await vscode.commands.executeCommand('perfview.show');
  const deadline = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    const rows = readTable();
    const found = BENCHED_EXTENSIONS.map((id) => rows.find(({ extension }) => extension === id));
    if (found.every((row) => row !== undefined)) {
      console.log(`@@bench ${JSON.stringify(found)}`);
      return;
    }
    if (Date.now() > deadline) throw new Error('The editor does not list the activation of the extensions.');
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
  }
}

function readTable(): Activation[] {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
  if (document === undefined) return [];
  const text = document.getText();
  const section = text.slice(text.indexOf('Extension Activation Stats')).split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1)
        .split('|')
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({
      extension: cells[COLUMNS.extension] ?? '',
      load: Number(cells[COLUMNS.load]),
      call: Number(cells[COLUMNS.call]),
    }));
}

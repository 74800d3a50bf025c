import * as net from 'node:net';
import * as vscode from 'vscode';
import { asLine, PORT_VARIABLE, readingLines } from './protocol';
import type { Question, Request } from './protocol';

interface GitApi {
  readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  openRepository(uri: vscode.Uri): Promise<{ readonly rootUri: vscode.Uri } | null>;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Connects to the test that started this editor, says which folder is open here, and does what it is asked. */
export function activate(context: vscode.ExtensionContext): void {
  const port = Number(process.env[PORT_VARIABLE] ?? 0);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (port === 0 || !folder) {
    return;
  }
  const socket = net.connect(port, '127.0.0.1');
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on(
    'data',
    readingLines((message) => {
      const { id, request } = message as Question;
      play(folder.uri, request).then(
        (result) => socket.write(asLine({ id, result: result ?? null })),
        (error: unknown) => socket.write(asLine({ id, error: String(error) })),
      );
    }),
  );
  socket.write(asLine({ folder: folder.uri.fsPath, process: process.pid }));
  context.subscriptions.push({ dispose: () => socket.destroy() });
}

async function play(folder: vscode.Uri, request: Request): Promise<unknown> {
  switch (request.act) {
    case 'run': {
      const file = request.path === undefined ? [] : [vscode.Uri.joinPath(folder, request.path)];
      return await vscode.commands.executeCommand(request.command, ...file, ...(request.words ?? []));
    }
    case 'write':
      await write(vscode.Uri.joinPath(folder, request.path), request);
      return undefined;
    case 'read':
      return (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, request.path))).getText();
    case 'show':
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, request.path), {
        preview: false,
        selection: new vscode.Range(request.line, 0, request.line, 0),
      });
      return undefined;
    case 'unsaved':
      return vscode.workspace.textDocuments
        .filter(({ isDirty }) => isDirty)
        .map(({ uri }) => vscode.workspace.asRelativePath(uri, false));
    case 'openRepository':
      return await openRepository(folder);
    case 'tidy':
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('notifications.clearAll');
      return undefined;
    case 'setting':
      return vscode.workspace.getConfiguration(undefined, folder).get(request.key);
    case 'set':
      await vscode.workspace
        .getConfiguration(undefined, folder)
        .update(request.key, request.value, vscode.ConfigurationTarget.Global);
      return undefined;
  }
}

/** As somebody would who opens a note and types at its end. */
async function write(uri: vscode.Uri, { text, instead, save }: Request & { act: 'write' }): Promise<void> {
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const whole = document.getText();
  const start = instead === undefined ? whole.length : whole.indexOf(instead);
  if (start < 0) {
    throw new Error('What is to be replaced does not stand there.');
  }
  await vscode.window.showTextDocument(document, { preview: false });
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(start + (instead?.length ?? 0));
  edit.replace(uri, new vscode.Range(document.positionAt(start), end), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error('It could not be written.');
  }
  if (save && !(await document.save())) {
    throw new Error(`It could not be saved. ${document.isDirty ? 'It is unsaved.' : 'It has nothing to save.'}`);
  }
}

async function openRepository(folder: vscode.Uri): Promise<boolean> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  if (!git?.enabled) {
    return false;
  }
  return (await git.getAPI(1).openRepository(folder)) !== null;
}

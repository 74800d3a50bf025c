// What `npm start` does once everything is installed: build, package, serve, and show.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './ending.mjs';
import { startServer } from './editor/server.mjs';
import { packageExtension } from './packaging.mjs';
import { writeSampleNotes } from './sample-notes/write.mjs';
import { say } from './screen.mjs';

/**
 * Serves Kintsugi until this process is ended.
 *
 * @param {{ editor: import('./editor/versions.mjs').EditorName, folder?: string, openBrowser: boolean }} options
 *   without a folder a fresh copy of the sample notes is opened
 * @returns {Promise<void>} settles when the editor can be used
 * @throws when the folder does not exist, or the editor cannot be fetched or started
 */
export async function openKintsugi({ editor, folder, openBrowser }) {
  const [opened, extensionPackage] = await Promise.all([
    folder === undefined ? copySampleNotes() : existingFolder(folder),
    packageExtension(),
  ]);
  const server = await startServer({ editor, extensionPackage, secret: true });
  const query = new URLSearchParams({ tkn: server.token ?? '', folder: opened });
  const url = `http://${server.authority}/?${query.toString()}`;
  say(`\nKintsugi is open in VS Code ${server.version}:\n\n  ${url}\n`);
  say(folder === undefined ? 'These are sample notes, a copy that is thrown away at the end.' : `Notes in ${opened}`);
  say('Press Ctrl+C to end.');
  if (openBrowser) openInBrowser(url);
}

/** @returns {Promise<string>} */
async function copySampleNotes() {
  const notes = path.join(temporaryFolder('sample').folder, 'our-notes');
  await writeSampleNotes(notes);
  return notes;
}

/** @param {string} folder */
function existingFolder(folder) {
  // npm runs scripts in the root of the repository; the person means the folder that they were in.
  const resolved = path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  if (!existsSync(resolved) || !statSync(resolved).isDirectory()) throw new Error(`There is no folder ${resolved}`);
  return resolved;
}

/** @param {string} url */
function openInBrowser(url) {
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const openers = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
    ...(hasDisplay ? { linux: ['xdg-open', url] } : {}),
  };
  const [program, ...parameters] = openers[process.platform] ?? [];
  if (program === undefined) return;
  // Whoever has no such program still has the address on the screen.
  spawn(program, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

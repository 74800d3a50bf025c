// Starts a fetched editor as a server on this machine, reachable from this machine only.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOrThrow } from '../command.mjs';
import { atEnd, temporaryFolder } from '../ending.mjs';
import { fetchEditor } from './fetch.mjs';

const START_MILLISECONDS = 60_000;
const GRACE_MILLISECONDS = 3_000;
const KEPT_LOG_LENGTH = 20_000;

/** Settings that keep the workbench quiet: no welcome, no look-ups outside this machine, nothing beside the notes. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * @typedef {object} ServerOptions
 * @property {import('./versions.mjs').EditorName} editor
 * @property {string} [extensionsFolder] a folder of installed extensions; a new, empty one otherwise
 * @property {string} [extensionPackage] a `.vsix` to install before the start
 * @property {Record<string, unknown>} [settings] user settings beside the quiet ones
 * @property {boolean} [smokeTestDriver] lets a page run tests in the extension host
 * @property {boolean} [secret] whether only who knows the address with its token may open the editor
 * @property {boolean} [trustEverything] whether workspace trust is off; on by default
 * @property {NodeJS.ProcessEnv} [environment] added to that of this process
 */

/**
 * @typedef {object} EditorServer
 * @property {string} authority host and port
 * @property {string | undefined} token stands in the address of a secret editor
 * @property {string} version the version of VS Code
 * @property {string} dataFolder what the server writes: logs, user settings, storage
 * @property {(settings: Record<string, unknown>) => void} writeSettings replaces the settings beside the quiet ones
 * @property {() => string} log the last lines of the server's own output
 * @property {() => Promise<void>} stop ends the server and all that it started, and removes its folders
 */

/**
 * Starts an editor, fetching it first where it is not there. Its data lies in a temporary folder, and both end with
 * this process at the latest.
 *
 * @param {ServerOptions} options
 * @returns {Promise<EditorServer>}
 * @throws when the editor cannot be fetched or does not start
 */
export async function startServer(options) {
  const editor = await fetchEditor(options.editor);
  const data = temporaryFolder('editor');
  const extensionsFolder = options.extensionsFolder ?? path.join(data.folder, 'extensions');
  const userFolder = path.join(data.folder, 'data', 'User');
  const scratchFolder = path.join(data.folder, 'scratch');
  for (const folder of [extensionsFolder, userFolder, scratchFolder]) mkdirSync(folder, { recursive: true });

  /** @param {Record<string, unknown>} settings */
  const writeSettings = (settings) => {
    writeFileSync(
      path.join(userFolder, 'settings.json'),
      JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2),
    );
  };
  writeSettings(options.settings ?? {});

  const environment = {
    ...process.env,
    TMPDIR: scratchFolder,
    XDG_RUNTIME_DIR: scratchFolder,
    ...options.environment,
  };
  const places = ['--server-data-dir', data.folder, '--extensions-dir', extensionsFolder];
  if (options.extensionPackage !== undefined) {
    const install = ['--accept-server-license-terms', '--install-extension', options.extensionPackage];
    await runOrThrow(editor.node, [editor.server, ...places, ...install], { env: environment });
  }

  const token = options.secret ? randomUUID() : undefined;
  const parameters = [
    ...['--host', '127.0.0.1', '--port', '0'],
    ...(token === undefined
      ? ['--without-connection-token']
      : ['--connection-token-file', tokenFile(data.folder, token)]),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', ...places],
    ...(options.trustEverything === false ? [] : ['--disable-workspace-trust']),
    ...(options.smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  const server = spawn(editor.node, [editor.server, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all that it starts can be ended with it.
    detached: process.platform !== 'win32',
    env: environment,
  });
  const forget = atEnd({
    gently: () => stop(),
    now: () => {
      endGroup(server, 'SIGKILL');
    },
  });
  const stop = async () => {
    endGroup(server, 'SIGTERM');
    await waitForExit(server);
    endGroup(server, 'SIGKILL');
    forget();
    data.remove();
  };
  const output = keepOutput(server);
  try {
    const port = await listeningPort(server, output);
    return {
      authority: `127.0.0.1:${port}`,
      token,
      version: editor.version,
      dataFolder: data.folder,
      writeSettings,
      log: output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A token in a file, unlike one among the parameters, is not seen in the list of processes.
 *
 * @param {string} folder
 * @param {string} token
 * @returns {string} the file
 */
function tokenFile(folder, token) {
  const file = path.join(folder, 'token');
  writeFileSync(file, token, { mode: 0o600 });
  return file;
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {() => string} the end of what the server has said
 */
function keepOutput(server) {
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-KEPT_LOG_LENGTH);
    });
  }
  return () => output;
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {() => string} output
 * @returns {Promise<string>}
 */
function listeningPort(server, output) {
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const fail = (reason) => {
      reject(new Error(`The editor's server ${reason}.\n${output()}`));
    };
    const timer = setTimeout(() => {
      fail('did not start in time');
    }, START_MILLISECONDS);
    const look = () => {
      const port = /agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      server.stdout?.off('data', look);
      resolve(port);
    };
    server.stdout?.on('data', look);
    server.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    server.once('exit', (exitCode) => {
      clearTimeout(timer);
      fail(`ended with ${String(exitCode)}`);
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {NodeJS.Signals} signal
 */
function endGroup(server, signal) {
  if (server.pid === undefined) return;
  try {
    if (process.platform === 'win32') server.kill(signal);
    else process.kill(-server.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** @param {import('node:child_process').ChildProcess} server */
function waitForExit(server) {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return Promise.resolve();
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const timer = setTimeout(resolve, GRACE_MILLISECONDS);
    server.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

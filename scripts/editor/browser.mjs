// Finds a browser for the workbench: one of the system where there is one, else one from npm.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { runOrThrow } from '../command.mjs';
import { cachedFolder, unpackPackage } from './cache.mjs';
import { FALLBACK_BROWSER } from './versions.mjs';

const QUIET = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'];

const NAMES_ON_LINUX = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const PLACES_ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const PLACES_ON_WINDOWS = [
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/**
 * Starts a browser that nobody sees.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when there is none on this machine and none can be fetched for it; the message says what to do
 */
export async function launchBrowser() {
  // Our signals are handled in one place (ending.mjs); the browser must not end this process before that is done.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ ...(await findBrowser()), ...signals });
}

/** @returns {Promise<import('playwright-core').LaunchOptions>} */
async function findBrowser() {
  // Chromium's sandbox needs a kernel feature that root and most containers do not have. Only our own pages are opened.
  const args = [...QUIET, '--no-sandbox'];
  const installed = [process.env.CHROME_PATH ?? '', ...systemBrowsers()].find((file) => file && existsSync(file));
  if (installed !== undefined) return { executablePath: installed, args };
  if (existsSync(chromium.executablePath())) return { args };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found. Install Chrome or Chromium, or name one in the variable CHROME_PATH.');
  }
  return { ...(await fetchBrowser()), args };
}

function systemBrowsers() {
  if (process.platform === 'darwin') return PLACES_ON_MACOS;
  if (process.platform === 'win32') return PLACES_ON_WINDOWS;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES_ON_LINUX.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @returns {Promise<{ executablePath: string, env: Record<string, string> }>} */
async function fetchBrowser() {
  const name = FALLBACK_BROWSER.spec.replace(/\W+/g, '-').replace(/^-/, '');
  const folder = await cachedFolder(name, 'Fetching a browser for the tests', unpackBrowser);
  const fontSettings = path.join(folder, 'fonts.conf');
  writeFileSync(
    fontSettings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  );
  const own = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      .../** @type {Record<string, string>} */ (Object.fromEntries(own)),
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: fontSettings,
    },
  };
}

/** @param {string} folder */
async function unpackBrowser(folder) {
  await unpackPackage(FALLBACK_BROWSER.spec, folder, FALLBACK_BROWSER.integrity);
  for (const part of ['chromium', 'al2023.tar', 'fonts.tar']) {
    const packed = readFileSync(path.join(folder, 'bin', `${part}.br`));
    writeFileSync(path.join(folder, part), brotliDecompressSync(packed), { mode: 0o755 });
  }
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    await runOrThrow('tar', ['-xf', archive], { cwd: folder });
    rmSync(path.join(folder, archive));
  }
  rmSync(path.join(folder, 'bin'), { recursive: true });
}

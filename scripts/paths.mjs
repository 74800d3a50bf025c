// The places that every script agrees on.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The root of the repository. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** What the build makes; may be deleted at any time. */
export const DIST = path.join(ROOT, 'dist');

/** What is fetched (editors, Node, a browser); ignored by git, may be deleted at any time. */
export const CACHE = path.join(ROOT, '.vscode-test');

/** The packaged extension. */
export const PACKAGED_EXTENSION = path.join(ROOT, 'kintsugi.vsix');

/** The TypeScript projects, below the root. */
export const PROJECTS = [
  '.',
  'src/core',
  'src/node',
  'src/webview',
  'test',
  'test/ui',
  'test/stories',
  'test/unit/bench',
  'scripts',
].filter((project) => existsSync(path.join(ROOT, project, 'tsconfig.json')));

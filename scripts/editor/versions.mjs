// The two editors that Kintsugi is tried in. code-server is VS Code's own server with its workbench, on npm.

/**
 * @typedef {object} Editor
 * @property {string} release the release of code-server
 * @property {string} visualStudioCode the version of VS Code inside it
 * @property {string} integrity what npm must give us, to the byte
 * @property {readonly [number, number]} oldestNode the oldest Node that runs it
 * @property {readonly string[]} replacements packages to install over those that it names, which would need a compiler
 */

/** @typedef {'oldest' | 'today'} EditorName */

/** @type {Readonly<Record<EditorName, Editor>>} */
export const EDITORS = {
  oldest: {
    release: '4.100.3',
    visualStudioCode: '1.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    oldestNode: [20, 0],
    replacements: ['@vscode/ripgrep@1.18.0', 'node-pty@1.2.0-beta.15'],
  },
  today: {
    release: '4.139.1',
    visualStudioCode: '1.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    oldestNode: [22, 15],
    replacements: [],
  },
};

/** The Node that runs an editor for which the Node at hand is too old. */
export const NEWER_NODE = '24.21.0';

/** The browser for a machine that has none; built for servers, so it needs no library of the system. */
export const FALLBACK_BROWSER = {
  spec: '@sparticuz/chromium@143.0.4',
  integrity: 'sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==',
};

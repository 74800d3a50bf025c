// The history of the sample notes: a repository of its own, the same on every machine on the same day.
import { runOrThrow } from '../command.mjs';
import { dayFrom } from './days.mjs';

const ALEX = { name: 'Alex', email: 'alex@example.org' };
const SAM = { name: 'Sam', email: 'sam@example.org' };

/** Each commit takes the entries up to its day that no earlier one took, and the pages of the paths it names. */
const COMMITS = [
  { author: ALEX, daysAgo: 168, pages: ['.gitignore', 'README.md', 'kintsugi.yaml', '1-name-the-betrayal'] },
  { author: ALEX, daysAgo: 118, pages: [] },
  { author: ALEX, daysAgo: 49, pages: ['3-commitment'] },
  { author: ALEX, daysAgo: 4, pages: ['4-honesty/alex.md'] },
  { author: SAM, daysAgo: 1, pages: ['4-honesty/sam.md', '4-honesty/distance-sam.md'] },
];

/**
 * Makes the folder a repository of Alex's and commits the notes.
 *
 * @param {string} folder
 * @param {readonly { path: string, daysAgo: number | undefined }[]} notes the shared ones; pages have no day
 * @param {Date} today
 * @returns {Promise<void>}
 */
export async function commitNotes(folder, notes, today) {
  await makeRepository(folder);
  const waiting = new Set(notes);
  for (const commit of COMMITS) {
    const taken = [...waiting].filter((note) => isTaken(note, commit));
    taken.forEach((note) => waiting.delete(note));
    await git(folder, ['add', '--', ...taken.map((note) => note.path)]);
    const evening = new Date(dayFrom(today, -commit.daysAgo).getTime() + 19 * 3_600_000).toISOString();
    await git(folder, ['commit', '--quiet', '--message', 'Notes'], {
      GIT_AUTHOR_NAME: commit.author.name,
      GIT_AUTHOR_EMAIL: commit.author.email,
      GIT_AUTHOR_DATE: evening,
      GIT_COMMITTER_NAME: commit.author.name,
      GIT_COMMITTER_EMAIL: commit.author.email,
      GIT_COMMITTER_DATE: evening,
    });
  }
  if (waiting.size > 0) {
    throw new Error(`no commit takes ${[...waiting].map((note) => note.path).join(', ')}`);
  }
}

/**
 * Makes the folder a repository of Alex's, and commits all that git does not ignore in it, at once.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function commitEverything(folder) {
  await makeRepository(folder);
  // Into one pack: many thousands of files of git's own take longer to write and to remove than the notes.
  await git(folder, ['-c', 'core.bigFileThreshold=1', 'add', '--all']);
  await git(folder, ['commit', '--quiet', '--message', 'Notes']);
}

/** @param {string} folder becomes a repository of Alex's */
async function makeRepository(folder) {
  await git(folder, ['init', '--quiet', '--template=']);
  await git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  const settings = {
    'user.name': ALEX.name,
    'user.email': ALEX.email,
    'core.autocrlf': 'false',
    'commit.gpgsign': 'false',
  };
  for (const [name, value] of Object.entries(settings)) {
    await git(folder, ['config', name, value]);
  }
}

/**
 * @param {{ path: string, daysAgo: number | undefined }} note
 * @param {{ daysAgo: number, pages: readonly string[] }} commit
 */
function isTaken(note, commit) {
  if (note.daysAgo !== undefined) {
    return note.daysAgo >= commit.daysAgo;
  }
  return commit.pages.some((page) => note.path === page || note.path.startsWith(`${page}/`));
}

/**
 * Runs git apart from the settings, hooks and variables of whoever starts it.
 *
 * @param {string} folder
 * @param {readonly string[]} parameters
 * @param {NodeJS.ProcessEnv} [identity]
 */
async function git(folder, parameters, identity = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...identity,
  };
  await runOrThrow('git', parameters, { cwd: folder, env });
}

/**
 * One sync in a process of its own, which may end itself in the middle:
 * `node one-sync.cjs FOLDER before|after|never COUNT` ends before or after that git process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Desk } from './desk';

async function syncOnce([folder = '', moment = 'never', count = '0']: readonly string[]): Promise<void> {
  const desk = await Desk.at(folder);
  const memory = `${folder}/.git/last-seen`;
  const end = (_: string, at: number): void => {
    if (at === Number(count)) process.kill(process.pid, 'SIGKILL');
  };
  if (moment === 'before') desk.interruptions.before = end;
  if (moment === 'after') desk.interruptions.after = end;
  await desk.sync({
    memory: {
      lastSeen: () => (existsSync(memory) ? readFileSync(memory, 'utf8') : undefined),
      remember: (commit) => {
        writeFileSync(memory, commit);
        return Promise.resolve();
      },
    },
  });
  console.log(`${String(desk.words.length)} git processes`);
}

void syncOnce(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

/**
 * One sync in a process of its own, which may end itself in the middle:
 * `node one-sync.mjs FOLDER before|after|never COUNT` ends before or after that git process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Desk } from './desk';

const [folder = '', moment = 'never', count = '0'] = process.argv.slice(2);

const desk = await Desk.at(folder);
const memory = `${folder}/.git/last-seen`;
const end = (_: string, at: number): void => {
  if (at === Number(count)) process.kill(process.pid, 'SIGKILL');
};
if (moment === 'before') desk.interruptions.before = end;
if (moment === 'after') desk.interruptions.after = end;
const { sent } = await desk.sync({
  memory: {
    lastSeen: () => (existsSync(memory) ? readFileSync(memory, 'utf8') : undefined),
    remember: (commit) => {
      writeFileSync(memory, commit);
      return Promise.resolve();
    },
  },
});
console.log(`${String(desk.words.length)} git processes, ${String(sent)} sent`);
process.exit();

import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Stands in private notes alone, and is another one in every run: wherever else it turns up, something has leaked. */
export const CANARY = `kanarie${randomBytes(8).toString('hex')}`;

/** A private reflection of somebody's that holds the word. */
export function canaryNote(me: string): string {
  return `private/8-forgiveness/2026-01-07-${me}.md`;
}

/** Puts the word into somebody's private notes, in every place that a note has. */
export function putCanaries(folder: string, me: string): void {
  const text = `---\ntemplate: reflection\nmood: ${CANARY}\n---\n\n# ${CANARY}\n\n- [ ] ${CANARY} <!-- step: ${CANARY} -->\n`;
  for (const note of [canaryNote(me), `private/${me}-${CANARY}.txt`, `private/9-path/2026-01-08-night-${me}.md`]) {
    mkdirSync(path.dirname(path.join(folder, note)), { recursive: true });
    writeFileSync(path.join(folder, note), text);
  }
}

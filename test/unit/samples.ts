import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Couple } from '../../src/core/couple';
import { buildGuide } from '../../src/core/guide';
import type { Guide } from '../../src/core/guide';
import { readNote } from '../../src/core/note-file';
import type { Note } from '../../src/core/note';
import { NotePaths } from '../../src/core/note-path';
import type { Problem } from '../../src/core/problem';
import type { Role } from '../../src/core/role';
import { readTemplate } from '../../src/core/template-file';
import type { TemplateReading } from '../../src/core/template-file';
import type { Template } from '../../src/core/template';

/** The four roles. */
export const ROLE_VALUES: readonly Role[] = ['hurt', 'broke-trust', 'both', 'unsaid'];

/** @returns the text as a file holds it. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** @returns the value, which the test needs to be there. */
export function present<T>(value: T | undefined | null): T {
  assert.ok(value !== undefined && value !== null, 'a value is missing');
  return value;
}

/** @returns each problem as `code:line`, which is what most tests ask. */
export function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, line }) => `${code}:${line}`);
}

/** @returns a couple, Alex and Sam, in the given roles. */
export function coupleOf(alex: Role = 'hurt', sam: Role = 'broke-trust', names: Couple['names'] = 'telling'): Couple {
  return {
    partners: [
      { id: 'alex', name: 'Alex', role: alex, git: ['alex@example.org'] },
      { id: 'sam', name: 'Sam', role: sam, git: ['Sam'] },
    ],
    began: undefined,
    language: 'en',
    names,
  };
}

/** A template of a page, with two steps; fields can be changed by their lines. */
export const PAGE_LINES = [
  'stage: honesty',
  'stage-title: Honesty',
  'order: 4',
  'title: Honesty',
  'kind: page',
  'scope: each',
  'path: 4-honesty/${PARTNER_ID}.md',
  'neutral: 4/${PARTNER_ID}.md',
  'privacy: shared',
] as const;

/** @returns the text of a template file. */
export function templateText(lines: readonly string[], stepIds: readonly string[]): string {
  const sections = stepIds.map((id) => `## ${id}\n\n- [ ] The step ${id} <!-- step: ${id} -->\n\n*A prompt.*\n`);
  return `---\n${lines.join('\n')}\n---\n\n# A page\n\n${sections.join('\n')}`;
}

/** @returns a template as it is read from a file; fails where it is broken. */
export function templateOf(fileName: string, lines: readonly string[], stepIds: readonly string[]): Template {
  const { template, problems } = readTemplate(fileName, bytesOf(templateText(lines, stepIds)));
  assert.deepEqual(told(problems), []);
  return present(template);
}

/** @returns lines of a template with some replaced, by key; an empty value takes the line out. */
export function withLines(changes: Readonly<Record<string, string>>): readonly string[] {
  const kept = PAGE_LINES.filter((line) => !Object.hasOwn(changes, line.slice(0, line.indexOf(':'))));
  return [...kept, ...Object.entries(changes).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]))];
}

/** @returns a note that is read under a guide; fails where the path belongs to no template. */
export function noteAt(templates: readonly Template[], notePath: string, content: string | Uint8Array): Note {
  const [first, ...rest] = new NotePaths(templates, ['alex', 'sam']).match(notePath);
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return readNote(notePath, bytes, [present(first), ...rest]);
}

const BUILT_IN_FOLDER = path.resolve('templates', 'en');

/** @returns every template file of the product as it is read, by file name. */
export function builtInReadings(): ReadonlyMap<string, TemplateReading> {
  const files = fs.readdirSync(BUILT_IN_FOLDER).filter((name) => name.endsWith('.md'));
  return new Map(files.map((name) => [name, readTemplate(name, fs.readFileSync(path.join(BUILT_IN_FOLDER, name)))]));
}

/** @returns the guide that the product comes with. */
export function builtInGuide(): Guide {
  return buildGuide(
    [...builtInReadings().values()].flatMap(({ template }) => template ?? []),
    [],
  );
}

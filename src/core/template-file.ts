import { isMap, isScalar } from 'yaml';
import { conflictLine } from './conflict';
import { findFrontMatter, readYamlMap, textOf } from './front-matter';
import type { Field, YamlMap } from './front-matter';
import { isNotePattern } from './note-path';
import { decodeNote } from './note-bytes';
import { problem, wholeLine } from './problem';
import type { Problem } from './problem';
import type { VariantRole } from './role';
import { readSteps } from './steps';
import type { Step } from './steps';
import type { GuideStep, NumericField, Template, TemplateField } from './template';

/** A template, or why the file cannot serve as one. Warnings come with a template. */
export interface TemplateReading {
  readonly template: Template | undefined;
  readonly problems: readonly Problem[];
}

const FILE_NAME = /^([a-z0-9][a-z0-9-]*)(?:\.(hurt|broke-trust))?\.md$/;
const KEYS = new Set([
  'stage',
  'stage-title',
  'order',
  'position',
  'title',
  'kind',
  'scope',
  'path',
  'neutral',
  'privacy',
  'command',
  'optional',
  'optional-page',
  'signed',
  'hidden',
  'follow',
  'numbers',
  'fields',
]);
/** Keys that the product writes into every note itself. */
const NOTE_KEYS = new Set(['template', 'role', 'partner', 'date']);

/** @returns the id and role that a template's file name says, or `undefined`. */
function templateName(fileName: string): { readonly id: string; readonly role: VariantRole | undefined } | undefined {
  const match = FILE_NAME.exec(fileName);
  return match?.[1] === undefined ? undefined : { id: match[1], role: asVariant(match[2]) };
}

function asVariant(text: string | undefined): VariantRole | undefined {
  return text === 'hurt' || text === 'broke-trust' ? text : undefined;
}

/**
 * Reads one template file. Never throws.
 * @param fileName its name, which is its id
 * @param bytes the whole file
 */
export function readTemplate(fileName: string, bytes: Uint8Array): TemplateReading {
  const name = templateName(fileName);
  if (!name) {
    return { template: undefined, problems: [problem('template-name', wholeLine(0))] };
  }
  const decoded = decodeNote(bytes);
  if (!decoded.readable) {
    return { template: undefined, problems: [problem(decoded.reason, wholeLine(0))] };
  }
  const { text } = decoded;
  const conflict = conflictLine(text);
  if (conflict !== -1) {
    return { template: undefined, problems: [problem('conflict', wholeLine(conflict))] };
  }
  const span = findFrontMatter(text);
  if (!span?.closed) {
    return { template: undefined, problems: [problem('front-matter-unclosed', wholeLine(0))] };
  }
  const yaml = readYamlMap(text, span.yamlStart, span.yamlEnd);
  const reader = new TemplateReader(yaml);
  const steps = readSteps(text);
  const problems = [...yaml.problems, ...steps.problems.map((found) => ({ ...found, severity: 'error' as const }))];
  if (problems.length > 0) {
    return { template: undefined, problems };
  }
  const template = reader.template(name, text.slice(span.bodyStart).replace(/\r\n/g, '\n'), steps.steps);
  const broken = reader.problems.some((found) => found.severity === 'error');
  return { template: broken ? undefined : template, problems: reader.problems };
}

/** Reads the keys of one template and gathers what is wrong with them. */
class TemplateReader {
  readonly problems: Problem[] = [];
  private readonly fields: ReadonlyMap<string, Field>;

  constructor(private readonly yaml: YamlMap) {
    this.fields = yaml.fields;
    for (const [key, field] of this.fields) {
      if (!KEYS.has(key)) {
        this.problems.push(problem('key-unknown', field.key, [key], 'warning'));
      }
    }
  }

  template(
    name: { readonly id: string; readonly role: VariantRole | undefined },
    body: string,
    steps: readonly Step[],
  ): Template {
    const kind = this.choice('kind', ['page', 'entry'] as const);
    const scope = this.choice('scope', ['each', 'together'] as const);
    const path = this.path('path', kind, scope);
    const optional = new Set(this.list('optional'));
    const stage = this.text('stage');
    return {
      ...name,
      stage,
      stageTitle: this.text('stage-title', stage),
      order: this.number('order'),
      position: this.number('position', 1),
      title: this.text('title'),
      kind,
      scope,
      path,
      neutralPath: this.fields.has('neutral') ? this.path('neutral', kind, scope) : path,
      privacy: this.choice('privacy', ['shared', 'private'] as const),
      command: this.text('command', 'stage'),
      optional: this.flag('optional-page'),
      signed: this.flag('signed'),
      offered: !this.flag('hidden'),
      followsLatest: textOf(this.fields.get('follow')) === 'latest',
      steps: steps.map(({ id, label, heading }): GuideStep => ({
        id,
        label,
        shortLabel: heading ?? label,
        counts: !optional.has(id),
      })),
      numbers: this.numericFields(),
      fields: this.extraFields(),
      body,
    };
  }

  private text(key: string, fallback?: string): string {
    const field = this.fields.get(key);
    const value = textOf(field);
    if (value !== undefined && value !== '') {
      return value;
    }
    if (field === undefined && fallback !== undefined) {
      return fallback;
    }
    this.report(key, 'value-not-text');
    return fallback ?? '';
  }

  private choice<const T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
    const value = textOf(this.fields.get(key));
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      this.report(key, 'value-not-allowed');
    }
    return found ?? allowed[0];
  }

  private number(key: string, fallback?: number): number {
    const value = this.fields.get(key)?.value;
    if (typeof value === 'number' && Number.isFinite(value)) {
      return value;
    }
    if (!this.fields.has(key) && fallback !== undefined) {
      return fallback;
    }
    this.report(key, 'value-not-a-number');
    return fallback ?? 0;
  }

  private flag(key: string): boolean {
    const value = this.fields.get(key)?.value;
    if (value !== undefined && typeof value !== 'boolean') {
      this.report(key, 'value-not-allowed');
    }
    return value === true;
  }

  private list(key: string): readonly string[] {
    const value = this.fields.get(key)?.value;
    return Array.isArray(value) ? value.map(String) : [];
  }

  private path(key: string, kind: Template['kind'], scope: Template['scope']): string {
    const path = this.text(key);
    if (path !== '' && !isNotePattern(path, kind, scope)) {
      this.report(key, 'template-path');
    }
    return path;
  }

  private numericFields(): readonly NumericField[] {
    return this.pairs('numbers').flatMap(([name, node]) => {
      const part = (key: string): unknown => (isMap(node) ? node.get(key) : undefined);
      const [min, max, low, high, title, reads] = ['min', 'max', 'low', 'high', 'title', 'reads'].map(part);
      if (typeof min !== 'number' || typeof max !== 'number' || !(min < max)) {
        this.report('numbers', 'value-not-a-number', name);
        return [];
      }
      if (reads !== undefined && reads !== 'up' && reads !== 'down') {
        this.report('numbers', 'value-not-allowed', name);
      }
      return [
        {
          name,
          title: asText(title).trim() || titleOf(name),
          min,
          max,
          reads: reads === 'down' ? 'down' : 'up',
          low: asText(low),
          high: asText(high),
        },
      ];
    });
  }

  private extraFields(): readonly TemplateField[] {
    return this.pairs('fields').map(([name, node]) => ({
      name,
      value: isScalar(node) ? asText(node.value) : '',
      comment: isScalar(node) ? (node.comment ?? '').trim() : '',
    }));
  }

  /** The pairs of a nested map whose keys can stand in a note's front matter. */
  private pairs(key: string): readonly (readonly [string, unknown])[] {
    const contents = this.yaml.document?.contents;
    const map = isMap(contents) ? contents.get(key, true) : undefined;
    if (map === undefined) {
      return [];
    }
    if (!isMap(map)) {
      this.report(key, 'value-not-allowed');
      return [];
    }
    return map.items.flatMap((pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!/^[a-z][a-z0-9-]*$/.test(name) || NOTE_KEYS.has(name)) {
        this.report(key, 'value-not-allowed', name);
        return [];
      }
      return [[name, pair.value] as const];
    });
  }

  private report(key: string, code: Problem['code'], detail = key): void {
    const field = this.fields.get(key);
    this.problems.push(field ? problem(code, field.place, [detail]) : problem('key-missing', wholeLine(0), [key]));
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** @returns a name as a title: `wish-well` is `Wish well`. */
function titleOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
}

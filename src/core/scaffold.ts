import type { CalendarDate } from './calendar-date';
import type { Couple, Partner } from './couple';
import { otherThan } from './couple';
import { readSteps } from './steps';
import { resolveSnippet } from './snippet';
import { templateVariables } from './template-variables';
import type { Role } from './role';
import type { Template } from './template';

/** Everything a new note is made from. */
export interface Scaffold {
  /** The variants of one template that the note is to hold, in order. */
  readonly variants: readonly [Template, ...Template[]];
  /** The role in which it is written; only told in the note where the template has variants. */
  readonly role: Role;
  readonly couple: Couple;
  readonly partner: Partner;
  readonly date: CalendarDate;
}

/** A new note, before it is a file. */
export interface ScaffoldedNote {
  readonly text: string;
  /** UTF-16 offset where the template wants the cursor. */
  readonly cursor: number | undefined;
}

/**
 * Makes the text of a new note: front matter that is flat, then the bodies of the variants. A section whose step
 * an earlier variant holds already is left out.
 */
export function scaffoldNote(scaffold: Scaffold): ScaffoldedNote {
  const { variants, couple, partner, date } = scaffold;
  const [first] = variants;
  const variables = templateVariables({
    partner,
    other: otherThan(couple, partner),
    stageTitle: first.stageTitle,
    date,
    language: couple.language,
  });
  const head = frontMatterOf(scaffold);
  const body = resolveSnippet(joinBodies(variants), variables);
  const cursor = body.cursor === undefined ? undefined : head.length + body.cursor;
  return { text: head + body.text, cursor };
}

function frontMatterOf({ variants, role, partner, date }: Scaffold): string {
  const [first] = variants;
  const lines = [`template: ${yamlScalar(first.id)}`];
  if (first.role !== undefined) {
    lines.push(`role: ${role}`);
  }
  if (first.scope === 'each') {
    lines.push(`partner: ${yamlScalar(partner.id)}`);
  }
  if (first.kind === 'entry') {
    lines.push(`date: ${date}`);
  }
  const names = new Set<string>();
  for (const variant of variants) {
    for (const { name, value, comment } of variant.fields.filter((field) => !names.has(field.name))) {
      names.add(name);
      const written = value === '' ? `${name}:` : `${name}: ${yamlScalar(value)}`;
      lines.push(comment === '' ? written : `${written} # ${oneLine(comment)}`);
    }
    for (const number of variant.numbers.filter(({ name }) => !names.has(name))) {
      names.add(number.name);
      const low = `${String(number.min)} ${oneLine(number.low)}`.trim();
      const high = `${String(number.max)} ${oneLine(number.high)}`.trim();
      lines.push(`${number.name}: # ${low}, ${high}`);
    }
  }
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** @returns a text as a YAML scalar that reads back as that very text. */
export function yamlScalar(value: string): string {
  const isPlain = /^[A-Za-z][\w.-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function joinBodies(variants: readonly Template[]): string {
  const ids = new Set<string>();
  const bodies = variants.map((variant, index) => {
    const sections = variant.body.trim().split(/^(?=## )/m);
    const kept = sections.filter((section, position) => {
      const own = readSteps(section).steps.map((step) => step.id);
      const isRepeated = own.length > 0 && own.every((id) => ids.has(id));
      const isOpening = index > 0 && position === 0 && !section.startsWith('## ');
      own.forEach((id) => ids.add(id));
      return !isRepeated && !isOpening;
    });
    return kept.join('').trim();
  });
  return `${bodies.filter((body) => body !== '').join('\n\n')}\n`;
}

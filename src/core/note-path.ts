import { isCalendarDate } from './calendar-date';
import type { CalendarDate } from './calendar-date';
import type { Template } from './template';

/** The folder whose notes stay on this machine. */
export const PRIVATE_FOLDER = 'private';
/** The couple's own templates, below the notes folder. */
export const TEMPLATES_FOLDER = '.kintsugi/templates';
/** Whatever changes at or below this path changes the guide. */
export const COUPLE_TEMPLATES_ROOT = '.kintsugi';

/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const NAME = /^(?!-)(?:[A-Za-z0-9_-]|\$\{(?:DATE|PARTNER_ID)\})+$/;

/**
 * Whether a template's path leads to a Markdown file below the notes folder on every system,
 * and holds the variables that keep its notes apart.
 */
export function isNotePattern(path: string, kind: Template['kind'], scope: Template['scope']): boolean {
  const segments = path.split('/');
  const name = segments[segments.length - 1] ?? '';
  const folders = segments.slice(0, -1);
  return (
    name.endsWith('.md') &&
    NAME.test(name.slice(0, -3)) &&
    folders.length > 0 &&
    folders.every((folder) => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(folder)) &&
    folders[0]?.toLowerCase() !== PRIVATE_FOLDER &&
    ![...folders, name].some((segment) => DEVICE.test(segment)) &&
    (kind !== 'entry' || name.startsWith('${DATE}')) &&
    occurrences(name, '${DATE}') <= 1 &&
    occurrences(name, '${PARTNER_ID}') === (scope === 'each' ? 1 : 0)
  );
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/**
 * The path of a new note, relative to the notes folder.
 * @param pattern a template's path or neutral path
 * @param sequence 1 for the first of its day; later ones get `-2`, `-3` and so on
 */
export function notePath(
  pattern: string,
  values: { readonly date: CalendarDate; readonly partner: string; readonly isPrivate: boolean },
  sequence = 1,
): string {
  const path = pattern.replace('${DATE}', values.date).replace('${PARTNER_ID}', values.partner);
  const numbered = sequence === 1 ? path : path.replace(/\.md$/, `-${String(sequence)}.md`);
  return values.isPrivate ? `${PRIVATE_FOLDER}/${numbered}` : numbered;
}

/** What the name of a note says. */
export interface NoteName {
  readonly template: Template;
  readonly isPrivate: boolean;
  readonly partner: string | undefined;
  readonly date: CalendarDate | undefined;
  /** 1 for the first of its day. */
  readonly sequence: number;
}

interface CompiledPattern {
  readonly template: Template;
  readonly expression: RegExp;
}

/** Tells from a path which template a note comes from, under both ways to name files. */
export class NotePaths {
  private readonly byFolder = new Map<string, CompiledPattern[]>();

  /**
   * @param templates of the guide; where two could have made a name, the first wins
   * @param partnerIds the two ids
   */
  constructor(templates: readonly Template[], partnerIds: readonly string[]) {
    const partners = [...partnerIds].sort((a, b) => b.length - a.length).join('|');
    for (const template of templates) {
      for (const pattern of new Set([template.path, template.neutralPath])) {
        const folder = pattern.slice(0, pattern.lastIndexOf('/'));
        const source = pattern
          .replace(/\.md$/, '')
          .replace('${DATE}', '(?<date>\\d{4}-\\d{2}-\\d{2})')
          .replace('${PARTNER_ID}', `(?<partner>${partners})`);
        const expression = new RegExp(`^${source}(?:-(?<sequence>[2-9]|[1-9]\\d{1,3}))?\\.md$`);
        const patterns = this.byFolder.get(folder) ?? [];
        patterns.push({ template, expression });
        this.byFolder.set(folder, patterns);
      }
    }
  }

  /** @returns the folders in which notes of the guide lie, below the notes folder and below `private/`. */
  folders(): readonly string[] {
    return [...this.byFolder.keys()];
  }

  /**
   * @param path relative to the notes folder, with forward slashes
   * @returns every template that could have made the name, role variants included; empty for other files
   */
  match(path: string): readonly NoteName[] {
    const isPrivate = path.startsWith(`${PRIVATE_FOLDER}/`);
    const inner = (isPrivate ? path.slice(PRIVATE_FOLDER.length + 1) : path).normalize('NFC');
    const patterns = this.byFolder.get(inner.slice(0, Math.max(inner.lastIndexOf('/'), 0))) ?? [];
    return patterns.flatMap(({ template, expression }) => {
      const groups = expression.exec(inner)?.groups;
      if (!groups || (groups.date !== undefined && !isCalendarDate(groups.date))) {
        return [];
      }
      if (template.kind === 'page' && groups.sequence !== undefined) {
        return [];
      }
      const sequence = Number(groups.sequence ?? 1);
      return [{ template, isPrivate, partner: groups.partner, date: groups.date, sequence }];
    });
  }
}

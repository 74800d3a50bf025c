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

/** What names say that differ in nothing but their day: the same object for all of them. */
export interface UndatedName {
  /** Every template that could have made the name, role variants included, as if the name had no day. */
  readonly names: readonly NoteName[];
}

interface CompiledPattern {
  readonly template: Template;
  readonly expression: RegExp;
}

interface PatternsOfFolder {
  readonly patterns: CompiledPattern[];
  /** Whether a day that a name begins with can be nothing but its day. */
  areDaysClear: boolean;
}

/** What a name says: all but the day, and the day that it begins with, if it does. */
export interface MatchedName {
  readonly undated: UndatedName;
  readonly date: CalendarDate | undefined;
}

const UNKNOWN: MatchedName = { undated: { names: [] }, date: undefined };
const BEGINS_WITH_DAY = /^\d{4}-\d{2}-\d{2}/;
/** Stands for any day. */
const SOME_DAY = '2000-01-01';
const DAY_LENGTH = SOME_DAY.length;
/** So many kinds of names are remembered; more than the names of a guide have. */
const MOST_REMEMBERED = 5_000;

/** Tells from a path which template a note comes from, under both ways to name files. */
export class NotePaths {
  private readonly byFolder = new Map<string, PatternsOfFolder>();
  /** By path, with any day for the day. Thousands of notes have a few kinds of names. */
  private readonly remembered = new Map<string, UndatedName>();

  /**
   * @param templates of the guide; where two could have made a name, the first wins
   * @param partnerIds the two ids
   */
  constructor(templates: readonly Template[], partnerIds: readonly string[]) {
    const partners = [...partnerIds].sort((a, b) => b.length - a.length).join('|');
    const isLikeDay = partnerIds.some((id) => /^\d/.test(id)) ? /^(?:\d|\$\{PARTNER_ID\})/ : /^\d/;
    for (const template of templates) {
      for (const pattern of new Set([template.path, template.neutralPath])) {
        const folder = folderOf(pattern);
        const source = pattern
          .replace(/\.md$/, '')
          .replace('${DATE}', '(?<date>\\d{4}-\\d{2}-\\d{2})')
          .replace('${PARTNER_ID}', `(?<partner>${partners})`);
        const expression = new RegExp(`^${source}(?:-(?<sequence>[2-9]|[1-9]\\d{1,3}))?\\.md$`);
        const known = this.byFolder.get(folder) ?? { patterns: [], areDaysClear: true };
        known.patterns.push({ template, expression });
        known.areDaysClear &&= !isLikeDay.test(pattern.slice(folder.length + 1));
        this.byFolder.set(folder, known);
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
    const { undated, date } = this.matchUndated(path);
    return date === undefined ? undated.names : undated.names.map((name) => withDate(name, date));
  }

  /** Tells apart what `match` gives as one: what many names have in common, and the day. */
  matchUndated(path: string): MatchedName {
    const nameStart = path.lastIndexOf('/') + 1;
    const date = BEGINS_WITH_DAY.exec(path.slice(nameStart, nameStart + DAY_LENGTH))?.[0];
    if (date === undefined) {
      return { undated: this.remember(path), date };
    }
    const folder = path.slice(0, Math.max(nameStart - 1, 0));
    if (this.byFolder.get(publicPath(folder))?.areDaysClear !== true) {
      return { undated: { names: this.read(path) }, date: undefined };
    }
    if (!isCalendarDate(date)) {
      return UNKNOWN;
    }
    return { undated: this.remember(`${folder}/${SOME_DAY}${path.slice(nameStart + DAY_LENGTH)}`), date };
  }

  private remember(path: string): UndatedName {
    const known = this.remembered.get(path) ?? { names: this.read(path) };
    if (this.remembered.size >= MOST_REMEMBERED) {
      this.remembered.clear();
    }
    this.remembered.set(path, known);
    return known;
  }

  private read(path: string): readonly NoteName[] {
    const isPrivate = path.startsWith(`${PRIVATE_FOLDER}/`);
    const inner = publicPath(path).normalize('NFC');
    const patterns = this.byFolder.get(folderOf(inner))?.patterns ?? [];
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

function withDate({ template, isPrivate, partner, sequence }: NoteName, date: CalendarDate): NoteName {
  return { template, isPrivate, partner, date, sequence };
}

/** @returns the path that a note would have if it were not private */
function publicPath(path: string): string {
  return path.startsWith(`${PRIVATE_FOLDER}/`) ? path.slice(PRIVATE_FOLDER.length + 1) : path;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

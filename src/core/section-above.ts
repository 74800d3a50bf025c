/** What stands above a line in its section of a note. */
export interface SectionAbove {
  /** The kind that the template marks it with, `<!-- wording: … -->`, or `undefined`. */
  readonly mark: string | undefined;
  /** The ids of the steps above the line, the nearest first. */
  readonly steps: readonly string[];
}

const MARK = /^[ \t]{0,3}<!--\s*wording:\s*([a-z][a-z-]*)\s*-->\s*$/;
const STEP = /<!--\s*step:\s*([a-z0-9][a-z0-9-]*)\s*-->/;
const HEADING = /^ {0,3}#{1,2}(?:[ \t]|$)/;
/** A section of this many lines is no section that a template made. */
const MOST_LINES = 400;
const MOST_FRONT_MATTER_LINES = 200;

/**
 * Looks upwards from a line to the heading of its section. It parses nothing, so that it can be asked at every key.
 * @param lineAt gives the text of a line, zero-based
 * @param line where to begin, zero-based
 */
export function sectionAbove(lineAt: (line: number) => string, line: number): SectionAbove {
  const steps: string[] = [];
  for (let at = line; at >= 0 && line - at < MOST_LINES; at -= 1) {
    const text = lineAt(at);
    const mark = MARK.exec(text)?.[1];
    if (mark !== undefined) {
      return { mark, steps };
    }
    if (HEADING.test(text)) {
      break;
    }
    const step = STEP.exec(text)?.[1];
    if (step !== undefined) {
      steps.push(step);
    }
  }
  return { mark: undefined, steps };
}

/**
 * Finds the keys of the front matter that stand above or below a line of it.
 * @param lineAt gives the text of a line, zero-based
 * @returns the keys in other lines, or `undefined` where the line is in no front matter
 */
export function keysBeside(
  lineAt: (line: number) => string,
  lineCount: number,
  line: number,
): ReadonlySet<string> | undefined {
  if (line === 0 || line > MOST_FRONT_MATTER_LINES || !/^\uFEFF?---[ \t]*$/.test(lineAt(0))) {
    return undefined;
  }
  const keys = new Set<string>();
  for (let at = 1; at < Math.min(lineCount, MOST_FRONT_MATTER_LINES); at += 1) {
    const text = lineAt(at);
    if (/^---[ \t]*$/.test(text)) {
      return at > line ? keys : undefined;
    }
    const key = /^([\w-]+)[ \t]*:/.exec(text)?.[1];
    if (key !== undefined && at !== line) {
      keys.add(key);
    }
  }
  return undefined;
}

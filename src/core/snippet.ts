/**
 * The part of VS Code's snippet syntax that a template can use outside an editor: variables with defaults and
 * transforms, and tab stops, placeholders and choices, which become their first text.
 * Syntax: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export interface ResolvedSnippet {
  readonly text: string;
  /** UTF-16 offset of `$0`, where the cursor lands, or `undefined`. */
  readonly cursor: number | undefined;
}

/** Deeper than anybody nests by hand; below it a dollar sign is only a dollar sign. */
const DEEPEST = 100;

/** The value of a variable; `undefined` where no variable has the name. An empty value takes the default. */
export type Variables = (name: string) => string | undefined;

/**
 * Resolves a snippet. Values are put in as they are: what looks like syntax in a value stays text.
 * What is not valid syntax stays as it was written, as in VS Code. The time it takes grows with the length alone.
 */
export function resolveSnippet(source: string, variables: Variables): ResolvedSnippet {
  const reader = new SnippetReader(source, variables);
  const text = reader.readUntil('');
  return { text, cursor: reader.cursor };
}

class SnippetReader {
  cursor: number | undefined;
  private position = 0;
  private written = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly variables: Variables,
  ) {}

  /** Reads until an unescaped `end` (not consumed), or the end of the source where none is given or found. */
  readUntil(end: '}' | ''): string {
    const parts: string[] = [];
    const write = (part: string, counted = false): void => {
      parts.push(part);
      this.written += counted ? 0 : part.length;
    };
    while (this.position < this.source.length) {
      const character = this.source.charAt(this.position);
      if (character === end) {
        break;
      }
      const escaped = this.source.charAt(this.position + 1);
      if (character === '\\' && (escaped === '$' || escaped === '\\' || escaped === '}')) {
        write(escaped);
        this.position += 2;
      } else if (character === '$') {
        const value = this.readDollar();
        write(value ?? '$', value !== undefined);
      } else {
        write(character);
        this.position += 1;
      }
    }
    return parts.join('');
  }

  /** Reads what a dollar sign begins; on anything else consumes the sign alone and gives `undefined`. */
  private readDollar(): string | undefined {
    const rest = this.source.slice(this.position, this.position + 200);
    const plain = /^\$(?:(\d+)|([A-Za-z_]\w*))/.exec(rest);
    const braced = /^\$\{(?:(\d+)|([A-Za-z_]\w*))/.exec(rest);
    const match = plain ?? braced;
    if (!match || this.depth >= DEEPEST) {
      this.position += 1;
      return undefined;
    }
    const start = this.position;
    const [whole, stop, name] = match;
    this.position += whole.length;
    if (plain) {
      return stop === undefined ? this.writeVariable(name ?? '') : this.writeStop(stop);
    }
    this.depth += 1;
    const value = stop === undefined ? this.readVariableTail(name ?? '', start) : this.readStopTail(stop, start);
    this.depth -= 1;
    if (value === undefined) {
      this.position = start + 1;
    }
    return value;
  }

  /**
   * Reads what stands after the colon of a placeholder or a default. Where its brace is never closed, all of it is
   * text from the dollar sign on, as in VS Code, and is not read a second time.
   */
  private readNested(start: number): { readonly text: string; readonly closed: boolean } {
    this.position += 1;
    const opening = this.source.slice(start, this.position);
    const hadCursor = this.cursor !== undefined;
    const text = this.readUntil('}');
    if (this.close()) {
      return { text, closed: true };
    }
    this.written += opening.length;
    if (!hadCursor && this.cursor !== undefined) {
      this.cursor += opening.length;
    }
    return { text: opening + text, closed: false };
  }

  private writeStop(stop: string): string {
    if (stop === '0') {
      this.cursor ??= this.written;
    }
    return '';
  }

  /** A name that nothing stands for is written itself, as in VS Code. */
  private writeVariable(name: string): string {
    const text = this.variables(name) ?? name;
    this.written += text.length;
    return text;
  }

  private readStopTail(stop: string, start: number): string | undefined {
    const next = this.source.charAt(this.position);
    if (next === ':') {
      const { written, cursor } = this;
      const { text, closed } = this.readNested(start);
      if (closed && stop === '0') {
        this.cursor = cursor ?? written;
      }
      return text;
    }
    if (next !== '|') {
      return this.close() ? this.writeStop(stop) : undefined;
    }
    const first = this.readChoice();
    if (first !== undefined) {
      this.writeStop(stop);
      this.written += first.length;
    }
    return first;
  }

  /** Reads the options of a choice, which hold no syntax, and the brace that closes it; gives the first. */
  private readChoice(): string | undefined {
    let first: string | undefined;
    let option = '';
    let index = this.position + 1;
    for (; index < this.source.length; index += 1) {
      const character = this.source.charAt(index);
      if (character === '\\' && /[,|\\]/.test(this.source.charAt(index + 1))) {
        index += 1;
        option += this.source.charAt(index);
      } else if (character === ',' || character === '|') {
        first ??= option;
        option = '';
        if (character === '|') {
          break;
        }
      } else {
        option += character;
      }
    }
    if (!this.source.startsWith('|}', index)) {
      return undefined;
    }
    this.position = index + 2;
    return first;
  }

  private readVariableTail(name: string, start: number): string | undefined {
    const next = this.source.charAt(this.position);
    if (next === ':') {
      const { written, cursor } = this;
      const { text, closed } = this.readNested(start);
      const value = this.variables(name);
      if (!closed || value === undefined || value === '') {
        return text;
      }
      this.cursor = cursor;
      this.written = written;
      return this.writeVariable(name);
    }
    if (next === '/') {
      const transform = this.readTransform();
      if (!transform) {
        return undefined;
      }
      const text = transform(this.variables(name) ?? '');
      this.written += text.length;
      return text;
    }
    return this.close() ? this.writeVariable(name) : undefined;
  }

  private close(): boolean {
    const closed = this.source.charAt(this.position) === '}';
    this.position += closed ? 1 : 0;
    return closed;
  }

  private readTransform(): ((value: string) => string) | undefined {
    const rest = this.source.slice(this.position, this.position + 500);
    const match = /^\/((?:\\.|[^\\/])*)\/((?:\\.|\$\{[^}]*\}|\$(?!\{[^}]*\})|[^\\/$])*)\/([gimsu]*)\}/.exec(rest);
    if (!match) {
      return undefined;
    }
    const [whole, pattern = '', format = '', flags = ''] = match;
    try {
      const expression = new RegExp(pattern.replace(/\\\//g, '/'), flags);
      this.position += whole.length;
      return (value) => value.replace(expression, (...groups: unknown[]) => applyFormat(format, groups));
    } catch {
      return undefined;
    }
  }
}

/** Replaces `$1`, `${1:/upcase}`, `${1:+if}`, `${1:?if:else}` and `${1:-else}` in the format of a transform. */
function applyFormat(format: string, groups: readonly unknown[]): string {
  // The offset of the match, a number, comes after the last group.
  const last = groups.findIndex((group) => typeof group === 'number');
  return format.replace(
    /\\([$}/\\n])|\$(\d+)|\$\{(\d+)(?::([/+?-])([^}]*))?\}/g,
    (_all, escaped, plain, braced, kind, words) => {
      if (typeof escaped === 'string') {
        return escaped === 'n' ? '\n' : escaped;
      }
      const index = Number(plain ?? braced);
      const group = index < last ? groups[index] : undefined;
      const value = typeof group === 'string' ? group : '';
      return typeof kind === 'string' ? formatGroup(value, kind, String(words)) : value;
    },
  );
}

function formatGroup(value: string, kind: string, words: string): string {
  switch (kind) {
    case '+':
      return value === '' ? '' : words;
    case '-':
      return value === '' ? words : value;
    case '?': {
      const [filled = '', empty = ''] = words.split(':');
      return value === '' ? empty : filled;
    }
    default:
      return changeCase(value, words);
  }
}

function changeCase(value: string, name: string): string {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const words = value.match(/[\p{L}\p{N}]+/gu) ?? [];
  switch (name) {
    case 'upcase':
      return value.toUpperCase();
    case 'downcase':
      return value.toLowerCase();
    case 'capitalize':
      return capital(value);
    case 'pascalcase':
      return words.map(capital).join('');
    case 'camelcase':
      return words.map((word, index) => (index === 0 ? word.toLowerCase() : capital(word))).join('');
    default:
      return value;
  }
}

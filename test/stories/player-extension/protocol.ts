/** The variable that tells the player where the test listens. */
export const PORT_VARIABLE = 'KINTSUGI_STORIES_PORT';

/** What a test asks a window for. Paths are relative to the folder that is open, with forward slashes. */
export type Request =
  /** Runs a command, on a file if one is named. */
  | { readonly act: 'run'; readonly command: string; readonly path?: string; readonly words?: readonly unknown[] }
  /** Opens a note and puts text in place of another; at the end where none is named. */
  | {
      readonly act: 'write';
      readonly path: string;
      readonly text: string;
      readonly instead?: string;
      readonly save: boolean;
    }
  /** Gives the text of a note as the editor has it. */
  | { readonly act: 'read'; readonly path: string }
  /** Shows a note, at a line. */
  | { readonly act: 'show'; readonly path: string; readonly line: number }
  /** Gives the paths of open files whose text is not saved. */
  | { readonly act: 'unsaved' }
  /** Waits until the git extension has the folder for a repository, or looks whether it has. */
  | { readonly act: 'openRepository' }
  /** Closes all editors and messages, without saving anything. */
  | { readonly act: 'tidy' }
  /** Sets one of the folder's settings. */
  | { readonly act: 'set'; readonly key: string; readonly value: unknown }
  /** Gives one of the folder's settings as the window knows it. */
  | { readonly act: 'setting'; readonly key: string };

/** The first thing that a window says. */
export interface Hello {
  readonly folder: string;
  /** The process of its extension host. */
  readonly process: number;
}

export interface Question {
  readonly id: number;
  readonly request: Request;
}

export type Answer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

/** Splits what comes over a line into messages, one a line. @returns takes what comes */
export function readingLines(take: (message: unknown) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(JSON.parse(line));
  };
}

/** One message as it goes over the line. */
export function asLine(message: Hello | Question | Answer): string {
  return `${JSON.stringify(message)}\n`;
}

import type { ToExtension } from '../panel/protocol';

/** What every part of the page is given. */
export interface PageContext {
  readonly locale: string;
  /** Sends a message to the extension. */
  post(message: ToExtension): void;
  /** @returns a translated text by its key, with `{0}`, `{1}` filled in. */
  word(key: string, ...values: readonly (string | number)[]): string;
}

import type { ToExtension } from '../panel/protocol';

/** What every part of the page is given. */
export interface PageContext {
  readonly locale: string;
  /** Sends a message to the extension. */
  readonly post: (message: ToExtension) => void;
  /** Gives a translated text by its key, with `{0}`, `{1}` filled in. */
  readonly word: (key: string, ...values: readonly (string | number)[]) => string;
}

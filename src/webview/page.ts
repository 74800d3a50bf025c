import { readPageStart } from '../panel/protocol';
import { Page } from './page-body';
import { wordsFrom } from './words';

/** What the editor gives to a page, once. */
interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

const start = readPageStart(JSON.parse(document.body.getAttribute('data-start') ?? 'null'));
const room = document.getElementById('page');
if (start !== undefined && room !== null) {
  const editor = acquireVsCodeApi();
  const context = {
    locale: knownLocale(start.locale),
    word: wordsFrom(start.words),
    post: editor.postMessage.bind(editor),
  };
  new Page(room, context, start.tab, editor).begin();
}

/** A language that the browser cannot read would stop every date from being told. */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

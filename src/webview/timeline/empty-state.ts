import type { PageContext } from '../context';
import { button, element } from '../elements';

/** @returns what stands there before the first check-in: what will be here, and a way to begin */
export function emptyState({ word, post }: PageContext): HTMLElement {
  const sentences = [word('empty-one'), word('empty-two')].map((text) => element('p', { text }));
  const write = [
    button({ class: 'primary', text: word('write-check-in') }, () => {
      post({ type: 'write', what: 'check-in' });
    }),
    button({ class: 'plain', text: word('write-moment') }, () => {
      post({ type: 'write', what: 'moment' });
    }),
  ];
  return element('div', { class: 'nothing-yet', hidden: true }, [
    ...sentences,
    element('div', { class: 'buttons' }, write),
  ]);
}

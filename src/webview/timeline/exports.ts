import type { PageContext } from '../context';
import { button, element } from '../elements';

/** A form in which one may keep the picture or what is behind it. */
export type ExportFormat = 'svg' | 'png' | 'csv';

/**
 * The buttons that save the picture and the data.
 *
 * @param context gives the texts
 * @param save what a press does
 */
export function exportButtons(context: PageContext, save: (format: ExportFormat) => void): HTMLElement {
  const { word } = context;
  const formats: readonly (readonly [ExportFormat, string, string])[] = [
    ['svg', 'SVG', word('save-svg')],
    ['png', 'PNG', word('save-png')],
    ['csv', 'CSV', word('save-csv')],
  ];
  const buttons = formats.map(([format, text, label]) =>
    button({ class: 'plain', text, 'aria-label': label }, () => {
      save(format);
    }),
  );
  const caption = element('span', { class: 'caption', 'aria-hidden': 'true', text: word('save-as') });
  return element('div', { class: 'exports', role: 'group', 'aria-label': word('save-as') }, [caption, ...buttons]);
}

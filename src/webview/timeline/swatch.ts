import { DASHES, seriesWord } from '../../core/picture/style';
import { svgElement } from '../elements';

/** @returns a short piece of a measure's line, as the picture draws it */
export function swatch(index: number): SVGSVGElement {
  const series = seriesWord(index);
  const line = svgElement('path', {
    class: `swatch-line ${series}`,
    d: 'M1 6H25',
    'stroke-dasharray': DASHES[series].join(' ') || undefined,
  });
  return svgElement('svg', { class: 'swatch', 'aria-hidden': 'true', width: 26, height: 12, viewBox: '0 0 26 12' }, [
    line,
  ]);
}

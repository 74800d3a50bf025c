import type { Mark, Picture } from '../../core/picture/picture';
import { setAttribute, setText, svgElement } from '../elements';
import { gatherMarks } from './gather-marks';
import { splitMarks } from './split-marks';

/** The elements of a picture's marks, in the order in which they are painted. */
const drawn = new WeakMap<SVGSVGElement, SVGGElement>();

/**
 * Shows a picture. What the SVG holds already is changed in place, so that nothing flickers and only what is new is
 * painted; whatever else stands in the SVG stays where it is, above the picture.
 *
 * @param picture what to show; the words for its looks become classes, which stand in picture.css
 * @param svg where to show it
 */
export function renderPicture(picture: Picture, svg: SVGSVGElement): void {
  const group = groupOf(svg);
  setAttribute(svg, 'width', picture.width);
  setAttribute(svg, 'height', picture.height);
  setAttribute(svg, 'viewBox', `0 0 ${picture.width} ${picture.height}`);
  let current = group.firstElementChild;
  for (const mark of splitMarks(gatherMarks(picture.marks))) {
    const tag = TAGS[mark.kind];
    let target = current;
    if (target === null) {
      target = group.appendChild(svgElement(tag));
    } else if (target.tagName !== tag) {
      const replacement = svgElement(tag);
      target.replaceWith(replacement);
      target = replacement;
    }
    describe(target, mark);
    current = target.nextElementSibling;
  }
  while (current !== null) {
    const next = current.nextElementSibling;
    current.remove();
    current = next;
  }
}

const TAGS = { path: 'path', field: 'rect', text: 'text' } as const satisfies Record<Mark['kind'], string>;

function groupOf(svg: SVGSVGElement): SVGGElement {
  const known = drawn.get(svg);
  if (known !== undefined) {
    return known;
  }
  const group = svgElement('g', { class: 'marks', 'aria-hidden': 'true' });
  svg.prepend(group);
  drawn.set(svg, group);
  return group;
}

function describe(target: Element, mark: Mark): void {
  setAttribute(target, 'class', mark.style.join(' '));
  switch (mark.kind) {
    case 'path':
      setAttribute(target, 'd', mark.d);
      break;
    case 'field':
      setAttribute(target, 'x', mark.x);
      setAttribute(target, 'y', mark.y);
      setAttribute(target, 'width', mark.width);
      setAttribute(target, 'height', mark.height);
      break;
    case 'text':
      setAttribute(target, 'x', mark.x);
      setAttribute(target, 'y', mark.y);
      setAttribute(target, 'text-anchor', mark.anchor);
      setText(target, mark.text);
      break;
  }
}

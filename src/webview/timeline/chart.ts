import type { Picture, Stop } from '../../core/picture/picture';
import { element, setAttribute, svgElement } from '../elements';
import { listenToHands } from './gestures';
import type { Gestures } from './gestures';
import { renderPicture } from './render-picture';

/** What keys do on the picture; `true` where the key has been used. */
export type KeyListener = (event: KeyboardEvent) => boolean;

const RING = 9;

/**
 * The picture that one points at and walks in. It is one stop of the tabulator; what is walked to is said elsewhere,
 * by a live region.
 */
export class Chart {
  readonly element: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #guide = svgElement('path', { class: 'guide' });
  readonly #ground = svgElement('circle', { class: 'ring-ground', r: RING });
  readonly #ring = svgElement('circle', { class: 'ring', r: RING });
  readonly #hovered = svgElement('circle', { class: 'ring-hovered', r: RING - 1 });

  /**
   * @param label what the picture is
   * @param describedBy the id of the text that tells the keys
   * @param pressed hears keys
   * @param gestures hears hands
   */
  constructor(label: string, describedBy: string, pressed: KeyListener, gestures: Gestures) {
    const pointed = svgElement('g', { class: 'pointed' }, [this.#guide, this.#ground, this.#ring, this.#hovered]);
    this.#svg = svgElement('svg', { class: 'picture', 'aria-hidden': 'true', focusable: 'false' }, [pointed]);
    this.element = element(
      'div',
      { class: 'chart', role: 'application', tabindex: 0, 'aria-label': label, 'aria-describedby': describedBy },
      [this.#svg],
    );
    this.element.addEventListener('keydown', (event) => {
      if (pressed(event)) {
        event.preventDefault();
      }
    });
    listenToHands(this.#svg, gestures);
  }

  /** @returns how wide a picture may be. */
  width(): number {
    return this.element.clientWidth;
  }

  show(picture: Picture): void {
    renderPicture(picture, this.#svg);
  }

  /**
   * @param picture the picture in which they lie
   * @param current where one stands, if it is in sight
   * @param hovered what the pointer is nearest to
   */
  point(picture: Picture, current: Stop | undefined, hovered: Stop | undefined): void {
    place(this.#ground, current);
    place(this.#ring, current);
    place(this.#hovered, hovered);
    const led = hovered ?? current;
    setAttribute(this.#guide, 'd', led && `M${led.x} ${picture.plot.top}V${picture.plot.bottom}`);
    this.#svg.classList.toggle('is-pointing', hovered !== undefined);
  }
}

function place(circle: SVGCircleElement, stop: Stop | undefined): void {
  setAttribute(circle, 'cx', stop?.x);
  setAttribute(circle, 'cy', stop?.y);
  setAttribute(circle, 'visibility', stop === undefined && 'hidden');
}

const SVG = 'http://www.w3.org/2000/svg';

/** What goes into an element: other elements, or text, which is never read as HTML. */
export type Child = Node | string;

/** Attributes by name. `true` sets it empty, `false` and `undefined` leave it out; `text` becomes the content. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Builds an element of HTML.
 *
 * @param tag its name
 * @param attributes its attributes; `class` and `text` (its text content) among them
 * @param children what it holds
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * Builds an element of SVG.
 *
 * @param tag its name
 * @param attributes its attributes; `class` and `text` (its text content) among them
 * @param children what it holds
 */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** A button that sends no form. */
export function button(attributes: Attributes, whenPressed: () => void): HTMLButtonElement {
  const built = element('button', { type: 'button', ...attributes });
  built.addEventListener('click', whenPressed);
  return built;
}

/** Sets an attribute if it says something new, so that nothing is announced or painted for nothing. */
export function setAttribute(target: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) {
    target.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (target.getAttribute(name) !== text) {
    target.setAttribute(name, text);
  }
}

/** Sets the text if it is a new one, so that a live region does not repeat itself. */
export function setText(target: Node, text: string): void {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

function filled<E extends Element>(target: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'text') {
      setAttribute(target, name, value);
    } else if (typeof value === 'string' || typeof value === 'number') {
      target.textContent = String(value);
    }
  }
  target.append(...children);
  return target;
}

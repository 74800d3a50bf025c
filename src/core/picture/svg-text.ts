import { plainText } from './lettering';
import { inkOf, PAPER, type Ink } from './paper';
import type { Mark, Picture } from './picture';

const MARGIN = 20;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns the size of the paper of a picture's file, in CSS pixels: the picture with a margin around it */
export function paperSize({ width, height }: Picture): { readonly width: number; readonly height: number } {
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/**
 * Writes a picture as a file of its own: SVG on white paper, with colours and dashes that print well. It refers to
 * nothing outside itself, and every text in it is text.
 */
export function svgText(picture: Picture): string {
  const { width, height } = paperSize(picture);
  const frame = { width: String(width), height: String(height) };
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...frame,
    viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
    role: 'img',
  };
  const paper = element('rect', { x: String(-MARGIN), y: String(-MARGIN), ...frame, fill: PAPER });
  const parts = [element('title', {}, picture.title), paper, ...picture.marks.map(elementOf)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg${attributesOf(root)}>\n${parts.join('\n')}\n</svg>\n`;
}

function elementOf(mark: Mark): string {
  const ink = inkOf(mark.style);
  switch (mark.kind) {
    case 'path':
      return element('path', { d: mark.d, ...ink });
    case 'field': {
      const { x, y, width, height } = mark;
      return element('rect', { x: String(x), y: String(y), width: String(width), height: String(height), ...ink });
    }
    case 'text':
      return element('text', { x: String(mark.x), y: String(mark.y), 'text-anchor': mark.anchor, ...ink }, mark.text);
  }
}

function element(name: string, attributes: Ink, text?: string): string {
  const start = `<${name}${attributesOf(attributes)}`;
  return text === undefined ? `${start}/>` : `${start}>${escaped(plainText(text))}</${name}>`;
}

function attributesOf(attributes: Ink): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

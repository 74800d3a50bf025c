/** A colour in sRGB, each part from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** WCAG 2.2 AA: what a line or a sign needs against what is behind it. */
export const FOR_LINES = 3;

/** WCAG 2.2 AA: what text needs against what is behind it. */
export const FOR_TEXT = 4.5;

const STEPS = 50;
const NUMBER = String.raw`([\d.]+(?:e-?\d+)?)`;
const RGB = new RegExp(`^rgba?\\(${NUMBER}[ ,]+${NUMBER}[ ,]+${NUMBER}(?:[ ,/]+${NUMBER}(%?))?\\)$`);
const SRGB = new RegExp(`^color\\(srgb ${NUMBER} ${NUMBER} ${NUMBER}(?: / ${NUMBER}(%?))?\\)$`);

/**
 * Reads a colour as a browser tells a computed one.
 *
 * @returns the colour, or `undefined` for what is none
 */
export function readColour(text: string): Colour | undefined {
  const trimmed = text.trim();
  const [match, scale] = SRGB.test(trimmed) ? [SRGB.exec(trimmed), 1] : [RGB.exec(trimmed), 255];
  if (match === null) {
    return undefined;
  }
  const [, red, green, blue, alpha, percent] = match;
  return {
    red: Number(red) / scale,
    green: Number(green) / scale,
    blue: Number(blue) / scale,
    alpha: alpha === undefined ? 1 : Number(alpha) / (percent === '%' ? 100 : 1),
  };
}

/** @returns the colour as a style sheet writes it. */
export function colourText({ red, green, blue, alpha }: Colour): string {
  const [r, g, b] = [red, green, blue].map((part) => Math.round(part * 255));
  return alpha === 1 ? `rgb(${r} ${g} ${b})` : `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** @returns how the colour looks when it lies on an opaque one. */
export function laidOn(colour: Colour, background: Colour): Colour {
  return mixed(background, { ...colour, alpha: 1 }, colour.alpha);
}

/** @returns the contrast ratio of two opaque colours as WCAG 2.2 defines it, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * Brings a colour towards black or white, just as far as it takes to be seen.
 *
 * @param colour what a theme says; laid on the first background where it lets one through
 * @param backgrounds the opaque colours on which it must be seen
 * @param least the contrast ratio that it needs on each
 * @returns the colour itself where it is seen already; black or white where nothing else is enough
 */
export function lifted(colour: Colour, backgrounds: readonly [Colour, ...(readonly Colour[])], least: number): Colour {
  const opaque = laidOn(colour, backgrounds[0]);
  const lowest = (candidate: Colour): number => Math.min(...backgrounds.map((ground) => contrast(candidate, ground)));
  const end = lowest(BLACK) > lowest(WHITE) ? BLACK : WHITE;
  for (let step = 0; step < STEPS; step++) {
    // What is written down has 256 steps a part: what counts is how it looks then.
    const candidate = rounded(mixed(opaque, end, step / STEPS));
    if (lowest(candidate) >= least) {
      return candidate;
    }
  }
  return end;
}

const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };

function mixed(from: Colour, to: Colour, share: number): Colour {
  return {
    red: from.red + (to.red - from.red) * share,
    green: from.green + (to.green - from.green) * share,
    blue: from.blue + (to.blue - from.blue) * share,
    alpha: 1,
  };
}

function rounded({ red, green, blue, alpha }: Colour): Colour {
  const near = (part: number): number => Math.round(part * 255) / 255;
  return { red: near(red), green: near(green), blue: near(blue), alpha };
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

import type { Colour } from './contrast';

/** Between amber and lemon, in degrees on the colour wheel; what a theme calls yellow may be olive. */
const GOLD = { from: 33, to: 55 } as const;

/** Less than this share of colour, and it is grey whatever its hue. */
const LEAST_CHROMA = 0.2;

/** @returns the first of a theme's colours that looks like gold; the first of all where none does. */
export function mostGolden(colours: readonly Colour[]): Colour | undefined {
  return colours.find(isGolden) ?? colours[0];
}

function isGolden({ red, green, blue }: Colour): boolean {
  const chroma = red - blue;
  // Red, then green, then blue: only there lie the hues from red to yellow.
  const hue = red >= green && green >= blue && chroma > 0 ? 60 * ((green - blue) / chroma) : undefined;
  return hue !== undefined && chroma >= LEAST_CHROMA && hue >= GOLD.from && hue <= GOLD.to;
}

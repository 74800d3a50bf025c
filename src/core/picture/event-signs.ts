/** How the kind of an event looks and how much it asks to be seen. */
export interface Sign {
  /** SVG path data around 0,0, at most 8 px to each side, relative from the start. */
  readonly d: string;
  /** From 1 to 10: who is named first, and who stands for several notes that would overlap. */
  readonly weight: number;
  readonly isSolid: boolean;
}

/** Ends where it began, in its middle. */
const circle = (r: number): string => `m${-r},0a${r},${r},0,1,0,${2 * r},0a${r},${r},0,1,0,${-2 * r},0zm${r},0`;
const ringAt = (x: number, y: number, r: number): string => `m${x},${y}${circle(r)}m${-x},${-y}`;

const RAYS = Array.from({ length: 8 }, (_, index) => {
  const angle = (index * Math.PI) / 4;
  const at = (r: number): string => `${(r * Math.cos(angle)).toFixed(1)},${(r * Math.sin(angle)).toFixed(1)}`;
  const back = (r: number): string => `${(-r * Math.cos(angle)).toFixed(1)},${(-r * Math.sin(angle)).toFixed(1)}`;
  return `m${at(5)}l${at(2.2)}m${back(7.2)}`;
}).join('');

const BUBBLE = 'm-6.5,-6.5h13a1,1,0,0,1,1,1v7a1,1,0,0,1,-1,1h-7l-3.5,4v-4h-2.5a1,1,0,0,1,-1,-1v-7a1,1,0,0,1,1,-1z';
const TALK = 'm-4.5,-5h9a1,1,0,0,1,1,1v5a1,1,0,0,1,-1,1h-4.5l-2.5,3v-3h-2a1,1,0,0,1,-1,-1v-5a1,1,0,0,1,1,-1z';
const JOIN = 'm-7.5,1.5l4,-4l3.5,6.5l3.5,-5l4,2';

const stroke = (d: string, weight: number): Sign => ({ d, weight, isSolid: false });

const SIGNS: Readonly<Record<string, Sign>> = {
  // A crack from above.
  setback: stroke('m1.5,-8l-4,5l5,3l-4,8', 9),
  repair: stroke(JOIN, 5),
  // Two rings that hold each other, and two that no longer do.
  signed: stroke(`${ringAt(-2.9, 0, 4.4)}${ringAt(2.9, 0, 4.4)}`, 8),
  withdrawn: stroke(`${ringAt(-4.6, 0, 3.2)}${ringAt(4.6, 0, 3.2)}`, 8),
  // A page, and something added to it.
  'there-is-more': stroke('m-5,-7h6.5l3.5,3.5v10.5h-10zm5,4.5v6m-3,-3h6', 7),
  conversation: stroke(BUBBLE, 6),
  talk: stroke(TALK, 3),
  // A flag.
  milestone: stroke('m-4,8v-15.5h8.5l-2.5,3.5l2.5,3.5h-8.5', 6),
  anniversary: stroke(`${circle(6)}${ringAt(0, 0, 1)}`, 4),
  hopeful: stroke(`${circle(3)}${RAYS}`, 3),
  // A cloud.
  hard: stroke('m-3.5,5a3.2,3.2,0,0,1,-.3,-6.3a4.2,4.2,0,0,1,8,-.6a3.5,3.5,0,0,1,.3,6.9z', 3),
  // A spark.
  trigger: stroke('m0,-7q1,6,7,7q-6,1,-7,7q-1,-6,-7,-7q6,-1,7,-7z', 3),
  night: stroke('m2.2,-6.3a6.5,6.5,0,1,0,4.2,8.3a5.2,5.2,0,0,1,-4.2,-8.3z', 2),
  // Three strokes, for three pulls.
  reflection: stroke('m-5.8,4.5l3,-9m1.4,9l3,-9m1.4,9l3,-9', 2),
  // A leaf.
  kindness: stroke('m-4.5,5c-1.5,-6,2,-10,9,-9.5c.8,6,-3,9.5,-8,8m-1,1.5l5.5,-6', 1),
};

const DOT: Sign = { d: circle(2.6), weight: 1, isSolid: true };

/** At this weight an event is named wherever there is room. */
export const WEIGHTY = 5;
/** At this weight it stands for those around it. */
export const OUTSTANDING = 7;

/** @returns the sign of a kind; a dot for what is not known here, such as a couple's own templates */
export function signOf(kind: string): Sign {
  return Object.hasOwn(SIGNS, kind) ? (SIGNS[kind] ?? DOT) : DOT;
}

/** How heavy an event weighs: a repair that joined a break more than anything. */
export function weightOf(kind: string, isJoining: boolean): number {
  return isJoining ? 10 : signOf(kind).weight;
}

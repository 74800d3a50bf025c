import { colourText, FOR_LINES, FOR_TEXT, laidOn, lifted, readColour } from './contrast';
import type { Colour } from './contrast';
import { mostGolden } from './gold';

/** A colour of the page: where a theme says it, in the order in which to ask, and how well it must be seen. */
interface Wanted {
  readonly name: string;
  readonly from: readonly [string, ...string[]];
  readonly least: number;
}

const SERIES: readonly (readonly [string, ...string[]])[] = [
  ['charts-blue'],
  ['charts-purple'],
  ['terminal-ansiCyan', 'charts-orange'],
  ['charts-green'],
  ['charts-red'],
];

/** Each measure has a colour for its line and one for its label: text needs more contrast than a line. */
const WANTED: readonly Wanted[] = [
  ...SERIES.flatMap((from, index) => [
    { name: `series-${index + 1}`, from, least: FOR_LINES },
    { name: `series-${index + 1}-text`, from, least: FOR_TEXT },
  ]),
  { name: 'text', from: ['foreground', 'editor-foreground'], least: FOR_TEXT },
  { name: 'quiet', from: ['descriptionForeground', 'foreground'], least: FOR_TEXT },
  { name: 'sign', from: ['icon-foreground', 'foreground'], least: FOR_LINES },
  { name: 'quiet-sign', from: ['descriptionForeground', 'foreground'], least: FOR_LINES },
  { name: 'link', from: ['textLink-foreground', 'foreground'], least: FOR_TEXT },
  { name: 'focus', from: ['focusBorder', 'foreground'], least: FOR_LINES },
  { name: 'edge', from: ['inputOption-activeBorder', 'focusBorder', 'foreground'], least: FOR_LINES },
  { name: 'chosen', from: ['button-background', 'focusBorder'], least: FOR_LINES },
];

/** Where a theme may have something like gold, in the order in which to look. */
const GOLDS = ['charts-yellow', 'charts-orange', 'editorWarning-foreground'] as const;

/** How much of the foreground is in what is quiet: hairlines and fields carry nothing that must be seen. */
const QUIET = {
  shade: 0.055,
  field: 0.07,
  'field-strong': 0.13,
  hairline: 0.13,
  line: 0.28,
} as const;

/** Letters on a button that stands out, and what is behind them. */
const BUTTONS = [
  ['on-button', 'button-background'],
  ['on-hovered-button', 'button-hoverBackground'],
] as const;

/** Whatever must be seen may lie on the ground or on any field. */
const STRONGEST_FIELD = QUIET['field-strong'];

/**
 * Keeps the page's own colours: each is what the theme says, brought so far towards black or white that it is seen
 * against the page's ground. They stand as `--kintsugi-…` on the body and follow the theme.
 */
export function keepColours(): void {
  setColours();
  const observer = new MutationObserver(setColours);
  // The editor changes the classes of the body and the variables on the root; the colours here stand on neither.
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
}

function setColours(): void {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const ask = (names: readonly string[]): Colour | undefined => {
    const variables = names.reduceRight(
      (otherwise, name) => `var(--vscode-${name}${otherwise && `, ${otherwise}`})`,
      '',
    );
    probe.style.setProperty('color', variables);
    return readColour(getComputedStyle(probe).color);
  };
  const ground = ask(['editor-background']) ?? readColour('rgb(255 255 255)');
  const ink = ask(['foreground', 'editor-foreground']) ?? readColour('rgb(0 0 0)');
  if (ground !== undefined && ink !== undefined) {
    const shaded = (strength: number): Colour => laidOn({ ...ink, alpha: strength }, ground);
    set('ground', ground);
    for (const [name, strength] of Object.entries(QUIET)) {
      set(name, shaded(strength));
    }
    const grounds = [ground, shaded(STRONGEST_FIELD)] as const;
    for (const { name, from, least } of WANTED) {
      set(name, lifted(ask(from) ?? ink, grounds, least));
    }
    const gold = mostGolden(GOLDS.flatMap((name) => ask([name]) ?? [])) ?? ink;
    set('gold', lifted(gold, grounds, FOR_LINES));
    set('gold-text', lifted(gold, grounds, FOR_TEXT));
    for (const [name, from] of BUTTONS) {
      const button = laidOn(ask([from, 'button-background']) ?? ground, ground);
      set(name, lifted(ask(['button-foreground']) ?? ink, [button], FOR_TEXT));
    }
  }
  probe.remove();
}

function set(name: string, colour: Colour): void {
  document.body.style.setProperty(`--kintsugi-${name}`, colourText(colour));
}

// The rows of the tables in which a figure is held against a floor of the same run, or against a limit of its own.
import { median, spread } from './figures.mjs';

/** @typedef {{ met: boolean, cells: string[] }} Row */
/** @typedef {{ name: string, digits: number, scale: number }} Unit */

/** @type {Unit} of figures in milliseconds */
export const MILLISECONDS = { name: 'ms', digits: 0, scale: 1 };
/** @type {Unit} of short figures in milliseconds */
export const PARTS_OF_MILLISECONDS = { name: 'ms', digits: 2, scale: 1 };
/** @type {Unit} of figures in bytes */
export const MEGABYTES = { name: 'MB', digits: 1, scale: 1 / 1_000_000 };

export const HEAD = ['What', 'Kintsugi', 'Floor', 'Ratio or difference', 'Limit', 'Outcome'];

/**
 * A figure that may be some times as large as its floor.
 *
 * @param {string} title
 * @param {readonly number[]} own one for each start
 * @param {readonly number[]} floor one for each start
 * @param {number} most
 * @param {Unit} [unit]
 * @returns {Row}
 */
export function ratioRow(title, own, floor, most, unit = MILLISECONDS) {
  const ratio = median(own) / median(floor);
  const compared = `${ratio.toFixed(2)} times`;
  return row([title, cell(own, unit), cell(floor, unit), compared, `${String(most)} times`], ratio <= most);
}

/**
 * A figure that may be larger than its floor by some.
 *
 * @param {string} title
 * @param {readonly number[]} own one for each start
 * @param {readonly number[]} floor one for each start
 * @param {number} most in the unit's own scale
 * @param {Unit} unit
 * @returns {Row}
 */
export function differenceRow(title, own, floor, most, unit) {
  const more = (median(own) - median(floor)) * unit.scale;
  const compared = `${more.toFixed(unit.digits)} ${unit.name} more`;
  return row([title, cell(own, unit), cell(floor, unit), compared, `${String(most)} ${unit.name} more`], more <= most);
}

/**
 * A figure that has a limit of its own.
 *
 * @param {string} title
 * @param {readonly number[]} own one for each start
 * @param {number} most in the unit's own scale
 * @param {Unit} unit
 * @param {readonly number[]} [beside] the same without Kintsugi, to be seen only
 * @returns {Row}
 */
export function limitRow(title, own, most, unit, beside) {
  const besides = beside === undefined ? '' : cell(beside, unit);
  return row([title, cell(own, unit), besides, '', `${String(most)} ${unit.name}`], median(own) * unit.scale <= most);
}

/**
 * A figure that is told without a limit.
 *
 * @param {string} title
 * @param {readonly number[]} own one for each start
 * @param {Unit} [unit]
 * @returns {Row}
 */
export function toldRow(title, own, unit = MILLISECONDS) {
  return { met: true, cells: [`${title} (no limit)`, cell(own, unit), '', '', '', ''] };
}

/**
 * @param {readonly string[]} cells
 * @param {boolean} met `false` for a figure that nobody could take, too
 * @returns {Row}
 */
function row(cells, met) {
  return { met, cells: [...cells, met ? 'met' : 'missed'] };
}

/**
 * @param {readonly number[]} figures
 * @param {Unit} unit
 */
function cell(figures, { name, digits, scale }) {
  const scaled = figures.map((figure) => figure * scale);
  return `${median(scaled).toFixed(digits)} ${name} (${spread(scaled, digits)})`;
}

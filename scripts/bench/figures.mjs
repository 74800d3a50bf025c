// What the rows of the bench are made of: figures over several starts, and tables that hold them.
import os from 'node:os';

/**
 * @param {readonly number[]} numbers
 * @returns {number} `NaN` without any
 */
export function median(numbers) {
  const sorted = [...numbers].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * @param {readonly number[]} numbers
 * @param {number} share of them that are at most as large as the figure, from 0 to 1
 * @returns {number} `NaN` without any
 */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((first, second) => first - second);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * @param {readonly number[]} numbers
 * @param {number} digits behind the point
 */
export function spread(numbers, digits = 0) {
  return `${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)}`;
}

/** The kind of machine that measures. */
export function machine() {
  const processor = os.cpus()[0]?.model.trim();
  const named = processor === undefined || processor === '' || processor === 'unknown' ? '' : ` ${processor},`;
  return `${os.type()} ${os.arch()},${named} ${String(os.availableParallelism())} cores`;
}

/** Today, as it stands beside figures. */
export function today() {
  return new Date().toISOString().slice(0, 10);
}

/**
 * Lays a table out the way the formatter wants it.
 *
 * @param {readonly (readonly string[])[]} rows the first is the head
 * @returns {string[]}
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows.map(line);
  return [String(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body];
}

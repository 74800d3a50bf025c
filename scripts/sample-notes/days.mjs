// Days of the sample notes, which are counted from the day on which they are written, so that they never look stale.

const TOKEN = /\b(spoken-|weekday-of-|month-of-)?day([-+])(\d{1,3})\b/g;

/**
 * Replaces the day tokens of a text or a file name:
 * `day-140` by the date 140 days before today (`2026-07-06`), `day+14` by the date in 14 days,
 * `spoken-day-140` by the day and month (`6 July`), `weekday-of-day-140` by `Monday`, `month-of-day-140` by `July`.
 *
 * @param {string} text
 * @param {Date} today
 * @returns {string}
 */
export function replaceDays(text, today) {
  return text.replace(TOKEN, (_token, form, sign, count) => {
    const day = dayFrom(today, sign === '-' ? -Number(count) : Number(count));
    switch (form) {
      case 'spoken-':
        return inWords(day, { day: 'numeric', month: 'long' });
      case 'weekday-of-':
        return inWords(day, { weekday: 'long' });
      case 'month-of-':
        return inWords(day, { month: 'long' });
      default:
        return day.toISOString().slice(0, 10);
    }
  });
}

/**
 * @param {string} path of a note, with tokens
 * @returns {number | undefined} how many days ago the note was written; pages have no day
 */
export function daysAgo(path) {
  const count = /(?:^|\/)day-(\d{1,3})\b/.exec(path)?.[1];
  return count === undefined ? undefined : Number(count);
}

/**
 * @param {Date} today
 * @param {number} days
 * @returns {Date} midnight UTC of a day on the wall's calendar, where no change of the clock can shift it
 */
export function dayFrom(today, days) {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days));
}

/**
 * @param {Date} day
 * @param {Intl.DateTimeFormatOptions} form
 */
function inWords(day, form) {
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(day);
}

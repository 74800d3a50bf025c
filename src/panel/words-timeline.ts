import * as vscode from 'vscode';

/**
 * The texts of the page, of its timeline and of the pictures, by the keys that the page asks for. `{0}` and `{1}` are
 * filled in there.
 */
export function timelineWords(): Record<string, string> {
  const { l10n } = vscode;
  return {
    ...pictureTexts(),
    'page-title': l10n.t('The path'),
    'page-subtitle': l10n.t('Ups and setbacks are both part of it.'),
    'page-subtitle-since': l10n.t('{0} to today. Ups and setbacks are both part of it.'),
    'page-tabs': l10n.t('What is shown'),
    'tab-timeline': l10n.t('Timeline'),
    'tab-reflection': l10n.t('Forgiveness'),
    'as-table': l10n.t('As a table'),

    ranges: l10n.t('How much time'),
    'range-week': l10n.t('Week'),
    'range-month': l10n.t('1 month'),
    'range-half-year': l10n.t('6 months'),
    'range-year': l10n.t('1 year'),
    'range-all': l10n.t('All'),
    measures: l10n.t('Numbers'),
    partners: l10n.t('Whose'),
    'private-notes': l10n.t('My private notes'),
    'private-notes-note': l10n.t('Only you see them. They are never exported.'),
    'save-as': l10n.t('Save as'),
    'save-svg': l10n.t('Save the picture as SVG'),
    'save-png': l10n.t('Save the picture as PNG'),
    'save-csv': l10n.t('Save the data as CSV'),

    chart: l10n.t('Timeline of your notes'),
    keys: l10n.t(
      'Arrow keys walk from note to note, Enter opens one. + and − zoom, 0 shows everything, Page Up and Page Down move in time, T shows the table.',
    ),
    overview: l10n.t('All of the time'),
    'first-day': l10n.t('From'),
    'last-day': l10n.t('To'),
    'in-sight': l10n.t('In sight: {0}'),

    'nothing-pointed-at': l10n.t('Point at a mark, or walk with the arrow keys, to read a day in words.'),
    'open-note': l10n.t('Open the note'),
    together: l10n.t('Together'),
    signed: l10n.t('Commitment signed'),
    withdrawn: l10n.t('Commitment withdrawn'),
    turned: l10n.t('the other turned: {0}'),
    'joined-on': l10n.t('joined in gold on {0}'),
    'stands-open': l10n.t('it stands open'),
    joins: l10n.t('it joins what broke on {0}'),
    'private-note': l10n.t('private, only you see it'),
    'one-of-several': l10n.t('one of {0} notes in this mark'),
    number: l10n.t('{0} {1}'),
    'number-down': l10n.t('{0} {1} (lower is lighter)'),

    table: l10n.t('Notes as a table'),
    'table-caption': l10n.t('Notes of {0}, the newest first'),
    'table-count': l10n.t('{0} of {1} notes are shown.'),
    'show-earlier': l10n.t('Show earlier notes'),
    'no-notes-in-sight': l10n.t('There is no note of these days.'),
    'column-date': l10n.t('Date'),
    'column-who': l10n.t('Who'),
    'column-what': l10n.t('What'),
    'check-in': l10n.t('Check-in'),
    'reads-down': l10n.t('lower is lighter'),

    'empty-one': l10n.t(
      'Here the two of you will see the path that you have come, the heavy days and the lighter ones.',
    ),
    'empty-two': l10n.t('It begins with one check-in, whenever one of you feels like it; there is no hurry.'),
    'write-check-in': l10n.t('Write a check-in'),
    'write-moment': l10n.t('Write down a moment'),
  };
}

/** The texts inside of the pictures, which an exported file holds as well. */
function pictureTexts(): Record<string, string> {
  const { l10n } = vscode;
  return {
    'picture-title': l10n.t('The path'),
    'picture-pause': l10n.t('a pause'),
    'picture-together': l10n.t('Together'),
    'picture-reads-down': l10n.t('lower is lighter'),
    'picture-joined': l10n.t('joined'),
    'picture-setback': l10n.t('setback'),
    'picture-signed': l10n.t('signed'),
    'picture-withdrawn': l10n.t('withdrawn'),
    'picture-no-entries': l10n.t('No check-ins in these days'),
    'picture-dip': l10n.t('a dip, as happens'),
  };
}

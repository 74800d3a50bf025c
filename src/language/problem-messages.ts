import * as vscode from 'vscode';
import type { Problem } from '../core/problem';

/** @returns the plain sentence for a problem. */
export function problemMessage({ code, details }: Problem): string {
  const [first = '', second = '', third = ''] = details;
  switch (code) {
    case 'conflict':
      return vscode.l10n.t(
        'Two versions stand here that git could not join. Until you choose, Kintsugi writes nothing to this file.',
      );
    case 'not-utf8':
      return vscode.l10n.t(
        'This file is not UTF-8 text, so Kintsugi leaves it alone. Save it with the encoding UTF-8.',
      );
    case 'nul-byte':
      return vscode.l10n.t('This file holds a NUL byte, so Kintsugi leaves it alone. Nothing in it is lost.');
    case 'too-large':
      return vscode.l10n.t(
        'This is too large to be read as a note. It stays as it is; a part of it may go into a second file.',
      );
    case 'too-deep':
      return vscode.l10n.t('This is nested too deeply to be read. It stays as it is.');
    case 'no-permission':
      return vscode.l10n.t('This file may not be read. Give yourself permission to read it.');
    case 'not-a-file':
      return vscode.l10n.t('A folder stands where a file should be. Rename it, and the file can be made.');
    case 'symbolic-link':
      return vscode.l10n.t('This is a link to another place, so Kintsugi neither reads nor writes it.');
    case 'cannot-read':
      return vscode.l10n.t('This file could not be read just now. Nothing was changed.');
    case 'yaml':
      return vscode.l10n.t('This is not valid YAML. Until it is, Kintsugi does not use it.');
    case 'yaml-alias':
      return vscode.l10n.t('Anchors and aliases are not used here. Write the value out.');
    case 'front-matter-unclosed':
      return vscode.l10n.t('The block that begins with --- on the first line needs a line --- at its end.');
    case 'front-matter-not-a-map':
      return vscode.l10n.t('Here every line is a name, a colon and a value.');
    case 'key-missing':
      return vscode.l10n.t('“{0}” is missing.', first);
    case 'key-unknown':
      return vscode.l10n.t('Kintsugi does not know “{0}”. It stays as it is.', first);
    case 'key-twice':
      return vscode.l10n.t('“{0}” stands here twice. The first one counts.', first);
    case 'value-not-a-number':
      return vscode.l10n.t('“{0}” takes a number here.', first);
    case 'value-out-of-range':
      return vscode.l10n.t('“{0}” goes from {1} to {2}.', first, second, third);
    case 'value-not-a-date':
      return vscode.l10n.t('“{0}” takes a day that exists, written like 2026-03-09.', first);
    case 'value-not-text':
      return vscode.l10n.t('“{0}” takes words here.', first);
    case 'value-not-allowed':
      return vscode.l10n.t('“{0}” cannot have this value.', first);
    case 'step-twice':
      return vscode.l10n.t('The step “{0}” stands here twice. The first one counts.', first);
    case 'step-unknown':
      return vscode.l10n.t('The template has no step “{0}”. It stays as it is.', first);
    case 'step-missing':
      return vscode.l10n.t('The step “{0}” is no longer in this note. You may leave it out.', first);
    case 'step-without-task':
      return vscode.l10n.t(
        'The step “{0}” has no box to tick. Write it like - [ ] at the beginning of the line.',
        first,
      );
    case 'task-bracket':
      return vscode.l10n.t('The box of the step “{0}” holds something else than a space or an x.', first);
    case 'couple-empty':
      return vscode.l10n.t(
        'This file says nothing yet. “Kintsugi: Set Up Notes Folder” can write a new one once it is moved away.',
      );
    case 'couple-partners':
      return vscode.l10n.t('There must be two partners here, each with an id; found {0}.', first);
    case 'couple-id':
      return vscode.l10n.t(
        'An id has lower-case letters a to z, digits and hyphens, and no word that file names need otherwise.',
      );
    case 'couple-id-twice':
      return vscode.l10n.t('Both partners have the id “{0}”. Give each their own.', first);
    case 'couple-version':
      return vscode.l10n.t('This version of Kintsugi reads version 1 of this file.');
    case 'template-path':
      return vscode.l10n.t(
        'This must be a Markdown file in a folder of the notes folder, with DATE first for entries and PARTNER_ID for one of each.',
      );
    case 'template-name':
      return vscode.l10n.t('A template’s file name has lower-case letters, digits and hyphens, like my-page.md.');
  }
}

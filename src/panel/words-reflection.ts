import * as vscode from 'vscode';

/**
 * The texts around the reflection, by the keys that the page asks for. What the reflection itself says lies beside the
 * templates.
 */
export function reflectionWords(): Record<string, string> {
  const { l10n } = vscode;
  return {
    'reflection-title-hurt': l10n.t('In your own time'),
    'reflection-title-broke-trust': l10n.t('Facing it, and staying'),
    'reflection-title-both': l10n.t('Both sides of it'),
    'reflection-title-unsaid': l10n.t('Which page fits you today?'),
    'reflection-choose-hurt': l10n.t('I was hurt'),
    'reflection-choose-broke-trust': l10n.t('I broke trust'),
    'reflection-choose-both': l10n.t('Both are true of me'),
    'reflection-choose-other': l10n.t('Take another page'),

    'reflection-pulls': l10n.t('How strong is each pull today?'),
    'reflection-in-words': l10n.t('In your words, if you like'),
    'reflection-clear': l10n.t('No answer'),
    'reflection-clear-spoken': l10n.t('No answer: {0}'),
    'reflection-kept': l10n.t('What you write here is kept in your private folder as you write it.'),
    'reflection-privacy': l10n.t('Once it is saved'),
    'reflection-keep-private': l10n.t('Keep it private'),
    'reflection-share-with': l10n.t('Share it with {0}'),
    'reflection-your-partner': l10n.t('your partner'),
    'reflection-save': l10n.t('Save'),
    'reflection-save-shared': l10n.t('Save and share…'),
    'reflection-discard': l10n.t('Put this draft away…'),
    'reflection-empty': l10n.t('Nothing stands in the form yet.'),
    'reflection-saved-private': l10n.t('Saved. It is private, only you see it.'),
    'reflection-saved-shared': l10n.t('Saved. It lies with the shared notes.'),
    'reflection-share': l10n.t('Share it…'),

    'reflection-noted': l10n.t('What you noted'),
    'reflection-nothing-yet': l10n.t('Here you will see what you noted, over time. There is no hurry.'),
    'reflection-chart': l10n.t('Your pulls over time'),
    'reflection-keys': l10n.t('Arrow keys walk from one reflection to the next, Enter opens one.'),
    'reflection-table': l10n.t('Your reflections as a table'),
  };
}

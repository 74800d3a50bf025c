import * as vscode from 'vscode';
import type { WordAhead } from '../core/word-ahead-key';
import type { ShareQuestions } from '../notes/share-note';
import { PREVIEW_SCHEME } from './read-only-schemes';
import { wordAheadSentence } from './word-ahead';

/** The questions before a note is shared, in the editor. The note itself is open behind them. */
export const shareQuestions: ShareQuestions = {
  async wordAhead(other) {
    const items: readonly (vscode.QuickPickItem & { readonly word: WordAhead | 'none' })[] = [
      { label: vscode.l10n.t('No word ahead'), word: 'none' },
      { label: vscode.l10n.t('Heavy'), word: 'heavy' },
      { label: vscode.l10n.t('Good to read together'), word: 'together' },
      { label: vscode.l10n.t('Both: heavy, and good to read together'), word: 'both' },
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('A word ahead for {0}?', other),
      placeHolder: vscode.l10n.t('{0} reads it before the note opens. Nothing is shared yet.', other),
      ignoreFocusOut: true,
    });
    return chosen?.word;
  },

  async consent(other, word, preview) {
    const name = vscode.l10n.t('What {0} will see', other);
    return preview === undefined
      ? await mayShare(other, word)
      : await behindTheQuestion(name, preview, () => mayShare(other, word));
  },
};

async function mayShare(other: string, word: WordAhead | undefined): Promise<boolean> {
  const share = vscode.l10n.t('Share');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Share this note with {0}?', other),
    {
      modal: true,
      detail: [
        ...(word ? [vscode.l10n.t('Before it opens, {0} reads: “{1}”', other, wordAheadSentence(word))] : []),
        vscode.l10n.t(
          'What is shared cannot be unread. The note moves to the shared folder just as you see it here, and its history stays there.',
        ),
      ].join('\n\n'),
    },
    share,
  );
  return answer === share;
}

/** Shows a text that is in no file while a question is asked. It cannot be written in, and goes with the answer. */
async function behindTheQuestion(name: string, text: string, question: () => Promise<boolean>): Promise<boolean> {
  const path = `/${name.replace(/[\\/]/g, ' ')}.md`;
  // A place of its own each time: the editor may still hold the text of the last one.
  const uri = vscode.Uri.from({ scheme: PREVIEW_SCHEME, path, query: crypto.randomUUID() });
  const provider = { provideTextDocumentContent: () => text };
  const registered = vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, provider);
  try {
    await vscode.window.showTextDocument(uri, { preview: false });
    return await question();
  } finally {
    await closeTabs(uri);
    registered.dispose();
  }
}

async function closeTabs(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}

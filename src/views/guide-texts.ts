import * as vscode from 'vscode';
import type { GuideSource } from '../workspace/guide-source';
import { GUIDE_SCHEME } from './read-only-schemes';

/** VS Code's own preview, as an editor that can be opened and closed like any other. */
const MARKDOWN_PREVIEW = 'vscode.markdown.preview.editor';

/** The texts that can be shown, with the file names that their tabs carry. */
const NAMES = {
  help: 'Help and Safety.md',
  editorPrivacy: 'What the Editor Keeps.md',
  privateInGit: 'A Private Note in Git.md',
} as const;

/** Serves the product's own texts as read-only documents. */
export function registerGuideTexts(guides: GuideSource): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(GUIDE_SCHEME, {
    async provideTextDocumentContent(uri) {
      const texts = await guides.texts(vscode.env.language);
      const name = (['help', 'editorPrivacy', 'privateInGit'] as const).find((one) => uri.path === `/${NAMES[one]}`);
      return texts[name ?? 'help'];
    },
  });
}

/** Shows one of the product's own texts, rendered where the editor can. */
export async function showGuideText(name: keyof typeof NAMES): Promise<void> {
  const uri = vscode.Uri.from({ scheme: GUIDE_SCHEME, path: `/${NAMES[name]}` });
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, MARKDOWN_PREVIEW, { preview: false });
  } catch {
    await vscode.window.showTextDocument(uri, { preview: false });
  }
}

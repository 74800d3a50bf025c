import * as v from 'valibot';
import * as vscode from 'vscode';
import { openAsPartner } from '../notes/perspective';
import type { Product } from '../product';
import { DraftKeeper } from './draft-keeper';
import { pageRoot, PicturePanel } from './picture-panel';
import type { Tab } from './picture-panel';
import { Reflections } from './reflection';

const kept = v.object({ tab: v.picklist(['timeline', 'reflection']) });

/** Keeps the one panel with the pictures, while there is one. */
export class Panels implements vscode.Disposable {
  private readonly drafts = new DraftKeeper();
  private readonly reflections: Reflections;
  private current: PicturePanel | undefined;

  constructor(private readonly product: Product) {
    this.reflections = new Reflections(product);
  }

  /**
   * Opens the panel, or brings the open one to the front.
   * @param viewType the panel's type, as the manifest names it
   * @param beside a note that is open: the panel goes beside it, and points at it
   * @throws PlainError where the notes folder cannot be used
   */
  async open(viewType: string, tab: Tab, beside: vscode.Uri | undefined): Promise<void> {
    const at = await openAsPartner(this.product);
    if (!at) {
      return;
    }
    const note = beside && at.open.folder.noteAt(beside);
    if (this.current) {
      this.current.reveal(tab, note && vscode.window.tabGroups.activeTabGroup.viewColumn);
    } else {
      const title = vscode.l10n.t('The path');
      const column = note ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      const panel = vscode.window.createWebviewPanel(viewType, title, column, {
        ...this.webviewOptions(),
        retainContextWhenHidden: false,
      });
      this.adopt(panel, tab);
    }
    if (note && tab === 'timeline') {
      this.current?.pointAt(note);
    }
  }

  /**
   * Takes a panel back that was open when the window was closed or loaded anew. Nobody is asked anything then.
   * @param state what the page kept; of whatever shape
   */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.current) {
      panel.dispose();
      return;
    }
    panel.webview.options = this.webviewOptions();
    const reading = v.safeParse(kept, state);
    this.adopt(panel, reading.success ? reading.output.tab : 'timeline');
    if (!(await this.product.folders.whenFound())) {
      panel.dispose();
    }
  }

  /** @returns once no draft is being written any more, whether everything that stands in a form is kept */
  async flush(): Promise<boolean> {
    return (await this.drafts.flush()) || this.current === undefined;
  }

  /** The panel itself stays: the editor restores it after a reload. */
  dispose(): void {
    this.current?.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, tab: Tab): void {
    const media = vscode.Uri.joinPath(this.product.context.extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'path-light.svg'),
      dark: vscode.Uri.joinPath(media, 'path-dark.svg'),
    };
    const picture = new PicturePanel(this.product, panel, this.reflections, this.drafts, tab);
    this.current = picture;
    panel.onDidDispose(() => {
      picture.dispose();
      this.current = undefined;
    });
  }

  private webviewOptions(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [pageRoot(this.product.context.extensionUri)] };
  }
}

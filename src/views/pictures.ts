import * as vscode from 'vscode';
import type { Panels } from '../panel';
import type { Product } from '../product';

/** The type of the panel with the pictures, as the manifest names it. */
const VIEW_TYPE = 'kintsugi.picture';

/** The two pictures of the one panel. */
type Tab = 'timeline' | 'reflection';

/** The panel with the pictures. All that it needs is loaded when it is first opened, or found open after a reload. */
export class Pictures implements vscode.Disposable {
  private panels: Promise<Panels> | undefined;
  private isDisposed = false;

  /**
   * Opens the panel, or brings the open one to the front.
   * @param beside the place that is in front, which may be a note
   * @throws PlainError where the notes folder cannot be used
   */
  async open(product: Product, tab: Tab, beside: vscode.Uri | undefined): Promise<void> {
    await (await this.load(product)).open(VIEW_TYPE, tab, beside);
  }

  /** Takes back what the editor kept over a reload. */
  registerRestoring(product: Product): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        await (await this.load(product)).restore(panel, state);
      },
    });
  }

  /** @returns once nothing of the panel is being written any more, whether everything could be */
  async flush(): Promise<boolean> {
    return (await (await this.panels)?.flush()) ?? true;
  }

  dispose(): void {
    this.isDisposed = true;
    void this.panels?.then((panels) => {
      panels.dispose();
    });
  }

  private async load(product: Product): Promise<Panels> {
    this.panels ??= import('../panel').then(({ Panels }) => new Panels(product));
    const panels = await this.panels;
    if (this.isDisposed) {
      panels.dispose();
    }
    return panels;
  }
}

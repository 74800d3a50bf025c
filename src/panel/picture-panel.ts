import * as vscode from 'vscode';
import type { Note } from '../core/note';
import { codeOf } from '../plain-error';
import { plainMessage } from '../plain-message';
import type { Product } from '../product';
import type { DraftKeeper } from './draft-keeper';
import { MessageQueue } from './message-queue';
import { newNonce, pageHtml } from './page-html';
import { PageRequests } from './page-requests';
import { readToExtension } from './protocol';
import type { PageStart } from './protocol';
import { Rasteriser } from './rasteriser';
import type { Reflections } from './reflection';
import { WhatIsShown } from './what-is-shown';
import { pageWords } from './words';

export type Tab = PageStart['tab'];

/** Changes that come close together are drawn as one. */
const QUIET_IN_MILLISECONDS = 50;

/** @returns where the page's own files are, which are all that it may load */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The panel with the pictures: keeps what its page shows true, and does what the page asks for. */
export class PicturePanel implements vscode.Disposable {
  private readonly queue: MessageQueue;
  private readonly shown: WhatIsShown;
  private readonly rasteriser: Rasteriser;
  private readonly requests: PageRequests;
  private readonly subscriptions: vscode.Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  constructor(
    private readonly product: Product,
    private readonly panel: vscode.WebviewPanel,
    reflections: Reflections,
    drafts: DraftKeeper,
    tab: Tab,
  ) {
    this.queue = new MessageQueue((message) => {
      void panel.webview.postMessage(message);
    });
    this.shown = new WhatIsShown(product, reflections, drafts, this.queue);
    this.rasteriser = new Rasteriser((message) => {
      this.queue.post(message);
    });
    const { queue, shown, rasteriser } = this;
    this.requests = new PageRequests({ product, panel, reflections, drafts, queue, shown, rasteriser });
    this.listen();
    this.fill(tab);
    this.postNow();
  }

  /**
   * Brings the panel to the front, where it is, with one of its tabs.
   * @param kept a group whose editor stays in front: a panel that is in it goes beside
   */
  reveal(tab: Tab, kept: vscode.ViewColumn | undefined): void {
    this.panel.reveal(kept !== undefined && this.panel.viewColumn === kept ? vscode.ViewColumn.Beside : undefined);
    this.queue.post({ type: 'show-tab', tab });
  }

  /** Gives a note's mark the focus. A private one is not named to a page that shows shared notes only. */
  pointAt({ path, isPrivate }: Note): void {
    if (!isPrivate || this.shown.isPrivateShown) {
      this.queue.post({ type: 'show-note', path });
    }
  }

  /** The editor has closed the panel, or is about to. */
  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.queue.close();
    this.shown.dispose();
    this.rasteriser.giveUp();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private listen(): void {
    const { product, panel } = this;
    const changed = (): void => {
      this.postSoon();
    };
    const someoneElse = (): void => {
      if (product.folders.active) {
        // At once: what one person may see must not stand there for the other.
        this.postNow();
      } else {
        panel.dispose();
      }
    };
    this.subscriptions.push(
      product.folders.onDidChange(changed),
      product.folders.onDidChangeActive(someoneElse),
      product.identity.onDidChange(someoneElse),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) {
          // The editor drops the page of a hidden panel, and loads it anew.
          this.queue.close();
          this.rasteriser.giveUp();
        } else if (!this.queue.holdsShown) {
          this.postNow();
        }
      }),
      panel.webview.onDidReceiveMessage((raw: unknown) => {
        this.hear(raw);
      }),
    );
  }

  private hear(raw: unknown): void {
    const message = readToExtension(raw);
    if (!message) {
      this.product.log.warn('The picture said something that nobody understands; it was dropped.');
      return;
    }
    if (message.type === 'ready') {
      this.queue.open();
      if (!this.queue.holdsShown) {
        this.postNow();
      }
      return;
    }
    this.attempt(message.type, () => this.requests.answer(message));
  }

  /** What is in sight is drawn again after a short quiet; what is hidden only when it comes to sight. */
  private postSoon(): void {
    clearTimeout(this.timer);
    if (!this.panel.visible) {
      this.shown.outdate();
      return;
    }
    this.timer = setTimeout(() => {
      this.postNow();
    }, QUIET_IN_MILLISECONDS);
  }

  private postNow(): void {
    clearTimeout(this.timer);
    if (this.isDisposed || !this.panel.visible) {
      this.shown.outdate();
      return;
    }
    this.attempt('drawing', () => this.shown.post());
  }

  private attempt(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.product.log.error(`The picture: ${what} failed: ${codeOf(error)}`);
      this.queue.post({ type: 'told', text: plainMessage(error) });
    });
  }

  private fill(tab: Tab): void {
    const { webview } = this.panel;
    const root = pageRoot(this.product.context.extensionUri);
    const words = pageWords();
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: file('page.js'),
      style: file('page.css'),
      nonce: newNonce(),
      start: { locale: vscode.env.language, tab, words },
      title: words['page-title'] ?? '',
      wait: words['page-wait'] ?? '',
    });
  }
}

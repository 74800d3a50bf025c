import { changedTimeline } from '../core/timeline/timeline-change';
import { readToPage } from '../panel/protocol';
import type { ToPage } from '../panel/protocol';
import { keepColours } from './colours';
import type { PageContext } from './context';
import { element, setText } from './elements';
import { firstPageState, readPageState } from './page-state';
import type { PageState } from './page-state';
import { pngOf } from './rasterise';
import { ReflectionTab } from './reflection';
import { Tabs } from './tabs';
import { TimelineTab } from './timeline';

type TabName = PageState['tab'];
type TimelineMessage = Extract<ToPage, { readonly type: 'timeline' }>;
type TimelineChangeMessage = Extract<ToPage, { readonly type: 'timeline-change' }>;

/** Where the editor keeps what a page wants to remember. */
interface Memory {
  getState(): unknown;
  setState(state: unknown): void;
}

/** The whole page: a heading, the tabs, and what the extension tells. */
export class Page {
  readonly #room: HTMLElement;
  readonly #context: PageContext;
  readonly #memory: Memory;
  readonly #timeline: TimelineTab;
  readonly #reflection: ReflectionTab;
  readonly #tabs: Tabs<TabName>;
  readonly #subtitle: HTMLElement;
  readonly #told = element('p', { class: 'told', role: 'status' });
  readonly #versions = new Map<'timeline' | 'reflection', number>();
  /** The timeline that the page knows. */
  #known: TimelineMessage | undefined;
  #state: PageState;

  /**
   * @param room what the page fills
   * @param context the texts, and the way to the extension
   * @param tab the tab to begin with, where the page was never seen
   * @param memory what the page remembers
   */
  constructor(room: HTMLElement, context: PageContext, tab: TabName, memory: Memory) {
    [this.#room, this.#context, this.#memory] = [room, context, memory];
    this.#state = readPageState(memory.getState()) ?? firstPageState(tab);
    this.#subtitle = element('p', { class: 'quiet', text: context.word('page-subtitle') });
    this.#timeline = new TimelineTab(context, this.#state, (choices) => {
      this.#keep(choices);
    });
    this.#reflection = new ReflectionTab(context);
    this.#tabs = new Tabs<TabName>(
      context.word('page-tabs'),
      [
        { key: 'timeline', label: context.word('tab-timeline'), content: this.#timeline.element },
        { key: 'reflection', label: context.word('tab-reflection'), content: this.#reflection.element },
      ],
      (chosen) => {
        this.#show(chosen);
      },
    );
  }

  /** Shows itself, and says that it is ready to hear. */
  begin(): void {
    keepColours();
    const heading = element('h1', { text: this.#context.word('page-title') });
    const bar = element('div', { class: 'tab-bar' }, [this.#tabs.list, this.#timeline.tableButton]);
    this.#room.replaceChildren(heading, this.#subtitle, bar, this.#told, ...this.#tabs.panels);
    this.#tabs.choose(this.#state.tab);
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readToPage(data);
      if (message !== undefined && !this.#isStale(message)) {
        this.#hear(message);
      }
    });
    this.#context.post({ type: 'ready' });
  }

  #hear(message: ToPage): void {
    switch (message.type) {
      case 'timeline':
        this.#showTimeline(message);
        break;
      case 'timeline-change':
        this.#changeTimeline(message);
        break;
      case 'reflection':
        this.#reflection.show(message.page, message.version, message.isPrivateShown);
        break;
      case 'show-tab':
        this.#tabs.choose(message.tab);
        break;
      case 'show-note':
        this.#tabs.choose('timeline');
        this.#timeline.showNote(message.path);
        break;
      case 'rasterise':
        void this.#rasterise(message);
        break;
      case 'saved':
        this.#reflection.saved(message.path, message.isPrivate);
        break;
      case 'told':
        this.#told.textContent = message.text;
        break;
    }
  }

  #showTimeline(message: TimelineMessage): void {
    this.#known = message;
    this.#timeline.show(message);
    const since = this.#timeline.since();
    const { word } = this.#context;
    setText(this.#subtitle, since === undefined ? word('page-subtitle') : word('page-subtitle-since', since));
  }

  #changeTimeline({ version, since, change }: TimelineChangeMessage): void {
    const known = this.#known;
    if (known?.version === since) {
      this.#showTimeline({ ...known, version, timeline: changedTimeline(known.timeline, change) });
    } else {
      // It is about a timeline that never came here: the page asks for everything.
      this.#context.post({ type: 'ready' });
    }
  }

  /** Messages can overtake each other: what is older than what is shown is dropped. */
  #isStale(message: ToPage): boolean {
    if (!('version' in message)) {
      return false;
    }
    const kind = message.type === 'reflection' ? 'reflection' : 'timeline';
    const shown = this.#versions.get(kind) ?? -Infinity;
    this.#versions.set(kind, Math.max(shown, message.version));
    return message.version < shown;
  }

  async #rasterise({ id, svg, width, height }: Extract<ToPage, { readonly type: 'rasterise' }>): Promise<void> {
    this.#context.post({ type: 'rasterised', id, png: await pngOf(svg, width, height) });
  }

  #show(tab: TabName): void {
    this.#timeline.tableButton.hidden = tab !== 'timeline';
    setText(this.#told, '');
    this.#keep({ tab });
  }

  #keep(part: Partial<PageState>): void {
    this.#state = { ...this.#state, ...part };
    // At once: a panel can be moved or closed the moment after a choice, and a page is not told before it ends.
    this.#memory.setState(this.#state);
  }
}

import type { FormValues, ReflectionPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { button, element, setText } from '../elements';
import { PrivateSwitch } from '../timeline/private-switch';
import { ReflectionForm } from './form';
import { Pulls } from './pulls';

type PageRole = FormValues['role'];

/** The tab of the forgiveness reflection: a few sentences, a form, and what was noted before. */
export class ReflectionTab {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #title = element('h2', { tabindex: -1 });
  readonly #intro = element('div', { class: 'reflection-intro' });
  readonly #choose: HTMLElement;
  readonly #chooseOther: HTMLButtonElement;
  readonly #formRoom = element('div', { class: 'reflection-form-room' });
  readonly #noted: HTMLElement;
  readonly #observation = element('p', { class: 'observation' });
  readonly #dip = element('p');
  readonly #waiting = element('p', { class: 'waiting' });
  readonly #nothingYet: HTMLElement;
  readonly #pulls: Pulls;
  readonly #private: PrivateSwitch;
  #form: ReflectionForm | undefined;
  #page: ReflectionPage | undefined;
  #shape = '';
  #whose: string | undefined;
  #version = 0;
  #isChoosing = false;
  /** The buttons to choose with are gone: the focus goes where the page begins. */
  #hasChosen = false;
  /** What is being saved. */
  #saving: FormValues | undefined;
  /** What stood in the form when it was to be put away; `undefined` once somebody goes on writing. */
  #leaving: string | undefined;

  constructor(context: PageContext) {
    this.#context = context;
    const { word, post } = context;
    const choice = (role: PageRole, text: string): HTMLButtonElement =>
      button({ class: 'plain', text }, () => {
        this.#isChoosing = false;
        this.#hasChosen = true;
        post({ type: 'choose-page', role });
        this.#showChoice();
      });
    this.#choose = element('div', { class: 'buttons reflection-choose', hidden: true }, [
      choice('hurt', word('reflection-choose-hurt')),
      choice('broke-trust', word('reflection-choose-broke-trust')),
      choice('both', word('reflection-choose-both')),
    ]);
    this.#chooseOther = button({ class: 'link', text: word('reflection-choose-other'), hidden: true }, () => {
      this.#isChoosing = true;
      this.#showChoice();
      this.#choose.querySelector('button')?.focus();
    });
    this.#pulls = new Pulls(context, (path) => {
      post({ type: 'open-note', version: this.#version, path });
    });
    this.#private = new PrivateSwitch(
      context,
      (isShown) => {
        post({ type: 'show-private', isShown });
      },
      'reflection-private-note',
    );
    this.#nothingYet = element('p', { class: 'quiet', text: word('reflection-nothing-yet') });
    this.#noted = element('section', { class: 'reflection-noted' }, [
      element('h2', { text: word('reflection-noted') }),
      this.#observation,
      this.#dip,
      this.#waiting,
      this.#nothingYet,
      this.#pulls.element,
      this.#private.element,
    ]);
    const written = element('section', { class: 'reflection-written' }, [
      this.#title,
      this.#intro,
      this.#chooseOther,
      this.#choose,
      this.#formRoom,
    ]);
    this.element = element('div', { class: 'reflection', hidden: true }, [written, this.#noted]);
  }

  /** Shows what there is now. What somebody is writing stays theirs. */
  show(page: ReflectionPage, version: number, isPrivateShown: boolean): void {
    [this.#page, this.#version] = [page, version];
    this.element.hidden = false;
    setText(this.#title, this.#context.word(TITLES[page.role]));
    this.#showLines(page.intro);
    this.#showForm(page);
    this.#showChoice();
    this.#private.show(isPrivateShown);
    this.#showNoted(page);
    if (this.#hasChosen) {
      this.#hasChosen = false;
      this.#title.focus();
    }
  }

  /** A note has been made of the form. */
  saved(path: string, isPrivate: boolean): void {
    const form = this.#form;
    if (form === undefined) {
      return;
    }
    if (this.#saving !== undefined) {
      form.clear(this.#saving);
      this.#saving = undefined;
    }
    if (!form.state.isEmpty) {
      this.#changed(form.values());
    }
    const { word, post } = this.#context;
    const open = button({ class: 'link', text: word('open-note') }, () => {
      post({ type: 'open-note', version: this.#version, path });
    });
    const share = button({ class: 'link', text: word('reflection-share') }, () => {
      post({ type: 'share-note', path });
    });
    const outcome = word(isPrivate ? 'reflection-saved-private' : 'reflection-saved-shared');
    form.outcome.replaceChildren(
      element('p', { text: outcome }),
      element('div', { class: 'buttons' }, isPrivate ? [open, share] : [open]),
    );
  }

  #showLines(lines: readonly string[]): void {
    if (this.#intro.textContent !== lines.join('')) {
      this.#intro.replaceChildren(...lines.map((text) => element('p', { text })));
    }
  }

  /** The form is made anew only where it asks for something else; what stands in it goes along. */
  #showForm(page: ReflectionPage): void {
    const { whose, role, measures, choices, questions, other } = page;
    if (whose !== this.#whose) {
      this.#forgetForm();
      this.#whose = whose;
    }
    const before = this.#form;
    if (role === 'unsaid' || measures.length + choices.length + questions.length === 0) {
      return;
    }
    const hasLeft = this.#leaving !== undefined && this.#leaving !== JSON.stringify(ordered(page.draft));
    const shape = JSON.stringify([whose, role, measures, choices, questions, other]);
    if (before === undefined || shape !== this.#shape || hasLeft) {
      const form = new ReflectionForm(page, role, this.#context, {
        changed: (values) => {
          this.#changed(values);
        },
        save: (values, privacy) => {
          this.#saving = values;
          this.#leaving = undefined;
          this.#context.post({ type: 'save-reflection', version: this.#version, values, privacy });
        },
        discard: () => {
          this.#leaving = JSON.stringify(ordered(form.values()));
          this.#context.post({ type: 'discard-draft', version: this.#version });
        },
      });
      if (before !== undefined && !hasLeft) {
        form.outcome.replaceChildren(...before.outcome.childNodes);
        if (!before.state.isEmpty) {
          form.state.adopt(before.values());
        }
      }
      this.#leaving = undefined;
      this.#shape = shape;
      this.#form = form;
      this.#formRoom.replaceChildren(form.element);
    }
    this.#form?.take(page.draft);
  }

  /** What one person wrote is never shown to another. */
  #forgetForm(): void {
    this.#form = undefined;
    this.#saving = undefined;
    this.#leaving = undefined;
    this.#formRoom.replaceChildren();
  }

  #changed(values: FormValues): void {
    this.#leaving = undefined;
    this.#context.post({ type: 'draft', version: this.#version, values });
  }

  #showChoice(): void {
    const page = this.#page;
    const isOpen = page?.role === 'unsaid' || this.#isChoosing;
    this.#choose.hidden = !isOpen;
    this.#chooseOther.hidden = isOpen || page?.canChoose !== true;
    this.#formRoom.hidden = page?.role === 'unsaid';
  }

  #showNoted({ observation, waiting, entries, measures, dips }: ReflectionPage): void {
    const last = entries.paths.at(-1);
    setText(this.#observation, observation);
    setText(this.#dip, dips.find(({ path }) => path === last)?.sentence ?? '');
    setText(this.#waiting, waiting);
    const hasEntries = entries.days.length > 0;
    this.#nothingYet.hidden = hasEntries || observation !== '';
    this.#pulls.element.hidden = !hasEntries || measures.length === 0;
    if (this.#page !== undefined && hasEntries) {
      this.#pulls.show(this.#page);
    }
  }
}

const TITLES = {
  hurt: 'reflection-title-hurt',
  'broke-trust': 'reflection-title-broke-trust',
  both: 'reflection-title-both',
  unsaid: 'reflection-title-unsaid',
} as const satisfies Record<ReflectionPage['role'], string>;

/** A draft whose parts stand in one order, to see whether two say the same. */
function ordered(draft: ReflectionPage['draft']): unknown {
  const sorted = (part: object): unknown => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return draft && [draft.role, sorted(draft.numbers), sorted(draft.fields), sorted(draft.answers)];
}

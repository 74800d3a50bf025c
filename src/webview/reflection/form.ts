import type { FormValues, ReflectionPage } from '../../panel/protocol';
import type { PageContext } from '../context';
import { button, element, setText } from '../elements';
import { choiceField, numberField, textField } from './fields';
import type { Field } from './fields';
import { FormState } from './form-state';
import { RadioGroup } from './radio-group';

/** What a person does with the form. */
export interface FormActs {
  readonly changed: (values: FormValues) => void;
  readonly save: (values: FormValues, privacy: 'private' | 'shared') => void;
  readonly discard: () => void;
}

/** The form of one page. It holds nothing that the extension has not been told. */
export class ReflectionForm {
  readonly element: HTMLElement;
  readonly state: FormState<Field>;
  /** Says what became of what was done last. */
  readonly outcome = element('div', { class: 'outcome', role: 'status' });
  readonly #role: FormValues['role'];
  readonly #privacy: RadioGroup;
  readonly #discard: HTMLButtonElement;

  constructor(page: ReflectionPage, role: FormValues['role'], context: PageContext, acts: FormActs) {
    const { word } = context;
    this.#role = role;
    const fields: Field[] = [];
    const added = (make: (changed: () => void) => Field): HTMLElement => {
      const field = make(() => {
        this.state.touch(field);
        this.outcome.replaceChildren();
        this.#show();
        acts.changed(this.values());
      });
      fields.push(field);
      return field.element;
    };
    const pulls = page.measures.map((measure) => added((changed) => numberField(measure, context, changed)));
    const choiceOf = (name: string): ReflectionPage['choices'][number] | undefined =>
      page.choices.find((choice) => choice.name === name);
    const alone = page.choices.filter(({ name }) => page.questions.every(({ stepId }) => stepId !== name));
    const questions = page.questions.map((question) => {
      const choice = choiceOf(question.stepId);
      if (!choice) {
        return added((changed) => textField(question, question.label, changed));
      }
      const chosen = added((changed) => choiceField(choice, question.label, context, changed));
      return element('div', { class: 'question-with-choice' }, [
        chosen,
        added((changed) => textField({ ...question, prompt: '' }, word('reflection-in-words'), changed)),
      ]);
    });
    this.state = new FormState(fields, ({ element: whole }) => whole.contains(document.activeElement));
    const sharing = word('reflection-share-with', page.other ?? word('reflection-your-partner'));
    const save = button({ class: 'primary', text: word('reflection-save') }, () => {
      if (this.state.isEmpty) {
        setText(this.outcome, word('reflection-empty'));
      } else {
        acts.save(this.values(), this.#privacy.value === 'shared' ? 'shared' : 'private');
      }
    });
    this.#privacy = new RadioGroup(
      {
        name: 'privacy',
        label: word('reflection-privacy'),
        options: [
          { value: 'private', label: word('reflection-keep-private') },
          { value: 'shared', label: sharing },
        ],
        look: 'words',
      },
      () => {
        setText(save, word(this.#privacy.value === 'shared' ? 'reflection-save-shared' : 'reflection-save'));
      },
    );
    this.#discard = button({ class: 'plain', text: word('reflection-discard') }, acts.discard);
    this.keepPrivate = () => {
      this.#privacy.value = 'private';
      setText(save, word('reflection-save'));
    };
    this.keepPrivate();
    this.element = element('div', { class: 'reflection-form' }, [
      ...(pulls.length > 0
        ? [element('section', { class: 'pulls' }, [element('h3', { text: word('reflection-pulls') }), ...pulls])]
        : []),
      ...alone.map((choice) => added((changed) => choiceField(choice, choice.label, context, changed))),
      ...questions,
      element('p', { class: 'quiet', text: word('reflection-kept') }),
      this.#privacy.element,
      element('div', { class: 'buttons' }, [save, this.#discard]),
      this.outcome,
    ]);
    this.#show();
  }

  /** Nothing is shared unless somebody says so each time. */
  readonly keepPrivate: () => void;

  values(): FormValues {
    return { role: this.#role, ...this.state.values() };
  }

  /** Takes what the draft holds, where nobody has written otherwise. */
  take(draft: ReflectionPage['draft']): void {
    this.state.take(draft);
    this.#show();
  }

  /** What these values hold is saved: the fields are free again. */
  clear(values: FormValues): void {
    this.state.clear(values);
    this.keepPrivate();
    this.#show();
  }

  /** A draft is there as soon as anything stands in the form. */
  #show(): void {
    this.#discard.hidden = this.state.isEmpty;
  }
}

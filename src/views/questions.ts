import * as vscode from 'vscode';

/** What a question came to: an answer, a step back, or the wish to stop. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

/** How a question stands in a row of questions. */
export interface Placement {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One of the answers to choose from. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of several answers. */
export async function askChoice<T>(
  placement: Placement,
  placeholder: string,
  choices: readonly Choice<T>[],
): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.items = choices;
  input.placeholder = placeholder;
  input.matchOnDetail = true;
  return await ask(placement, input, () => {
    const [chosen] = input.selectedItems;
    return chosen && { value: chosen.value };
  });
}

/** Asks for a line of text. */
export async function askText(
  placement: Placement,
  prompt: string,
  options: {
    readonly value?: string;
    readonly placeholder?: string;
    readonly check: (text: string) => string | undefined;
  },
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.value = options.value ?? '';
  input.placeholder = options.placeholder ?? '';
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  return await ask(placement, input, () => {
    const text = input.value.trim();
    const fault = options.check(text);
    input.validationMessage = fault;
    return fault === undefined ? { value: text } : undefined;
  });
}

/** What both kinds of input have in common. */
type Input = vscode.QuickInput & {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

async function ask<T>(
  placement: Placement,
  input: Input,
  accept: () => { readonly value: T } | undefined,
): Promise<Answer<T>> {
  input.title = placement.title;
  input.step = placement.step;
  input.totalSteps = placement.totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = placement.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise<Answer<T>>((resolve) => {
      input.onDidAccept(() => {
        const answer = accept();
        if (answer) {
          resolve(answer);
        }
      });
      input.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) {
          resolve('back');
        }
      });
      input.onDidHide(() => {
        resolve('cancelled');
      });
      input.show();
    });
  } finally {
    input.dispose();
  }
}

/** One question of a row: takes the answers so far, and gives them with its own. */
export type Question<T> = (answers: T, step: number, totalSteps: number) => Promise<Answer<T>>;

/**
 * Asks one question after the other; each may go back to the one before, and what was answered stays.
 * @returns all answers, or `undefined` where somebody stopped
 */
export async function askAll<T>(questions: readonly Question<T>[], first: T): Promise<T | undefined> {
  let answers = first;
  let asked = 0;
  for (let question = questions[0]; question; question = questions[asked]) {
    const answer = await question(answers, asked + 1, questions.length);
    if (answer === 'cancelled') {
      return undefined;
    }
    if (answer === 'back') {
      asked = Math.max(0, asked - 1);
    } else {
      answers = answer.value;
      asked += 1;
    }
  }
  return answers;
}

import type { Locator, Page } from 'playwright-core';
import { choose, dialog, pressInDialog, questionBox, write } from './answers';

/** One thing that set-up asks: how a person knows that it is asked now, and what this one answers. */
export interface SetUpStep {
  readonly name: string;
  isAsked(page: Page): Locator;
  answer(page: Page): Promise<void>;
}

/** Everything that set-up asks, in order, answered by two people whose names are in two other scripts. */
export const SET_UP_STEPS: readonly SetUpStep[] = [
  {
    name: 'the private check',
    isAsked: (page) => dialog(page).getByText('A short check, for you alone'),
    answer: (page) => pressInDialog(page, 'None of these'),
  },
  {
    name: 'the place',
    isAsked: (page) => questionBox(page).getByRole('option', { name: /this folder itself/ }),
    answer: (page) => choose(page, /this folder itself/),
  },
  typed(1, 'my name', 'Алекс'),
  typed(2, 'the partner’s name', '李'),
  picked(3, 'my role', 'I was hurt'),
  typed(4, 'the day it began', '2026-03-09'),
  picked(5, 'the language', 'English'),
  picked(6, 'the names of files', 'Names that tell'),
  picked(7, 'who is here', 'Remember me on this machine only'),
];

/** Answers some of what set-up asks, one after the other. */
export async function answerSetUp(page: Page, steps: readonly SetUpStep[] = SET_UP_STEPS): Promise<void> {
  for (const step of steps) {
    await step.isAsked(page).waitFor();
    await step.answer(page);
  }
}

function typed(number: number, name: string, text: string): SetUpStep {
  return {
    name,
    isAsked: (page) => numbered(page, number),
    answer: (page) => write(page, `(${String(number)}/7)`, text),
  };
}

function picked(number: number, name: string, answer: string): SetUpStep {
  return {
    name,
    isAsked: (page) => numbered(page, number),
    answer: (page) => choose(page, answer),
  };
}

function numbered(page: Page, number: number): Locator {
  return questionBox(page).getByText(`(${String(number)}/7)`);
}

import { byteOffset, decodeNote } from './note-bytes';
import { conflictLine } from './conflict';
import { readSteps } from './steps';

/** The one character that a tick changes. */
export interface TickEdit {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  readonly from: string;
  readonly to: 'x' | ' ';
}

/** Why a step cannot be ticked here. */
export type TickRefusal = 'conflict' | 'step-missing' | 'unreadable';

/**
 * Finds the edit that ticks or unticks a step.
 * @param text the whole note
 * @param stepId the step
 * @param ticked the state that is wanted
 * @returns the edit, `undefined` where the step is in that state already, or the reason why it cannot be
 */
export function tickEdit(text: string, stepId: string, ticked: boolean): TickEdit | TickRefusal | undefined {
  if (conflictLine(text) !== -1) {
    return 'conflict';
  }
  const step = readSteps(text).steps.find((candidate) => candidate.id === stepId);
  if (!step) {
    return 'step-missing';
  }
  if (step.ticked === ticked) {
    return undefined;
  }
  return { offset: step.tickOffset, from: text.charAt(step.tickOffset), to: ticked ? 'x' : ' ' };
}

/** The one byte that a tick changes in a file. */
export interface TickByte {
  /** Offset from the start of the file. */
  readonly offset: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The same for the bytes of a file that no editor has open.
 * @param bytes the whole file as it is now
 */
export function tickByte(bytes: Uint8Array, stepId: string, ticked: boolean): TickByte | TickRefusal | undefined {
  const decoded = decodeNote(bytes);
  if (!decoded.readable) {
    return 'unreadable';
  }
  const edit = tickEdit(decoded.text, stepId, ticked);
  if (edit === undefined || typeof edit === 'string') {
    return edit;
  }
  const offset = byteOffset(decoded.text, edit.offset);
  return { offset, from: edit.from.charCodeAt(0), to: edit.to.charCodeAt(0) };
}

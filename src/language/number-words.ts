import * as vscode from 'vscode';
import type { NumericField } from '../core/template';

/** @returns what both ends of a number mean */
export function bothEnds({ min, max, low, high }: NumericField): string {
  return vscode.l10n.t('{0}: {1}. {2}: {3}.', min, low, max, high);
}

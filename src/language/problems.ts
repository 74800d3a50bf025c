import * as vscode from 'vscode';
import type { Problem } from '../core/problem';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';
import { problemMessage } from './problem-messages';

/** What the problems of the product name as where they come from. */
export const PROBLEM_SOURCE = 'Kintsugi';

const Severity = vscode.DiagnosticSeverity;

/** Shows what cannot be used as it stands, at its line. Private notes are never listed: others can read this list. */
export function registerProblems(product: Product): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('kintsugi');
  const update = (): void => {
    const folder = product.folders.active;
    collection.clear();
    for (const [path, problems] of folder ? allProblems(folder) : []) {
      if (folder && problems.length > 0) {
        // What a note holds is never an error: the writer may have meant it so.
        const severity = folder.problems.has(path) ? Severity.Error : Severity.Warning;
        collection.set(
          folder.uriOf(path),
          problems.map((problem) => toDiagnostic(problem, severity)),
        );
      }
    }
  };
  update();
  return vscode.Disposable.from(collection, product.folders.onDidChange(update));
}

function allProblems(folder: NotesFolder): readonly (readonly [string, readonly Problem[]])[] {
  const shared = (folder.ready?.index.all() ?? []).filter((note) => !note.isPrivate);
  return [...folder.problems, ...shared.map((note) => [note.path, note.problems] as const)];
}

function toDiagnostic(problem: Problem, worst: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const end = problem.endColumn > problem.startColumn ? problem.endColumn : Number.MAX_SAFE_INTEGER;
  const range = new vscode.Range(problem.line, problem.startColumn, problem.line, end);
  const severity = problem.severity === 'error' ? worst : Severity.Information;
  const diagnostic = new vscode.Diagnostic(range, problemMessage(problem), severity);
  diagnostic.source = PROBLEM_SOURCE;
  diagnostic.code = problem.code;
  return diagnostic;
}

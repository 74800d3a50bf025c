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
  const shown = new Map<string, Shown>();
  const update = (): void => {
    const folder = product.folders.active;
    const now = folder ? allProblems(folder) : new Map<string, Shown>();
    for (const uri of [...shown.keys()].filter((known) => !now.has(known))) {
      shown.delete(uri);
      collection.delete(vscode.Uri.parse(uri, true));
    }
    for (const [uri, { problems, severity }] of now) {
      const before = shown.get(uri);
      if (before?.problems !== problems || before.severity !== severity) {
        shown.set(uri, { problems, severity });
        collection.set(
          vscode.Uri.parse(uri, true),
          problems.map((problem) => toDiagnostic(problem, severity)),
        );
      }
    }
  };
  update();
  return vscode.Disposable.from(collection, product.folders.onDidChange(update));
}

/** What the list shows of one file. */
interface Shown {
  readonly problems: readonly Problem[];
  readonly severity: vscode.DiagnosticSeverity;
}

/** @returns the files of which there is something to tell, by their places as texts */
function allProblems(folder: NotesFolder): ReadonlyMap<string, Shown> {
  const shared = (folder.ready?.index.withProblems() ?? []).filter((note) => !note.isPrivate);
  const all = [...folder.problems, ...shared.map((note) => [note.path, note.problems] as const)];
  return new Map(
    all
      .filter(([, problems]) => problems.length > 0)
      .map(([path, problems]) => {
        // What a note holds is never an error: the writer may have meant it so.
        const severity = folder.problems.has(path) ? Severity.Error : Severity.Warning;
        return [folder.uriOf(path).toString(), { problems, severity }];
      }),
  );
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

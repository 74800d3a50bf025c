import { createRequire } from 'node:module';
import * as vscode from 'vscode';

/** Of a place, as Foam has it. */
interface FoamUri {
  readonly path: string;
}

interface FoamWorkspace {
  list(): readonly unknown[];
  fetchAndSet(uri: FoamUri): Promise<unknown>;
}

/** What is used of Foam's published source; the script bundles it from a checkout. */
interface FoamSource {
  readonly URI: { file(path: string): FoamUri };
  readonly GenericDataStore: new (list: () => Promise<FoamUri[]>, read: (uri: FoamUri) => Promise<string>) => object;
  readonly AlwaysIncludeMatcher: new () => object;
  readonly MarkdownResourceProvider: new (store: object, parser: object, extensions: readonly string[]) => object;
  readonly ParserCache: { create(context: FoamContext): Promise<object> };
  createMarkdownParser(plugins: readonly object[], cache: object): object;
  bootstrap(
    roots: readonly FoamUri[],
    matcher: object,
    watcher: undefined,
    store: object,
    parser: object,
    providers: readonly object[],
  ): Promise<{ readonly workspace: FoamWorkspace }>;
}

/** What Foam's cache asks of its extension. */
interface FoamContext {
  readonly storageUri: vscode.Uri;
  readonly workspaceState: Pick<vscode.Memento, 'get' | 'update'>;
}

/** Foam's core, ready to be asked. */
export interface Foam {
  readonly count: number;
  /** Takes in a changed file, by its path on the disk. */
  noteChanged(file: string): Promise<void>;
}

/**
 * Lets Foam's core read a folder the way that Foam's extension does.
 * @param bundle made of Foam's source
 * @param context with what was kept since the last time
 */
export async function startFoam(bundle: string, folder: vscode.Uri, context: FoamContext): Promise<Foam> {
  const source = createRequire(bundle)(bundle) as FoamSource;
  const { URI } = source;
  const list = async (): Promise<FoamUri[]> =>
    (await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.md'))).map(({ path }) => URI.file(path));
  const read = async ({ path }: FoamUri): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
  const store = new source.GenericDataStore(list, read);
  const parser = source.createMarkdownParser([], await source.ParserCache.create(context));
  const provider = new source.MarkdownResourceProvider(store, parser, ['.md']);
  const matcher = new source.AlwaysIncludeMatcher();
  const { workspace } = await source.bootstrap([URI.file(folder.path)], matcher, undefined, store, parser, [provider]);
  return {
    count: workspace.list().length,
    noteChanged: async (file) => {
      await workspace.fetchAndSet(URI.file(file));
    },
  };
}

import * as vscode from 'vscode';
import { openFor } from './commands';
import { equal, holds, same } from './expect';
import { Place, setUp, until } from './place';

const OWN = '5-check-ins/2026-03-09-alex.md';
const PARTNERS = '5-check-ins/2026-03-09-sam.md';
const TOGETHER = '2-conversation/2026-03-09-together.md';

const CHECK_IN = [
  '---', // 0
  'template: check-in',
  'role: hurt',
  'partner: alex',
  'date: 2026-03-09',
  'trust: # 0 I cannot trust you at all today, 10 I trust you fully today',
  'hope: 3',
  '', // 7
  '---',
  '',
  '# Check-in',
  '',
  '## What of yours reached me',
  '',
  '<!-- wording: check-in -->',
  '',
  '- [x] What of yours reached me <!-- step: reached-me -->', // 16
  '',
  'Today I feel ',
  '', // 19
  '## One request',
  '',
  '<!-- wording: check-in -->',
  '',
  '- [ ] One request <!-- step: one-request -->', // 24
  '',
  '', // 26
  '## The five numbers',
  '', // 28
  'I need ',
  '',
];

const CONVERSATION = ['# Conversation', '', '## 7. The apology', '', '<!-- wording: apology -->', '', '', ''];

async function opened(
  path: string,
  lines: readonly string[],
): Promise<{ place: Place; document: vscode.TextDocument }> {
  const place = await Place.inWorkspace();
  await setUp(place);
  await place.write(path, lines.join('\n'));
  await openFor(place);
  const document = await vscode.workspace.openTextDocument(place.uri(path));
  await vscode.window.showTextDocument(document);
  return { place, document };
}

/** What is offered, without the words that the editor itself finds in the text. */
async function offered(
  document: vscode.TextDocument,
  line: number,
  column?: number,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const position = new vscode.Position(line, column ?? document.lineAt(line).text.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  );
  return list.items
    .filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ''))
    .sort((one, other) => Number(one.sortText) - Number(other.sortText));
}

const labels = (items: readonly vscode.CompletionItem[]): readonly string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

/** What stands beside the label of something that is offered. */
const described = (item: vscode.CompletionItem | undefined): string | undefined =>
  typeof item?.label === 'object' ? item.label.description : undefined;

/** Everything that the hovers at a place say. */
async function hovers(document: vscode.TextDocument, line: number, column: number): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, column),
  );
  const contents = found.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
  holds(
    contents.every(({ isTrusted, supportHtml }) => !isTrusted && !supportHtml),
    'nothing in a hover is trusted',
  );
  return contents.map(({ value }) => value).join('\n');
}

describe('Words to choose from', () => {
  it('come by themselves after “I feel ”, by family and in one order', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    const items = await offered(document, 18, undefined, ' ');
    same(labels(items).slice(0, 9), [
      'hurt',
      'wounded',
      'heartbroken',
      'crushed',
      'raw',
      'aching',
      'stung',
      'sad',
      'grieving',
    ]);
    const [first] = items;
    holds(typeof first?.label === 'object' && first.label.description === 'Hurt', 'the family is told');
    same(labels(await offered(document, 18, undefined, ' ')), labels(items));
  });

  it('are needs after “I need ”, in a section without a mark too', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    same(labels(await offered(document, 29, undefined, ' ')).slice(0, 3), ['safety', 'honesty', 'reliability']);
  });

  it('come on request alone where the line calls for nothing, with the outline of a request', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    same(labels(await offered(document, 19)).slice(0, 1), ['hurt']);
    same(labels(await offered(document, 19, undefined, ' ')), []);
    const items = await offered(document, 26);
    same(labels(items).slice(0, 2), ['The outline of a request', 'hurt']);
    holds(items[0]?.insertText instanceof vscode.SnippetString, 'the outline is a snippet');
    same(labels(await offered(document, 28)), [], 'nothing in a section without a mark');
  });

  it('hold the outline of an apology where one is made', async () => {
    const { document } = await opened(TOGETHER, CONVERSATION);
    same(labels(await offered(document, 6)), ['The outline of an apology']);
  });

  it('are offered in notes of the notes folder alone, and not where git could not join', async () => {
    const { place, document } = await opened('elsewhere.md', CHECK_IN);
    same(labels(await offered(document, 18, undefined, ' ')), []);
    same(labels(await offered(document, 5, 7)), []);
    await place.write(OWN, `${CHECK_IN.join('\n')}\n<<<<<<< ours\n`);
    const torn = await vscode.workspace.openTextDocument(place.uri(OWN));
    same(labels(await offered(torn, 18, undefined, ' ')), []);
    same(labels(await offered(torn, 26)), []);
  });
});

describe('Front matter', () => {
  it('offers its numbers with what both ends mean in the role of the note', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    const items = await offered(document, 5, 7);
    same(labels(items), ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    equal(described(items[0]), 'I cannot trust you at all today');
    equal(described(items[10]), 'I trust you fully today');
    equal(items[4]?.insertText, '4 ', 'the comment stays a comment');
    equal((await offered(document, 5, 6))[4]?.insertText, ' 4', 'a space comes behind the colon');
  });

  it('offers the keys that are not there yet', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    const keys = labels(await offered(document, 7));
    same(keys, ['closeness', 'safety', 'hurt', 'word-ahead']);
  });

  it('says what a number means, and nothing about the body', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    const words = await hovers(document, 6, 2);
    holds(words.includes('Hope') && words.includes('I see no hope for us today'), words);
    equal(await hovers(document, 18, 2), '');
  });

  it('says what a step is, and who has done it only where somebody has', async () => {
    const { document } = await opened(OWN, CHECK_IN);
    const done = await hovers(document, 16, 45);
    holds(done.includes('What of yours reached me') && done.includes('done by you'), done);
    const open = await hovers(document, 24, 35);
    holds(open.includes('One request') && !/done|Sam|Alex/.test(open), open);
  });
});

describe('A problem of front matter', () => {
  const fixes = async (document: vscode.TextDocument, line: number): Promise<readonly vscode.CodeAction[]> => {
    const range = new vscode.Range(line, 0, line, 200);
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
  };
  const told = (document: vscode.TextDocument): number =>
    vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code !== 'step-missing').length;

  it('is mended by one small edit, which can be undone', async () => {
    const text = CHECK_IN.with(6, 'hope: 13 # as of today').join('\r\n');
    const { document } = await opened(OWN, [text]);
    await until('the problem is told', () => told(document) === 1);
    const [fix, ...others] = await fixes(document, 6);
    equal(others.length, 0);
    equal(fix?.title, 'Write “10” instead');
    holds(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)), 'the fix can be applied');
    equal(document.getText(), text.replace('hope: 13', 'hope: 10'));
    await until('the problem is gone', () => told(document) === 0);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('is mended where a key stands twice, and where one is mistyped', async () => {
    const text = CHECK_IN.with(7, 'hope: 4\nclosness: 2').join('\n');
    const { document } = await opened(OWN, [text]);
    await until('the problems are told', () => told(document) === 2);
    const [twice] = await fixes(document, 7);
    equal(twice?.title, 'Take out the second “hope”');
    holds(twice?.edit && (await vscode.workspace.applyEdit(twice.edit)), 'the fix can be applied');
    await until('one is gone', () => told(document) === 1);
    const [mistyped] = await fixes(document, 7);
    equal(mistyped?.title, 'Write “closeness” instead');
    holds(mistyped?.edit && (await vscode.workspace.applyEdit(mistyped.edit)), 'the fix can be applied');
    equal(document.getText(), text.replace('hope: 4\nclosness', 'closeness'));
  });

  it('is left alone in a note that git could not join', async () => {
    const { document } = await opened(PARTNERS, [...CHECK_IN.with(6, 'hope: 13'), '>>>>>>> theirs']);
    await until('the problem is told', () => told(document) === 1);
    for (const line of [6, CHECK_IN.length]) {
      same(await fixes(document, line), []);
    }
  });
});

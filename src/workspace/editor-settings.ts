import * as vscode from 'vscode';

/** A setting of the editor that can keep notes from being given away. */
export interface EditorSetting {
  readonly id: 'ai' | 'local-history';
  readonly key: string;
  readonly value: unknown;
}

const KNOWN: readonly EditorSetting[] = [
  { id: 'ai', key: 'chat.disableAIFeatures', value: true },
  { id: 'local-history', key: 'workbench.localHistory.exclude', value: { '**/*.md': true } },
];

/** What stood in the workspace settings before, by key; `null` where nothing did. */
type Before = Readonly<Record<string, unknown>>;
const BEFORE_KEY = 'kintsugi.editorSettingsBefore';

/** @returns the settings that this very editor knows. */
export function offeredSettings(): readonly EditorSetting[] {
  return KNOWN.filter(({ key }) => vscode.workspace.getConfiguration().inspect(key)?.defaultValue !== undefined);
}

/** Writes settings for this workspace, and remembers on this machine what stood there before. */
export async function applySettings(settings: readonly EditorSetting[], state: vscode.Memento): Promise<void> {
  for (const { key, value } of settings) {
    const configuration = vscode.workspace.getConfiguration();
    const before = configuration.inspect<unknown>(key)?.workspaceValue ?? null;
    const known = state.get<Before>(BEFORE_KEY) ?? {};
    await configuration.update(key, joined(before, value), vscode.ConfigurationTarget.Workspace);
    if (!Object.hasOwn(known, key)) {
      await state.update(BEFORE_KEY, { ...known, [key]: before });
    }
  }
}

/** Puts back what stood in the workspace settings. @returns how many settings were taken back */
export async function takeSettingsBack(state: vscode.Memento): Promise<number> {
  const before = Object.entries(state.get<Before>(BEFORE_KEY) ?? {});
  for (const [key, value] of before) {
    await vscode.workspace.getConfiguration().update(key, value ?? undefined, vscode.ConfigurationTarget.Workspace);
  }
  await state.update(BEFORE_KEY, undefined);
  return before.length;
}

function joined(before: unknown, value: unknown): unknown {
  const isMap = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one);
  return isMap(before) && isMap(value) ? { ...before, ...value } : value;
}

import type { GitRemote, RepositoryState } from '../../src/sync/port';

/** All settings of a repository; of one that stands there more than once, the values in order. */
export type Settings = ReadonlyMap<string, readonly string[]>;

/** What `git config --list -z` says. */
export function parseSettings(output: string): Settings {
  const settings = new Map<string, string[]>();
  for (const entry of output.split('\0').filter((text) => text !== '')) {
    const end = entry.indexOf('\n');
    const [key, value] = end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
    settings.set(key, [...(settings.get(key) ?? []), value]);
  }
  return settings;
}

/** @returns the value of a setting that counts, whatever the case of its key */
export function settingOf(settings: Settings, key: string): string | undefined {
  const words = key.split('.');
  const [section = '', name = ''] = [words[0], words.at(-1)].map((word) => word?.toLowerCase());
  return settings.get([section, ...words.slice(1, -1), name].join('.'))?.at(-1);
}

/** Where a branch is sent to. */
export function upstreamOf(settings: Settings, branch: string | undefined): RepositoryState['upstream'] {
  const remote = settings.get(`branch.${branch ?? ''}.remote`)?.at(-1);
  const name = settings.get(`branch.${branch ?? ''}.merge`)?.at(-1);
  return remote === undefined || name === undefined ? undefined : { remote, name: name.replace(/^refs\/heads\//, '') };
}

export function remotesOf(settings: Settings): readonly GitRemote[] {
  const keys = [...settings.keys()];
  const names = new Set(keys.flatMap((key) => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []));
  return [...names].map((name) => {
    const fetchUrl = settings.get(`remote.${name}.url`)?.[0];
    return { name, fetchUrl, pushUrl: settings.get(`remote.${name}.pushurl`)?.[0] ?? fetchUrl };
  });
}

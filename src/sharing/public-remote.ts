/** How open a remote is, as far as its address tells. No address is ever called to find out. */
export type Openness = 'public' | 'unencrypted' | 'unknown';

/**
 * Looks at the address of a remote.
 * @returns `public` where anybody who has the address can read it, `unencrypted` where anybody on the way can
 */
export function opennessOf(address: string): Openness {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  const host = (
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(address)?.[1] ??
    /^(?:[^/@]+@)?([^/:]+):/.exec(address)?.[1] ??
    ''
  ).toLowerCase();
  if (host === 'gist.github.com' || /(?:^|\.)(?:github|gitlab)\.io$/.test(host)) {
    return 'public';
  }
  if (scheme === 'git') {
    return 'public';
  }
  return scheme === 'http' && !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(host) ? 'unencrypted' : 'unknown';
}

/** Whether an address holds a password, which git would keep in plain text and print in its messages. */
export function holdsPassword(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/@:]+:[^/@]+@/i.test(address);
}

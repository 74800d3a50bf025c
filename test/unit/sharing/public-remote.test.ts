import assert from 'node:assert/strict';
import { holdsPassword, opennessOf } from '../../../src/sharing/public-remote';

describe('The address of a remote', () => {
  for (const [address, openness] of [
    ['https://github.com/us/notes.git', 'unknown'],
    ['git@github.com:us/notes.git', 'unknown'],
    ['ssh://git@example.org:2222/notes', 'unknown'],
    ['/home/us/notes.git', 'unknown'],
    ['C:\\notes.git', 'unknown'],
    ['http://localhost:3000/notes', 'unknown'],
    ['git://example.org/notes', 'public'],
    ['https://gist.github.com/abc.git', 'public'],
    ['git@gist.github.com:abc.git', 'public'],
    ['https://us.github.io/notes', 'public'],
    ['http://example.org/notes', 'unencrypted'],
    ['', 'unknown'],
  ] as const) {
    it(`${JSON.stringify(address)} is taken for ${openness}`, () => {
      assert.equal(opennessOf(address), openness);
    });
  }

  it('with a password in it is found, one with a user alone is not', () => {
    assert.ok(holdsPassword('https://me:secret@example.org/notes'));
    assert.ok(!holdsPassword('https://me@example.org/notes'));
    assert.ok(!holdsPassword('git@github.com:us/notes.git'));
    assert.ok(!holdsPassword('ssh://git@example.org:2222/notes'));
  });
});

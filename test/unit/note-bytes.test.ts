import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteOffset, decodeNote, fingerprint, LARGEST_NOTE_IN_BYTES } from '../../src/core/note-bytes';
import { anyText, runs } from './arbitraries';
import { bytesOf } from './samples';

describe('the bytes of a note', () => {
  it('decodes and encodes to the same bytes, byte order mark included', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, mark) => {
        const bytes = bytesOf(`${mark ? '\uFEFF' : ''}${text.replaceAll('\0', '')}`);
        const decoded = decodeNote(bytes);
        assert.ok(decoded.readable);
        assert.deepEqual(bytesOf(decoded.text), bytes);
      }),
      runs(200),
    );
  });

  it('decodes as ever after bytes that it refused in the middle of a character', () => {
    assert.equal(decodeNote(Uint8Array.of(0x61, 0xe2, 0x82)).readable, false);
    assert.deepEqual(decodeNote(Uint8Array.of(0xac, 0x61)), { readable: false, reason: 'not-utf8' });
    assert.deepEqual(decodeNote(bytesOf('\uFEFFé')), { readable: true, text: '\uFEFFé' });
  });

  const refused: readonly (readonly [title: string, bytes: Uint8Array, reason: string])[] = [
    ['a byte that begins nothing', Uint8Array.of(0x61, 0xff), 'not-utf8'],
    ['a character that is cut off', Uint8Array.of(0xe2, 0x82), 'not-utf8'],
    ['an overlong form', Uint8Array.of(0xc0, 0xaf), 'not-utf8'],
    ['half of a pair', Uint8Array.of(0xed, 0xa0, 0x80), 'not-utf8'],
    ['Latin-1', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'not-utf8'],
    ['a NUL byte', Uint8Array.of(0x61, 0, 0x62), 'nul-byte'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'nul-byte'],
    ['more than a note can be', new Uint8Array(LARGEST_NOTE_IN_BYTES + 1).fill(0x61), 'too-large'],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), 'too-large'],
  ];
  for (const [title, bytes, reason] of refused) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(decodeNote(bytes), { readable: false, reason });
    });
  }

  it('reads an empty file', () => {
    assert.deepEqual(decodeNote(new Uint8Array()), { readable: true, text: '' });
  });

  it('counts bytes up to an offset', () => {
    assert.equal(byteOffset('\uFEFFé😀a', 5), 3 + 2 + 4 + 1);
  });

  it('marks each change of one byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const changed = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ change : byte));
          assert.notEqual(fingerprint(changed), fingerprint(bytes));
          assert.equal(fingerprint(Uint8Array.from(bytes)), fingerprint(bytes));
        },
      ),
      runs(300),
    );
  });
});

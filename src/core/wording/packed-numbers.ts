/** Numbers below this take one byte, all others two. */
export const ONE_BYTE = 208;
const BYTE = 256;
/** There is no way to write this number, nor a greater one. */
const TOO_GREAT = ONE_BYTE + (BYTE - ONE_BYTE) * BYTE;
/** Before each part stands its length, in this many bytes. */
const LENGTH = 4;

/**
 * Writes whole numbers, so that the small ones take least.
 * @throws `RangeError` where one is too great
 */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers.flatMap(bytesOf));
}

function bytesOf(number: number): readonly number[] {
  if (number >= TOO_GREAT) {
    throw new RangeError(`${String(number)} is too great to be packed: there is room below ${String(TOO_GREAT)}.`);
  }
  const above = number - ONE_BYTE;
  return above < 0 ? [number] : [ONE_BYTE + Math.floor(above / BYTE), above % BYTE];
}

/** Reads what {@link packNumbers} wrote. */
export class PackedNumbers {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  next(): number {
    const first = this.byte();
    return first < ONE_BYTE ? first : ONE_BYTE + (first - ONE_BYTE) * BYTE + this.byte();
  }

  private byte(): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }
}

/** Puts parts into one. */
export function packParts(parts: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(parts.reduce((length, part) => length + LENGTH + part.length, 0));
  let at = 0;
  for (const part of parts) {
    new DataView(packed.buffer).setUint32(at, part.length);
    packed.set(part, at + LENGTH);
    at += LENGTH + part.length;
  }
  return packed;
}

/** Takes apart what {@link packParts} put into one. */
export function unpackParts(packed: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < packed.length;) {
    const start = at + LENGTH;
    at = start + view.getUint32(at);
    parts.push(packed.subarray(start, at));
  }
  return parts;
}

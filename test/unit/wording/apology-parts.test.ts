import assert from 'node:assert/strict';
import { missingApologyParts } from '../../../src/core/wording';
import type { ApologyPart } from '../../../src/core/wording';
import { builtInWording } from './built-in';

const APOLOGIES: readonly (readonly [text: string, missing: readonly ApologyPart[]])[] = [
  ['', ['act', 'impact', 'responsibility', 'repair']],
  ['I am sorry.', ['act', 'impact', 'responsibility', 'repair']],
  ['I am sorry that I lied to you on Sunday.', ['impact', 'responsibility', 'repair']],
  ['I lied to you about the money. It left you alone with the worry.', ['responsibility', 'repair']],
  ['I lied to you about the money. It was my choice. It left you alone with the worry.', ['repair']],
  [
    'I lied to you about the money. It was my choice. It left you alone with the worry. By Friday I will show you every account.',
    [],
  ],
  ['I’m sorry for hiding the letters. You had to find them alone. Nobody made me do it.', ['repair']],
  ['I will call the bank tomorrow.', ['act', 'impact', 'responsibility']],
  ['I am sorry if it hurt you. I will try to do better.', ['act', 'impact', 'responsibility', 'repair']],
  ['I shouted at you. It was my fault, but you shouted first.', ['impact', 'responsibility', 'repair']],
  ['I broke my promise. It was partly my choice.', ['impact', 'responsibility', 'repair']],
];

describe('what an apology still lacks', () => {
  for (const [text, missing] of APOLOGIES) {
    it(`is ${missing.join(', ') || 'nothing'} in: ${text}`, () => {
      assert.deepEqual(missingApologyParts(text, builtInWording()), missing);
    });
  }
});

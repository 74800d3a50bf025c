import assert from 'node:assert/strict';
import vm from 'node:vm';
import esbuild from 'esbuild';
import * as here from '../../src/plain-error';

/** The module as another file of the production build holds it: with a class of its own, under a short name. */
async function copyOfTheModule(): Promise<typeof here> {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/plain-error.ts'],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    minify: true,
    write: false,
  });
  const module: { exports: unknown } = { exports: {} };
  const run = vm.compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports']) as (...its: unknown[]) => void;
  run(module, module.exports);
  return module.exports as typeof here;
}

describe('an error that explains itself', () => {
  it('is known for one in every file of the build', async () => {
    const there = await copyOfTheModule();
    assert.notEqual(there.PlainError, here.PlainError);
    const [own, other] = [new here.PlainError('Nothing is lost.'), new there.PlainError('Nothing is lost.')];
    for (const module of [here, there]) {
      for (const error of [own, other]) {
        assert.ok(module.isPlain(error));
        assert.equal(module.codeOf(error), 'explained');
      }
    }
    assert.ok(!(other instanceof here.PlainError));
  });

  it('is not taken for one because of its words', () => {
    for (const error of [new Error('PlainError'), new TypeError('x'), { name: 'PlainError' }, 'PlainError', null]) {
      assert.ok(!here.isPlain(error));
    }
  });

  it('has a code for the log, like any other', () => {
    assert.equal(here.codeOf(new TypeError('a note')), 'TypeError');
    assert.equal(here.codeOf(Object.assign(new Error('a path'), { code: 'EACCES' })), 'EACCES');
    assert.equal(here.codeOf(Object.assign(new Error('ENOSPC: no space'), { code: 'Unknown' })), 'ENOSPC');
    assert.equal(here.codeOf('a note'), 'unknown');
  });
});

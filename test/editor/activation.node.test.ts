import { extensionUnderTest } from './commands';
import { equal, same } from './expect';

/** The files of the build that this host has loaded. */
function loadedFiles(): readonly string[] {
  return Object.keys(require.cache).map((file) =>
    file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1),
  );
}

describe('Activation on a disk', () => {
  it('loads no parser, no command, and nothing else that is needed later', async () => {
    const extension = extensionUnderTest();
    equal(extension.isActive, false, 'nothing has activated the extension before this test');
    await extension.activate();
    same(
      loadedFiles().filter((file) =>
        /^(?:extension|parsing|panel|commands|language|sharing|conversation)\.node\.js$/.test(file),
      ),
      ['extension.node.js'],
    );
  });
});

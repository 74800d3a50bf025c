import assert from 'node:assert/strict';
import { DraftKeeper } from '../../../src/panel/draft-keeper';

/** Something that ends when a test says so. */
function held() {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (error) {
        reject(error);
      } else {
        resolve();
      }
    };
  });
  return {
    ended,
    end: (error?: Error) => {
      end(error);
    },
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a draft', () => {
  it('is written one version after the other, and the newest comes last', async () => {
    const drafts = new DraftKeeper();
    const written: string[] = [];
    const first = held();
    const write = (text: string) => () => {
      written.push(text);
      return Promise.resolve();
    };
    const oldest = drafts.keep(async () => {
      await first.ended;
      written.push('a');
    });
    await soon();
    const keeping = [oldest, drafts.keep(write('ab')), drafts.keep(write('abc'))];
    first.end();
    await Promise.all(keeping);
    assert.deepEqual(written, ['a', 'abc']);
    await drafts.keep(write('abcd'));
    assert.deepEqual(written, ['a', 'abc', 'abcd']);
  });

  it('is written before anything else is done with it', async () => {
    const drafts = new DraftKeeper();
    const done: string[] = [];
    const writing = held();
    void drafts.keep(async () => {
      await writing.ended;
      done.push('draft');
    });
    const saving = drafts.end(() => Promise.resolve(done.push('saved')));
    writing.end();
    assert.equal(await saving, 2);
    assert.deepEqual(done, ['draft', 'saved']);
  });

  it('is waited for, also when more is written meanwhile', async () => {
    const drafts = new DraftKeeper();
    const [first, second] = [held(), held()];
    let isOver = false;
    void drafts.keep(() => first.ended);
    const flushing = drafts.flush().then((isKept) => {
      isOver = true;
      return isKept;
    });
    void drafts.keep(() => second.ended);
    first.end();
    await soon();
    assert.ok(!isOver);
    second.end();
    assert.equal(await flushing, true);
  });

  it('that cannot be written is told, and holds nothing up', async () => {
    const drafts = new DraftKeeper();
    await assert.rejects(
      drafts.keep(() => Promise.reject(new Error('full'))),
      /full/,
    );
    assert.equal(await drafts.flush(), false);
    assert.equal(await drafts.after(() => Promise.resolve('read')), 'read');
    assert.equal(await drafts.flush(), false);
    await drafts.keep(() => Promise.resolve());
    assert.equal(await drafts.flush(), true);
  });

  it('that could not be written is missed no more once it is saved or discarded', async () => {
    const drafts = new DraftKeeper();
    await assert.rejects(drafts.keep(() => Promise.reject(new Error('full'))));
    await drafts.end(() => Promise.resolve());
    assert.equal(await drafts.flush(), true);
  });
});

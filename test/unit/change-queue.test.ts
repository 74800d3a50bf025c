import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { ChangeQueue } from '../../src/workspace/change-queue';

const names = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, number) => `${String(from + number)}.md`);

describe('the queue of changes', () => {
  let batches: (readonly string[])[];
  let queue: ChangeQueue;

  beforeEach(() => {
    batches = [];
    queue = new ChangeQueue(
      (paths) => {
        batches.push(paths);
        return Promise.resolve();
      },
      (error) => {
        throw error;
      },
    );
  });

  afterEach(() => {
    queue.dispose();
  });

  it('hands on the first change that a watcher tells of at once, with all that it tells with it', async () => {
    queue.addAtOnce('a.md');
    queue.addAtOnce('b.md');
    queue.addAtOnce('a.md');
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(batches, [['a.md', 'b.md']]);
  });

  it('gathers what comes soon after', async () => {
    queue.addAtOnce('a.md');
    await setTimeout(10);
    queue.addAtOnce('b.md');
    await setTimeout(10);
    queue.addAtOnce('c.md');
    assert.equal(batches.length, 1);
    await setTimeout(150);
    assert.deepEqual(batches, [['a.md'], ['b.md', 'c.md']]);
  });

  it('waits while somebody types', async () => {
    queue.add('a.md');
    await setTimeout(10);
    queue.add('a.md');
    assert.deepEqual(batches, []);
    await setTimeout(150);
    assert.deepEqual(batches, [['a.md']]);
  });

  it('hands on a burst that comes in parts, with pauses between them, as one batch', async () => {
    for (let part = 0; part < 5; part += 1) {
      names(500, part * 500).forEach((path) => {
        queue.addAtOnce(path);
      });
      await setTimeout(200);
    }
    assert.deepEqual(batches, []);
    await setTimeout(500);
    assert.deepEqual(
      batches.map(({ length }) => length),
      [2500],
    );
  });

  it('hands on at once what somebody waits for, also in a burst', async () => {
    names(500).forEach((path) => {
      queue.addAtOnce(path);
    });
    await queue.flush();
    assert.equal(batches.length, 1);
  });

  it('hands on nothing once nobody wants it', async () => {
    queue.addAtOnce('a.md');
    queue.dispose();
    await setTimeout(100);
    assert.deepEqual(batches, []);
  });
});

import assert from 'node:assert/strict';
import { MessageQueue } from '../../../src/panel/message-queue';
import type { ToPage } from '../../../src/panel/protocol';

const told = (text: string): ToPage => ({ type: 'told', text });
const tab = (name: 'timeline' | 'reflection'): ToPage => ({ type: 'show-tab', tab: name });
const timeline = (version: number): ToPage => ({
  type: 'timeline',
  version,
  timeline: { today: 0, measures: [], lanes: [], events: [], breaks: [] },
  me: null,
  isPrivateShown: false,
});

describe('messages to the page', () => {
  let sent: ToPage[] = [];
  let queue: MessageQueue;

  beforeEach(() => {
    sent = [];
    queue = new MessageQueue((message) => sent.push(message));
  });

  it('wait until the page listens, and then go out with what it shows first', () => {
    queue.post(tab('reflection'));
    queue.post(timeline(1));
    assert.equal(sent.length, 0);
    queue.open();
    assert.deepEqual(sent, [timeline(1), tab('reflection')]);
    queue.post(told('now'));
    assert.deepEqual(sent.at(-1), told('now'));
  });

  it('of one type wait only in their newest', () => {
    queue.post(timeline(1));
    queue.post(told('first'));
    queue.post(tab('timeline'));
    queue.post(timeline(2));
    queue.post(told('second'));
    queue.open();
    assert.deepEqual(sent, [timeline(2), tab('timeline'), told('second')]);
  });

  it('go out shorter to a page that has heard everything before, and whole to one that comes later', () => {
    queue.post(timeline(1), told('shorter'));
    queue.open();
    assert.deepEqual(sent, [timeline(1)]);
    queue.post(timeline(2), told('shorter'));
    assert.deepEqual(sent.at(-1), told('shorter'));
    queue.open();
    assert.deepEqual(sent.at(-1), timeline(2));
  });

  it('that a page shows come again when it is loaded anew; others do not', () => {
    queue.open();
    queue.post(timeline(1));
    queue.post(told('once'));
    sent.length = 0;
    queue.open();
    assert.deepEqual(sent, [timeline(1)]);
  });

  it('wait again while there is no page', () => {
    queue.open();
    queue.post(timeline(1));
    queue.close();
    sent.length = 0;
    queue.post(timeline(2));
    queue.post(told('later'));
    assert.equal(sent.length, 0);
    queue.open();
    assert.deepEqual(sent, [timeline(2), told('later')]);
  });

  it('that are true no longer reach no page', () => {
    queue.post(timeline(1));
    assert.ok(queue.holdsShown);
    queue.forgetShown();
    assert.ok(!queue.holdsShown);
    queue.open();
    assert.equal(sent.length, 0);
  });
});

import assert from 'node:assert/strict';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { readSteps } from '../../src/core/steps';
import { tickByte, tickEdit } from '../../src/core/tick';
import { bytes, runs, stepId, text, tickableNote } from './arbitraries';
import { bytesOf } from './samples';

/** Ticks or unticks a step of a file, as the product does; fails where that is refused. */
function ticked(content: Uint8Array, id: string, state: boolean): Uint8Array {
  const edit = tickByte(content, id, state);
  assert.ok(typeof edit === 'object', id);
  assert.equal(content[edit.offset], edit.from);
  return content.map((byte, index) => (index === edit.offset ? edit.to : byte));
}

function changedBytes(before: Uint8Array, after: Uint8Array): number {
  assert.equal(after.length, before.length);
  return after.filter((byte, index) => byte !== before[index]).length;
}

function isTicked(content: Uint8Array, id: string): boolean | undefined {
  return readSteps(new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)).steps.find((step) => step.id === id)
    ?.ticked;
}

/** Turns one step there and back, and sees that a single byte changed meanwhile. */
function turnThereAndBack(content: Uint8Array, id: string): void {
  const before = isTicked(content, id);
  assert.ok(before !== undefined, id);
  const turned = ticked(content, id, !before);
  assert.equal(changedBytes(content, turned), 1);
  assert.equal(isTicked(turned, id), !before);
  assert.deepEqual(ticked(turned, id, before), content);
}

describe('ticking a step', () => {
  it('changes one character, and unticking gives it back', () => {
    const source = '\uFEFF# Ü\r\n\r\n- [ ] a <!-- step: a -->\r\n';
    assert.deepEqual(tickEdit(source, 'a', true), { offset: 11, from: ' ', to: 'x' });
    assert.deepEqual(tickByte(bytesOf(source), 'a', true), { offset: 14, from: 0x20, to: 0x78 });
  });

  it('takes a capital X back too', () => {
    assert.deepEqual(tickEdit('- [X] a <!-- step: a -->', 'a', false), { offset: 3, from: 'X', to: ' ' });
    assert.equal(tickEdit('- [X] a <!-- step: a -->', 'a', true), undefined);
  });

  it('has nothing to do where the step is as it is wanted', () => {
    assert.equal(tickEdit('- [x] a <!-- step: a -->', 'a', true), undefined);
    assert.equal(tickByte(bytesOf('- [ ] a <!-- step: a -->'), 'a', false), undefined);
  });

  const step = '- [ ] a <!-- step: a -->\n';
  const refusals: readonly (readonly [title: string, content: string | Uint8Array, reason: string])[] = [
    ['a step that is not there', '- [ ] b <!-- step: b -->', 'step-missing'],
    ['an empty note', '', 'step-missing'],
    ['a step without a task', '- a <!-- step: a -->', 'step-missing'],
    ['a bracket that could not be given back', '- [\t] a <!-- step: a -->', 'step-missing'],
    ['a step in code', `\`\`\`\n${step}`, 'step-missing'],
    ['a step among 10,000', step.repeat(10_000), 'step-missing'],
    ['a conflict after the step', `${step}<<<<<<< HEAD\n`, 'conflict'],
    ['a conflict that is half removed', `${step}>>>>>>> theirs`, 'conflict'],
    ['a conflict in front matter', `---\n||||||| base\n---\n${step}`, 'conflict'],
    ['a NUL', `${step}\0`, 'unreadable'],
    ['bytes that are no text', Uint8Array.of(...bytesOf(step), 0xff), 'unreadable'],
    ['50 MB', bytesOf(step.repeat(2_000_000)), 'unreadable'],
  ];
  for (const [title, content, reason] of refusals) {
    it(`is refused for ${title}`, () => {
      assert.equal(tickByte(typeof content === 'string' ? bytesOf(content) : content, 'a', true), reason);
    });
  }

  it('and unticking restores any note to the byte', () => {
    fc.assert(
      fc.property(tickableNote, fc.nat(), ({ text: note, ids }, which) => {
        turnThereAndBack(bytesOf(note), ids[which % ids.length] ?? '');
      }),
      runs(200),
    );
  });

  it('in any order of steps ends where the same ticks end in another', () => {
    fc.assert(
      fc.property(tickableNote, ({ text: note, ids }) => {
        const opened = ids.reduce(
          (content, id) => (isTicked(content, id) === true ? ticked(content, id, false) : content),
          bytesOf(note),
        );
        const tickAll = (order: readonly string[]): Uint8Array =>
          order.reduce((content, id) => ticked(content, id, true), opened);
        assert.deepEqual(tickAll(ids), tickAll([...ids].reverse()));
      }),
      runs(50),
    );
  });

  it('finds the same place in the bytes as in the text', () => {
    fc.assert(
      fc.property(tickableNote, ({ text: note, ids: [id = ''] }) => {
        const state = isTicked(bytesOf(note), id) !== true;
        const [edit, byte] = [tickEdit(note, id, state), tickByte(bytesOf(note), id, state)];
        assert.ok(typeof edit === 'object' && typeof byte === 'object');
        assert.equal(byte.offset, Buffer.byteLength(note.slice(0, edit.offset)));
      }),
      runs(100),
    );
  });

  it('never throws, and changes nothing but a tick, whatever the file holds', () => {
    const withStep = fc
      .tuple(text, text)
      .map(([before, after]) => bytesOf(`${before}\n- [ ] a <!-- step: a -->\n${after}`));
    fc.assert(
      fc.property(fc.oneof(bytes, withStep), stepId, fc.boolean(), (content, id, state) => {
        const edit = tickByte(content, id, state);
        if (typeof edit === 'object') {
          assert.equal(content[edit.offset], edit.from);
          assert.equal(content[edit.offset - 1], 0x5b);
          assert.equal(content[edit.offset + 1], 0x5d);
          assert.equal(isTicked(ticked(content, id, state), id), state);
        }
      }),
      runs(400),
    );
  });

  it('survives every example of CommonMark in the body of a note', () => {
    const refused: number[] = [];
    for (const { markdown, number } of examples) {
      const example = markdown.replaceAll('→', '\t');
      for (const lineEnd of ['\n', '\r\n']) {
        const note = `---\ntemplate: check-in\n---\n\n- [ ] a <!-- step: before -->\n\n# h\n\n${example}\n\n# h\n\n- [x] b <!-- step: after -->\n`;
        const content = bytesOf(note.replaceAll('\n', lineEnd));
        turnThereAndBack(content, 'before');
        if (tickByte(content, 'after', false) === 'step-missing') {
          refused.push(number);
        } else {
          turnThereAndBack(content, 'after');
        }
      }
    }
    assert.ok(examples.length > 600);
    assert.ok(refused.length <= 40, `too many are refused: ${refused.join(' ')}`);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstTurn, nextTurn, otherSide, swapped } from '../../../src/core/conversation/turn';
import type { Side, StepKind, Turn, TurnEvent } from '../../../src/core/conversation/turn';
import { runs } from '../arbitraries';
import { present } from '../samples';

/** Goes through events; fails where the step is done before the last. */
function after(kind: StepKind, events: readonly TurnEvent[], speaker: Side = 0): Turn | 'step-done' {
  return events.reduce<Turn | 'step-done'>(
    (turn, event) => {
      assert.ok(turn !== 'step-done');
      return nextTurn(turn, kind, event);
    },
    firstTurn(kind, speaker),
  );
}

const HEARD: readonly TurnEvent[] = ['go-on', 'go-on', 'right'];

describe('a turn', () => {
  it('passes once what was said was said back, and the one who spoke has said that it was right', () => {
    assert.deepEqual(after('turns', []), { speaker: 0, phase: 'speaking', heard: [] });
    assert.deepEqual(after('turns', ['go-on']), { speaker: 0, phase: 'saying-back', heard: [] });
    assert.deepEqual(after('turns', ['go-on', 'go-on']), { speaker: 0, phase: 'checking', heard: [] });
    assert.deepEqual(after('turns', HEARD), { speaker: 1, phase: 'speaking', heard: [0] });
    assert.equal(after('turns', [...HEARD, ...HEARD]), 'step-done');
  });

  it('goes back to the one who spoke where it was not quite right', () => {
    assert.deepEqual(after('turns', ['go-on', 'go-on', 'not-quite']), { speaker: 0, phase: 'speaking', heard: [] });
  });

  it('stays with the one who says it back where the question was left open', () => {
    assert.deepEqual(after('turns', ['go-on', 'go-on', 'let-be']), { speaker: 0, phase: 'saying-back', heard: [] });
  });

  it('begins with the saying back where the step before was the speaking', () => {
    assert.deepEqual(after('say-back', ['go-on', 'right']), { speaker: 1, phase: 'saying-back', heard: [0] });
    assert.equal(after('say-back', ['go-on', 'right', 'go-on', 'right']), 'step-done');
  });

  it('of an apology asks nobody whether it was right, and is over with any answer or none', () => {
    assert.deepEqual(after('apology', ['go-on'], 1), { speaker: 1, phase: 'answering', heard: [] });
    assert.equal(after('apology', ['go-on', 'go-on'], 1), 'step-done');
  });

  it('is nobody’s in a step that is done together', () => {
    assert.equal(after('together', ['go-on']), 'step-done');
  });

  it('can begin with the other one, until somebody was heard', () => {
    assert.equal(swapped(firstTurn('turns', 0), 'turns').speaker, 1);
    const later = after('turns', HEARD);
    assert.ok(later !== 'step-done');
    assert.equal(swapped(later, 'turns'), later);
    const answering = after('apology', ['go-on'], 1);
    assert.ok(answering !== 'step-done');
    assert.deepEqual(swapped(answering, 'apology'), { speaker: 0, phase: 'speaking', heard: [] });
  });

  it('never ends a step in which both speak before each was told right, whatever is pressed', () => {
    const events = fc.array(fc.constantFrom<TurnEvent>('go-on', 'right', 'not-quite', 'let-be'), { maxLength: 40 });
    fc.assert(
      fc.property(
        events,
        fc.constantFrom<Side>(0, 1),
        fc.constantFrom<StepKind>('turns', 'say-back'),
        (all, begins, kind) => {
          let turn = firstTurn(kind, begins);
          const right: Side[] = [];
          for (const event of all) {
            if (turn.phase === 'checking' && event === 'right') right.push(turn.speaker);
            const next = nextTurn(turn, kind, event);
            if (next === 'step-done') {
              assert.deepEqual(right, [begins, otherSide(begins)]);
              return;
            }
            assert.deepEqual(next.heard, right);
            turn = present(next);
          }
        },
      ),
      runs(500),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  agreedOn,
  currentSection,
  isLeadOpen,
  kindOf,
  sectionAfter,
} from '../../../src/core/conversation/conversation-note';
import type { ConversationNote } from '../../../src/core/conversation/conversation-note';
import { readConversation } from '../../../src/core/conversation/read-conversation';
import { turnIn, writingNow } from '../../../src/core/conversation/resume';
import { namedIn } from '../../../src/core/conversation/sections';
import type { Side, Turn } from '../../../src/core/conversation/turn';
import { runs, text, tickableNote } from '../arbitraries';
import { present } from '../samples';
import { newNote, readAs, settingFor, ticked, written } from './conversation-sample';

const STEPS = [
  'time-and-place',
  'feelings',
  'listen-and-say-back',
  'how-it-looked',
  'older-hurt',
  'own-part',
  'apology',
  'plan',
];
const FIRST = ticked(newNote(), 'time-and-place');

/** The id of the step at which a note stopped. */
function stoppedAt(note: ConversationNote): string | undefined {
  return currentSection(note)?.step.id;
}

/** Whose turn it is at the step where a note stopped, and the heading under which they write. */
function now(note: ConversationNote, first: Side = 0): Turn & { readonly under: string } {
  const section = present(currentSection(note));
  const turn = turnIn(note, section, first);
  const { position } = writingNow(note, section, turn, isLeadOpen(note, section));
  const under = note.rows.slice(0, position.line + 1).findLast((row) => row.startsWith('#')) ?? '';
  return { ...turn, under };
}

describe('a conversation', () => {
  it('has the eight steps of the guide, each with the way in which the two go through it', () => {
    const note = readAs(newNote());
    assert.deepEqual(
      note.sections.map((section) => [section.step.id, kindOf(note, section)]),
      STEPS.map((id) => [
        id,
        { 'time-and-place': 'together', plan: 'together', apology: 'apology', 'listen-and-say-back': 'say-back' }[id] ??
          'turns',
      ]),
    );
    assert.match(note.rows[present(note.sections[0]?.lead).startLine] ?? '', /^## The one event/);
  });

  for (const [index, id] of STEPS.entries()) {
    it(`goes on at “${id}” where the steps before it are done`, () => {
      assert.equal(stoppedAt(readAs(ticked(newNote(), ...STEPS.slice(0, index)))), id);
    });
  }

  it('has come to its end where all steps are done, with or without the one that may be left out', () => {
    assert.equal(stoppedAt(readAs(ticked(newNote(), ...STEPS))), undefined);
    assert.equal(stoppedAt(readAs(ticked(newNote(), ...STEPS.filter((id) => id !== 'older-hurt')))), undefined);
  });

  it('takes the step about older hurt for left out once something stands in a later one', () => {
    const before = ticked(newNote(), ...STEPS.slice(0, 4));
    assert.equal(stoppedAt(readAs(before)), 'older-hurt');
    assert.equal(stoppedAt(readAs(written(before, 'own-part', 'Sam', 'I lied.'))), 'own-part');
    assert.equal(sectionAfter(readAs(before), 'older-hurt', new Set(['older-hurt']))?.step.id, 'own-part');
  });

  it('goes back to a step that somebody took the tick from', () => {
    assert.equal(stoppedAt(readAs(ticked(newNote(), ...STEPS.filter((id) => id !== 'feelings')))), 'feelings');
  });

  it('begins with the event, and then with what the two agree on', () => {
    const place = now(readAs(newNote()));
    assert.equal(place.under, '## The one event');
    const note = readAs(newNote().replace('in a sentence?*\n\n', 'in a sentence?*\n\nThe letter.\n'));
    const { position } = writingNow(note, present(note.sections[0]), turnIn(note, present(note.sections[0]), 0));
    assert.equal(note.rows[position.line], '- it ends at:');
    assert.equal(position.column, '- it ends at:'.length);
  });

  it('writes the plan over the example of a line', () => {
    const note = readAs(ticked(newNote(), ...STEPS.slice(0, 7)));
    const plan = present(currentSection(note));
    const { anchor, position } = writingNow(note, plan, turnIn(note, plan, 0));
    assert.equal(present(note.rows[position.line]).slice(anchor.column, position.column), 'who: what, by when');
    assert.equal(anchor.line, position.line);
  });
});

describe('whose turn it is', () => {
  it('is the first one’s where nobody has written, whoever that is', () => {
    assert.deepEqual(now(readAs(FIRST)), { speaker: 0, phase: 'speaking', heard: [], under: '### Alex' });
    assert.deepEqual(now(readAs(FIRST), 1), { speaker: 1, phase: 'speaking', heard: [], under: '### Sam' });
  });

  it('is the listener’s to say back, in writing, once somebody has written what they felt', () => {
    const note = readAs(written(FIRST, 'feelings', 'Sam', 'Ashamed.'));
    assert.deepEqual(now(note), { speaker: 1, phase: 'saying-back', heard: [], under: '### What Alex heard' });
  });

  it('passes to the other where what was heard stands there', () => {
    const one = written(FIRST, 'feelings', 'Alex', 'Alone.');
    const heard = written(one, 'listen-and-say-back', 'What Sam heard', 'That you were alone.');
    assert.deepEqual(now(readAs(heard)), { speaker: 1, phase: 'speaking', heard: [0], under: '### Sam' });
  });

  it('is the same in a step whose speaking is done, and only the saying back is open', () => {
    const note = readAs(ticked(written(FIRST, 'feelings', 'Alex', 'Alone.'), 'feelings'));
    assert.deepEqual(now(note), { speaker: 0, phase: 'saying-back', heard: [], under: '### What Sam heard' });
  });

  it('asks for the saying back once more where it leaves no trace', () => {
    const before = ticked(FIRST, 'feelings', 'listen-and-say-back');
    const one = written(before, 'how-it-looked', 'Alex', 'I saw the letter.');
    assert.deepEqual(now(readAs(one)), { speaker: 0, phase: 'saying-back', heard: [], under: '### Alex' });
    const both = written(one, 'how-it-looked', 'Sam', 'I hid it.');
    assert.deepEqual(now(readAs(both)), { speaker: 1, phase: 'saying-back', heard: [0], under: '### Sam' });
  });

  it('of an apology is the answer’s once an apology stands there', () => {
    const before = ticked(newNote(), ...STEPS.slice(0, 6));
    assert.equal(now(readAs(before), 1).phase, 'speaking');
    const made = before.replace(
      'what I will do and by when.*\n',
      'what I will do and by when.*\n\nSam: I lied to you.\n',
    );
    assert.deepEqual(now(readAs(made), 1), { speaker: 1, phase: 'answering', heard: [], under: '### The answer' });
  });

  it('of a talk goes from the reading to what was heard, though nothing is written while one reads', () => {
    const talk = newNote('talk');
    assert.deepEqual(now(readAs(talk, 'talk')), {
      speaker: 0,
      phase: 'speaking',
      heard: [],
      under: '## Each of us reads',
    });
    const heard = written(talk, 'say-back', 'What Sam heard', 'You slept.');
    assert.deepEqual(now(readAs(heard, 'talk')), {
      speaker: 1,
      phase: 'speaking',
      heard: [0],
      under: '## Each of us reads',
    });
  });
});

describe('a conversation that was changed by hand', () => {
  it('without its headings still has its steps', () => {
    const bare = newNote().replace(/^#.*\n/gm, '');
    const note = readAs(bare);
    assert.deepEqual(
      note.sections.map(({ step }) => step.id),
      STEPS,
    );
    assert.equal(kindOf(note, present(note.sections[1])), 'together');
    for (const section of note.sections) {
      assert.equal(section.startLine, section.step.place.line);
    }
  });

  it('in another order goes by its own order', () => {
    const parts = newNote().split(/^(?=## )/m);
    const turned = [...parts.slice(0, 3), ...parts.slice(3).reverse()].join('');
    assert.equal(stoppedAt(readAs(turned)), 'plan');
  });

  it('with git’s conflict marks has no step at all', () => {
    const note = readAs(`${newNote()}<<<<<<< ours\n`);
    assert.ok(note.inConflict);
    assert.deepEqual(note.sections, []);
  });

  it('with a heading in a code block takes it for code', () => {
    const note = readAs(FIRST.replace('### Alex\n', '### Alex\n\n```\n## 9. Not a step\n```\n'));
    assert.deepEqual(now(note).speaker, 0);
    assert.equal(note.sections.length, STEPS.length);
  });
});

describe('what the two agreed on', () => {
  it('is read as they wrote it, and is nothing where they wrote nothing', () => {
    assert.deepEqual(agreedOn(readAs(newNote())), []);
    const note = newNote().replace('ends at:', 'ends at: 21:30').replace('stops it:\n', 'stops it: kettle\n');
    assert.deepEqual(agreedOn(readAs(note)), ['it ends at: 21:30', 'the word that stops it: kettle']);
  });

  it('is never taken from another step', () => {
    assert.deepEqual(agreedOn(readAs(newNote().replace('- who: what, by when', '- Sam: calls, by Friday'))), []);
  });
});

describe('a heading', () => {
  it('names whoever stands in it as a word', () => {
    assert.equal(namedIn('Alex', ['Alex', 'Sam']), 0);
    assert.equal(namedIn('What sam heard', ['Alex', 'Sam']), 1);
    assert.equal(namedIn('The same evening', ['Alex', 'Sam']), undefined);
    assert.equal(namedIn('What Ann Lee heard', ['Ann', 'Ann Lee']), 1);
    assert.equal(namedIn('What Alex heard from Sam', ['Alex', 'Sam']), 0);
    assert.equal(namedIn('The answer', ['', 'Sam']), undefined);
  });
});

describe('any text at all', () => {
  const notes = fc.oneof(
    text,
    tickableNote.map((note) => note.text),
    fc.tuple(fc.nat(5_000), fc.nat(400), text).map(([at, length, more]) => {
      const note = newNote();
      return note.slice(0, at) + more + note.slice(at + length);
    }),
  );

  it('is read without a fault, and every turn has a place in it', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom<Side>(0, 1), (content, first) => {
        const note = readConversation(content, settingFor());
        agreedOn(note);
        let line = 0;
        for (const section of note.sections) {
          assert.ok(line <= section.startLine && section.startLine < section.endLine);
          line = section.endLine;
          const turn = turnIn(note, section, first);
          const { position } = writingNow(note, section, turn);
          assert.ok(position.column <= present(note.rows[position.line]).length);
        }
      }),
      runs(300),
    );
  });
});

import assert from 'node:assert/strict';
import { buildGuide } from '../../src/core/guide';
import type { Note } from '../../src/core/note';
import { noteOfStep, signedPage, stageProgress } from '../../src/core/progress';
import type { StageProgress } from '../../src/core/progress';
import { builtInGuide, coupleOf, noteAt, present, templateOf, withLines } from './samples';

describe('the notes behind the rows of a stage', () => {
  it('are one’s own or the shared one, and the partner’s where the step is theirs', () => {
    const own = templateOf('page.hurt.md', withLines({}), ['hurt']);
    const both = templateOf('both.md', withLines({ path: '4-honesty/both-${PARTNER_ID}.md', neutral: '' }), ['both']);
    const shared = { scope: 'together', path: '4-honesty/together.md', neutral: '' };
    const ours = templateOf('ours.md', withLines(shared), ['ours']);
    const templates = [own, both, ours];
    const paths = ['alex', 'both-alex', 'both-sam', 'together'].map((name) => `4-honesty/${name}.md`);
    const { steps } = stageProgress(
      present(buildGuide(templates, []).stages[0]),
      paths.map((path) => noteAt(templates, path, '')),
      coupleOf(),
      'sam',
    );
    const opened = (id: string, me: string, other: string): string | undefined =>
      noteOfStep(present(steps.find(({ step }) => step.id === id)), me, other)?.path;
    assert.equal(opened('hurt', 'sam', 'alex'), '4-honesty/alex.md');
    assert.equal(opened('both', 'sam', 'alex'), '4-honesty/both-sam.md');
    assert.equal(opened('both', 'alex', 'sam'), '4-honesty/both-alex.md');
    assert.equal(opened('ours', 'sam', 'alex'), '4-honesty/together.md');
  });

  it('have the page that is signed among them, once it is written and shared', () => {
    const stage = present(builtInGuide().stages.find(({ id }) => id === 'commitment'));
    const note = (path: string): Note => noteAt(stage.templates, path, '');
    const progress = (...notes: readonly Note[]): StageProgress => stageProgress(stage, notes, coupleOf(), 'alex');
    assert.equal(signedPage(progress()), undefined);
    assert.equal(signedPage(progress(note('3-commitment/together.md')))?.path, '3-commitment/together.md');
    assert.equal(signedPage(progress(note('private/3-commitment/together.md'))), undefined);
  });
});

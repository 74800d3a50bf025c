import assert from 'node:assert/strict';
import { buildGuide, offersFor, stepsOf, templateKey } from '../../src/core/guide';
import { templateOf, withLines } from './samples';

const stage = (id: string, order: string, more: Readonly<Record<string, string>> = {}) =>
  withLines({ stage: id, 'stage-title': `The ${id}`, order, ...more });

describe('the guide', () => {
  it('puts stages in their order and templates by position, whatever order they come in', () => {
    const templates = [
      templateOf('c.md', stage('second', '2'), []),
      templateOf('b.md', stage('first', '1', { position: '2' }), []),
      templateOf('a.md', stage('first', '1', { position: '3' }), []),
      templateOf('d.md', stage('first', '1', { position: '1' }), []),
    ];
    const expected = [
      ['first', ['d', 'b', 'a']],
      ['second', ['c']],
    ];
    for (const order of [templates, [...templates].reverse()]) {
      const guide = buildGuide(order, []);
      assert.deepEqual(
        guide.stages.map(({ id, templates: own }) => [id, own.map((template) => template.id)]),
        expected,
      );
    }
  });

  it('lets a template of the couple win over the built-in one of its name, and add a stage', () => {
    const builtIn = [
      templateOf('a.md', stage('first', '1'), ['one']),
      templateOf('b.hurt.md', stage('first', '1'), []),
    ];
    const own = [templateOf('a.md', stage('first', '1'), ['two']), templateOf('n.md', stage('new', '1.5'), [])];
    const guide = buildGuide(builtIn, own);
    assert.deepEqual(
      guide.stages.map(({ id, title, order }) => [id, title, order]),
      [
        ['first', 'The first', 1],
        ['new', 'The new', 1.5],
      ],
    );
    assert.deepEqual(guide.templates.map(templateKey), ['a', 'b.hurt', 'n']);
    assert.deepEqual(
      guide.templates[0]?.steps.map(({ id }) => id),
      ['two'],
    );
  });

  it('is empty without templates', () => {
    assert.deepEqual(buildGuide([], []), { templates: [], stages: [] });
  });

  const hurt = templateOf('a.hurt.md', withLines({ optional: '[both]' }), ['both', 'hurt']);
  const broke = templateOf('a.broke-trust.md', withLines({}), ['both', 'broke']);
  const plain = templateOf('b.md', withLines({}), []);

  for (const [role, expected] of [
    [
      'hurt',
      [
        ['a', ['hurt']],
        ['b', [undefined]],
      ],
    ],
    [
      'broke-trust',
      [
        ['a', ['broke-trust']],
        ['b', [undefined]],
      ],
    ],
    [
      'both',
      [
        ['a', ['hurt', 'broke-trust']],
        ['b', [undefined]],
      ],
    ],
    [
      'unsaid',
      [
        ['a', ['hurt', 'broke-trust']],
        ['b', [undefined]],
      ],
    ],
  ] as const) {
    it(`offers somebody in the role ${role} the variants that apply`, () => {
      const offers = offersFor([hurt, broke, plain], role);
      assert.deepEqual(
        offers.map(({ id, variants }) => [id, variants.map((variant) => variant.role)]),
        expected,
      );
    });
  }

  it('has each step of several variants once, and counts it if one of them does', () => {
    const steps = stepsOf([hurt, broke]);
    assert.deepEqual(
      steps.map(({ id, counts }) => [id, counts]),
      [
        ['both', true],
        ['hurt', true],
        ['broke', true],
      ],
    );
    assert.deepEqual(
      stepsOf([hurt]).map(({ counts }) => counts),
      [false, true],
    );
  });
});

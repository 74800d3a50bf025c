import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPartnerId, partnerIdFromName } from '../../src/core/partner-id';
import { anyText, runs } from './arbitraries';
import { builtInGuide } from './samples';

const NAMES = [
  'Alex',
  'Zoë',
  'José María',
  'Müller',
  'Ærøskøbing',
  'Наташа',
  '美咲',
  '🙂',
  'علي',
  'con',
  'CON',
  'Together',
  'T',
  'T.',
  'Private',
  'com1',
  'Alex 2',
  'Alex-1-2',
  '7',
  '../..',
  '..',
  '.git',
  'a/b',
  'a\\b',
  'a b',
  '',
  ' ',
  '-',
  'x'.repeat(300),
  'ﬁona',
  'İ',
  'Sam',
  'D Sam',
  'Distance Sam',
  'Setback',
  'b',
  'Sam b',
] as const;

describe('partner ids', () => {
  for (const id of ['alex', 'a', 'zoe-maria', 'p-1a', '7']) {
    it(`allows ${id}`, () => {
      assert.equal(isPartnerId(id), true);
    });
  }

  const refused = [
    '',
    '-',
    '-a',
    'a-',
    'Alex',
    'a b',
    'a.b',
    '..',
    '../a',
    'a/b',
    'a\\b',
    'zoë',
    'alex-2',
    'con',
    'nul',
    'com1',
    'together',
    'talk',
    'private',
    't',
    'x'.repeat(33),
    'a\n',
    'CON',
    'a:b',
    'a%2e',
    '\u0430lex',
  ];
  for (const id of refused) {
    it(`refuses ${JSON.stringify(id)}`, () => {
      assert.equal(isPartnerId(id), false);
    });
  }

  it('makes two ids that are valid and can be told apart, for any two names in any script', () => {
    const name = fc.oneof(fc.constantFrom(...NAMES), anyText);
    fc.assert(
      fc.property(name, name, (one, two) => {
        const first = partnerIdFromName(one, [], 'partner-a');
        const second = partnerIdFromName(two, [first], 'partner-b');
        assert.ok(isPartnerId(first), first);
        assert.ok(isPartnerId(second), second);
        assert.notEqual(first, second);
      }),
      runs(500),
    );
  });

  it('keeps what it can of a name', () => {
    assert.equal(partnerIdFromName('José María', [], 'x'), 'jose-maria');
    assert.equal(partnerIdFromName('Zoë', [], 'x'), 'zoe');
    assert.equal(partnerIdFromName('Con', [], 'x'), 'p-con');
    assert.equal(partnerIdFromName('美咲', [], 'partner-a'), 'partner-a');
  });

  it('tells two people of the same name apart', () => {
    assert.equal(partnerIdFromName('Alex', ['alex'], 'x'), 'alex-b');
  });

  it('never lets two people, or two templates, share the name of a file', () => {
    const patterns = builtInGuide().templates.map(({ id, scope, path, neutralPath }) => ({
      id,
      scope,
      path,
      neutralPath,
    }));
    for (const one of NAMES) {
      for (const two of NAMES) {
        const first = partnerIdFromName(one, [], 'partner-a');
        const ids = [first, partnerIdFromName(two, [first], 'partner-b')];
        const owners = new Map<string, string>();
        for (const { id, scope, path, neutralPath } of patterns) {
          for (const partner of ids) {
            for (const pattern of [path, neutralPath]) {
              const file = pattern.replace('${PARTNER_ID}', partner);
              const owner = scope === 'each' ? `${id} of ${partner}` : id;
              assert.equal(owners.get(file) ?? owner, owner, `${file} would be ${owner} and something else`);
              owners.set(file, owner);
            }
          }
        }
      }
    }
  });
});

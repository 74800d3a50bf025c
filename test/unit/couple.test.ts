import assert from 'node:assert/strict';
import { otherThan, partnerOf, partnerOfGitIdentity } from '../../src/core/couple';
import { coupleOf } from './samples';

describe('the couple', () => {
  const couple = coupleOf();
  const [alex, sam] = couple.partners;

  it('finds a partner by id', () => {
    assert.equal(partnerOf(couple, 'sam'), sam);
    assert.equal(partnerOf(couple, 'somebody'), undefined);
    assert.equal(partnerOf(couple, undefined), undefined);
  });

  it('knows the other of each', () => {
    assert.equal(otherThan(couple, alex), sam);
    assert.equal(otherThan(couple, sam), alex);
  });

  it('knows a partner by e-mail or name, in any case and with spaces around it', () => {
    assert.equal(partnerOfGitIdentity(couple, ['Someone', ' ALEX@example.org ']), alex);
    assert.equal(partnerOfGitIdentity(couple, ['sam']), sam);
  });

  it('does not guess where both or none are meant', () => {
    assert.equal(partnerOfGitIdentity(couple, ['sam', 'alex@example.org']), undefined);
    assert.equal(partnerOfGitIdentity(couple, ['nobody@example.org']), undefined);
    assert.equal(partnerOfGitIdentity(couple, []), undefined);
  });

  it('does not take an identity that is not set for one that is not listed', () => {
    const unlisted = { ...couple, partners: [{ ...alex, git: [''] }, sam] as const };
    assert.equal(partnerOfGitIdentity(unlisted, ['', '  ']), undefined);
  });
});

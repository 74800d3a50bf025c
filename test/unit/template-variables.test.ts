import assert from 'node:assert/strict';
import { templateVariables } from '../../src/core/template-variables';
import { readCouple } from '../../src/core/couple-file';
import { bytesOf, coupleOf, present } from './samples';

describe('the variables of a template', () => {
  const [partner, other] = coupleOf().partners;
  const inLanguage = (language: string) =>
    templateVariables({ partner, other, stageTitle: 'Honesty', date: '2026-03-01', language });

  const expected: Readonly<Record<string, string>> = {
    PARTNER: 'Alex',
    PARTNER_ID: 'alex',
    OTHER_PARTNER: 'Sam',
    OTHER_PARTNER_ID: 'sam',
    STAGE: 'Honesty',
    DATE: '2026-03-01',
    CURRENT_YEAR: '2026',
    CURRENT_YEAR_SHORT: '26',
    CURRENT_MONTH: '03',
    CURRENT_DATE: '01',
    CURRENT_MONTH_NAME: 'March',
    CURRENT_MONTH_NAME_SHORT: 'Mar',
    CURRENT_DAY_NAME: 'Sunday',
    CURRENT_DAY_NAME_SHORT: 'Sun',
  };
  for (const [name, value] of Object.entries(expected)) {
    it(`know ${name}`, () => {
      assert.equal(inLanguage('en')(name), value);
    });
  }

  it('name days and months in the language of the notes', () => {
    assert.equal(inLanguage('de')('CURRENT_MONTH_NAME'), 'März');
  });

  it('have no value for other names, not even for those that every object has', () => {
    for (const name of ['TM_FILENAME', 'CLIPBOARD', 'constructor', '__proto__', 'toString', '']) {
      assert.equal(inLanguage('en')(name), undefined);
    }
  });

  it('give names in some language even where the language is unknown', () => {
    assert.equal(typeof inLanguage('xx-unknown')('CURRENT_DAY_NAME'), 'string');
  });

  it('give names for any language that kintsugi.yaml may say', () => {
    for (const language of [
      'ab',
      'abc-12',
      'en-abcdefgh-x1',
      'en-a1',
      'de-de-de',
      'zz-zz-zz-zz',
      'zh-Hant-TW',
      'sr-Latn',
    ]) {
      const partners = 'partners: [{ id: alex }, { id: sam }]';
      const { couple } = readCouple(bytesOf(`${partners}\nlanguage: ${language}\n`));
      assert.equal(typeof inLanguage(present(couple).language)('CURRENT_DAY_NAME'), 'string', language);
    }
  });
});

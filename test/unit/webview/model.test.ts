import assert from 'node:assert/strict';
import type { Timeline, TimelineEvent } from '../../../src/core/timeline/timeline';
import { stopsOf } from '../../../src/core/picture/stops';
import { firstPageState } from '../../../src/webview/page-state';
import { TimelineModel } from '../../../src/webview/timeline/model';
import { daysInSight, isSameSpan } from '../../../src/webview/timeline/range';
import { present } from '../samples';

const TODAY = 20_780;
const WEEKS = [56, 49, 42, 35, 28, 21, 14, 7, 0];

const milestone: TimelineEvent = {
  day: TODAY - 300,
  kind: 'milestone',
  title: 'A milestone',
  partner: 'sam',
  path: 'milestone.md',
  isPrivate: false,
  turned: '',
};

function timelineOf(more: Partial<Timeline> = {}): Timeline {
  const measure = { min: 0, max: 10, reads: 'up', ends: {} } as const;
  return {
    today: TODAY,
    measures: [
      { ...measure, name: 'trust', title: 'Trust' },
      { ...measure, name: 'hope', title: 'Hope' },
    ],
    lanes: ['alex', 'sam'].map((partner) => ({
      partner,
      name: partner,
      entries: {
        days: WEEKS.map((before) => TODAY - before),
        paths: WEEKS.map((before) => `${partner}-${before}.md`),
        isPrivate: WEEKS.map(() => false),
        values: { trust: WEEKS.map((before) => (before === 14 ? null : 5)), hope: WEEKS.map(() => 4) },
      },
    })),
    events: [milestone],
    breaks: [],
    ...more,
  };
}

const first = new TimelineModel(timelineOf(), firstPageState('timeline'), undefined);
const inSight = (model: TimelineModel): ReturnType<typeof stopsOf> => stopsOf(model.timeline, model.view(800));

describe('what is looked at', () => {
  it('is the first measure and both partners at first, over six months', () => {
    assert.deepEqual(first.view(800).measures, ['trust']);
    assert.deepEqual(first.view(800).partners, ['alex', 'sam']);
    assert.equal(daysInSight(first.span, first.whole).last, TODAY);
    assert.equal(daysInSight(first.span, first.whole).first, TODAY - 183);
  });

  it('follows what is chosen, in the order of the timeline', () => {
    const both = first.togglingMeasure('hope');
    assert.deepEqual(both.measures, ['trust', 'hope']);
    assert.deepEqual(both.togglingMeasure('trust').togglingMeasure('trust').measures, ['trust', 'hope']);
    assert.deepEqual(first.togglingPartner('alex').partners, ['sam']);
    assert.deepEqual(first.togglingPartner('alex').togglingPartner('alex').partners, ['alex', 'sam']);
    assert.deepEqual(first.togglingMeasure('trust').measures, []);
  });

  it('leaves out a choice that is not there, and has it again when it is', () => {
    const chosen = first.choosing({ measures: ['longing', 'hope'], partners: ['kim'] });
    assert.deepEqual([chosen.measures, chosen.partners], [['hope'], []]);
    const [trust] = timelineOf().measures;
    const longing = { ...present(trust), name: 'longing' };
    assert.deepEqual(chosen.with(timelineOf({ measures: [longing] })).measures, ['longing']);
  });

  it('stays when notes change, and a preset follows today', () => {
    const standing = present(first.choosing({ range: { preset: 'month' } }).goingTo('alex-7.md'));
    const tomorrow = standing.with(timelineOf({ today: TODAY + 1 }));
    assert.equal(tomorrow.current, 'alex-7.md');
    assert.equal(daysInSight(tomorrow.span, tomorrow.whole).last, TODAY + 1);
    const own = standing.looking({ from: TODAY - 40, to: TODAY - 20 });
    assert.deepEqual(own.with(timelineOf({ today: TODAY + 1 })).span, own.span);
  });

  it('goes on being everything when there is more', () => {
    const all = first.choosing({ range: { preset: 'month' } }).looking(first.whole);
    const more = all.with(timelineOf({ today: TODAY + 30 }));
    assert.ok(isSameSpan(more.span, more.whole));
  });

  it('is the same object where nothing changes, so that nothing is drawn', () => {
    assert.equal(first.looking(first.span), first);
    const all = first.looking(first.whole);
    assert.equal(all.zoomed(2, TODAY), all);
    assert.equal(all.panned(-5), all);
  });
});

describe('coming to a note', () => {
  it('leaves what is in sight where the note is in it', () => {
    const model = present(first.goingTo('sam-21.md'));
    assert.equal(model.current, 'sam-21.md');
    assert.deepEqual(model.span, first.span);
  });

  it('zooms out as far as it takes', () => {
    const week = first.choosing({ range: { preset: 'week' } });
    const model = present(week.goingTo('milestone.md'));
    const { first: begin, last } = daysInSight(model.span, model.whole);
    assert.ok(begin <= TODAY - 300 && last === TODAY);
  });

  it('shows the writer, and a number of the note, where they are left out', () => {
    const model = present(first.togglingPartner('sam').goingTo('sam-14.md'));
    assert.deepEqual(model.partners, ['alex', 'sam']);
    assert.deepEqual(model.measures, ['trust', 'hope']);
    assert.ok(inSight(model)[1]?.some(({ day }) => day === TODAY - 14));
  });

  it('is nothing where there is no such note', () => {
    assert.equal(first.goingTo('none.md'), undefined);
  });
});

describe('walking through time', () => {
  it('begins at the newest note, and goes on from where one stands', () => {
    const begun = first.walked('before', inSight(first));
    assert.equal(begun.current, 'alex-0.md');
    assert.equal(begun.walked('before', inSight(begun)).current, 'alex-7.md');
    assert.equal(begun.walked('below', inSight(begun)).current, 'sam-0.md');
  });

  it('goes beyond what is in sight, which comes along', () => {
    const week = first.choosing({ range: { preset: 'week' } }).standingAt('alex-0.md');
    const earlier = week.walked('before', inSight(week)).walked('before', []).walked('before', []);
    assert.equal(earlier.current, 'alex-28.md');
    assert.ok(earlier.span.from < TODAY - 28 && earlier.span.to > TODAY - 28);
    assert.ok(Math.abs(earlier.span.to - earlier.span.from - (week.span.to - week.span.from)) < 1e-6);
  });

  it('does nothing where there is no note', () => {
    const none = new TimelineModel(timelineOf({ lanes: [], events: [] }), firstPageState('timeline'), undefined);
    assert.equal(none.walked('before', []), none);
  });
});

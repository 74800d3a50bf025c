import * as vscode from 'vscode';
import { aloneAmongWindows } from '../../src/sharing/window-lock';
import { isTrouble } from '../../src/sync/trouble';
import { equal, holds, matches, refusal, same } from './expect';
import { partsOf } from './parts';
import { Place } from './place';

describe('Of two windows on one folder', () => {
  it('one syncs at a time, and the other when it has ended', async () => {
    const place = await Place.inWorkspace();
    const { files } = partsOf();
    const folder = place.uri('notes');
    const inWindow = <T>(work: () => Promise<T>): Promise<T> =>
      aloneAmongWindows(files, place.uri('storage'), folder, work);
    let end: (() => void) | undefined;
    const first = inWindow(
      () =>
        new Promise<string>((resolve) => {
          end = () => {
            resolve('the first');
          };
        }),
    );
    while (!end) await new Promise((resolve) => setTimeout(resolve, 10));
    const refused = await refusal(inWindow(() => Promise.resolve('the second')));
    holds(isTrouble(refused) && refused.code === 'already-syncing', 'the second window is told');
    end();
    equal(await first, 'the first');
    equal(await inWindow(() => Promise.resolve('the second, later')), 'the second, later');
    same(await place.files('storage/syncing'), [], 'nothing stays behind');
  });

  it('each folder goes its own way, and a sync that fails lets the next one go', async () => {
    const place = await Place.inWorkspace();
    const { files } = partsOf();
    const storage = place.uri('storage');
    const outcome = await aloneAmongWindows(files, storage, place.uri('a'), () =>
      aloneAmongWindows(files, storage, place.uri('b'), () => Promise.resolve('both')),
    );
    equal(outcome, 'both');
    await refusal(aloneAmongWindows(files, storage, place.uri('a'), () => Promise.reject(new Error('full'))));
    equal(await aloneAmongWindows(files, storage, place.uri('a'), () => Promise.resolve('again')), 'again');
  });

  it('the lock tells nothing of the folder', async () => {
    const place = await Place.inWorkspace();
    const { files } = partsOf();
    const names = await aloneAmongWindows(files, place.uri('storage'), vscode.Uri.file('/secret/place'), () =>
      place.files('storage'),
    );
    equal(names.length, 1);
    matches(names[0] ?? '', /^storage\/syncing\/[0-9a-f]{64}$/);
  });
});

import { calendarDateOf } from '../core/calendar-date';
import { KeptTimeline } from '../core/timeline/kept-timeline';
import type { TimelineViewer } from '../core/timeline/kept-timeline';
import type { Timeline } from '../core/timeline/timeline';
import { inSlices } from './in-slices';
import type { ReadyFolder } from './notes-folder';

type TimelineFolder = Pick<ReadyFolder, 'index' | 'couple' | 'guide'>;

/**
 * The timeline of an open notes folder, for whoever keeps it in sight. It is made when it is first asked for, and anew
 * for another folder or another viewer; from then on it is kept up with the notes.
 */
export class FolderTimeline {
  private kept:
    | {
        readonly folder: TimelineFolder;
        readonly viewer: TimelineViewer;
        readonly timeline: KeptTimeline;
        readonly listening: { dispose(): void };
      }
    | undefined;

  /** @returns the timeline as it is now; the same object as long as nothing in it is different */
  async of(folder: TimelineFolder, viewer: TimelineViewer): Promise<Timeline> {
    return await inSlices(this.timelineOf(folder, viewer).on(calendarDateOf(new Date())));
  }

  /** Keeps nothing any more, until it is asked again. */
  dispose(): void {
    this.kept?.listening.dispose();
    this.kept = undefined;
  }

  private timelineOf(folder: TimelineFolder, viewer: TimelineViewer): KeptTimeline {
    const { kept } = this;
    const isSame =
      kept?.folder === folder &&
      kept.viewer.viewer === viewer.viewer &&
      kept.viewer.includePrivate === viewer.includePrivate;
    if (isSame) {
      return kept.timeline;
    }
    this.dispose();
    const { index, couple, guide } = folder;
    const timeline = new KeptTimeline(index.all(), couple, guide, viewer);
    const listening = index.listen((path, before, now) => {
      timeline.replace(path, before, now);
    });
    this.kept = { folder, viewer, timeline, listening };
    return timeline;
  }
}

import type { Stretch } from './stretch';

/** Those items of a list that are meant, in its order. Where another list comes, only what is different is looked at. */
export class KeptFilter<Item> {
  private list: readonly Item[] = [];
  private kept: readonly Item[] = [];

  constructor(private readonly isMeant: (item: Item) => boolean) {}

  /** The items that are meant: the list itself where all are. */
  get items(): readonly Item[] {
    return this.kept;
  }

  /**
   * Takes another list.
   * @param stretch where it differs from the one before; the first one differs from nothing
   */
  take(list: readonly Item[], { at, endBefore, endNow }: Stretch): void {
    const { list: before, kept } = this;
    const gone = before.slice(at, endBefore).filter(this.isMeant);
    const come = list.slice(at, endNow).filter(this.isMeant);
    this.list = list;
    if (kept.length - gone.length + come.length === list.length) {
      this.kept = list;
    } else if (gone.length > 0 || come.length > 0) {
      const place = this.placeOf(gone[0] ?? before.slice(endBefore).find(this.isMeant));
      this.kept = kept.slice(0, place).concat(come, kept.slice(place + gone.length));
    }
  }

  private placeOf(item: Item | undefined): number {
    const place = item === undefined ? -1 : this.kept.indexOf(item);
    return place < 0 ? this.kept.length : place;
  }
}

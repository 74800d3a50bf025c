import type { PictureWords } from '../core/picture/picture';

/**
 * The texts inside of a picture, from all the texts of the page.
 * @param word gives a text by its key
 */
export function pictureWordsFrom(word: (key: string) => string): PictureWords {
  return {
    title: word('picture-title'),
    pause: word('picture-pause'),
    together: word('picture-together'),
    readsDown: word('picture-reads-down'),
    joined: word('picture-joined'),
    setback: word('picture-setback'),
    signed: word('picture-signed'),
    withdrawn: word('picture-withdrawn'),
    noEntries: word('picture-no-entries'),
    dip: word('picture-dip'),
  };
}

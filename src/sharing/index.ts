/** Everything that sharing notes with the partner needs. It is loaded when first needed, never at activation. */
export { shareFolder } from './first-share';
export { moveFolder } from './move-folder';
export { nameForGit } from './name-for-git';
export { watchNews } from './news';
export { syncByItself } from './schedule';
export { syncWithPartner } from './sync-with-partner';

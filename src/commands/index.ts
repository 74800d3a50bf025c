/** What runs the commands. It is loaded when the first one is called, never at activation. */
import { addSupportPerson } from './add-support-person';
import { chooseMe } from './choose-me';
import { chooseRole } from './choose-role';
import type { Command } from './command';
import { continueGuide } from './continue';
import { heldCommands, planToTasks, startConversation } from './conversation';
import { editorPrivacy } from './editor-privacy';
import { entryCommands } from './entries';
import { help } from './help';
import { hintNotAgain, hintNotHere, hintsOff } from './hints';
import { markAllSeen } from './mark-all-seen';
import { mergeSyncCopy } from './merge-copy';
import { openView } from './open-view';
import { openReflection, openTimeline } from './pictures';
import { privateCheck } from './private-check';
import { putEverythingAway } from './put-everything-away';
import { refresh } from './refresh';
import { setUp } from './set-up';
import { share } from './share-note';
import { showLog } from './show-log';
import { showChangeSinceSignature } from './show-wording-change';
import { signCommitment } from './sign-commitment';
import { openStage, stageCommand } from './stages';
import { openStep, tick, untick } from './steps';
import { moveFolder, nameForGit, privateInGit, shareFolder, sync } from './sync';
import { switchFolder } from './switch-folder';
import { takeBackNote } from './take-back';
import { takeEditorSettingsBack } from './take-editor-settings-back';
import { thereIsMore } from './there-is-more';
import { chooseVersion, keepChosenVersion } from './two-versions';
import { weeklyTalk } from './weekly-talk';
import { whatApologyLacks } from './what-apology-lacks';
import { withdrawCommitment } from './withdraw-commitment';
import { writeAnother } from './write-another';

/** Every command but those of the stages, which the manifest names. */
const COMMANDS: readonly Command[] = [
  setUp,
  continueGuide,
  openStage,
  ...entryCommands,
  startConversation,
  ...heldCommands,
  planToTasks,
  weeklyTalk,
  writeAnother,
  thereIsMore,
  addSupportPerson,
  sync,
  shareFolder,
  nameForGit,
  moveFolder,
  privateInGit,
  share,
  takeBackNote,
  chooseVersion,
  keepChosenVersion,
  mergeSyncCopy,
  hintNotHere,
  hintNotAgain,
  hintsOff,
  whatApologyLacks,
  signCommitment,
  withdrawCommitment,
  showChangeSinceSignature,
  openStep,
  tick,
  untick,
  chooseMe,
  chooseRole,
  privateCheck,
  help,
  editorPrivacy,
  takeEditorSettingsBack,
  putEverythingAway,
  openView,
  openTimeline,
  openReflection,
  markAllSeen,
  switchFolder,
  refresh,
  showLog,
];

/** @returns the command that the manifest names so */
export function commandOf(id: string): Command | undefined {
  return COMMANDS.find((command) => command.id === id) ?? stageCommand(id);
}

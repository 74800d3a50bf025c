import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeReplacing } from './replacing-cases';

describeReplacing('on the disk', () => new DiskNoteFiles(new EditorNoteFiles()));

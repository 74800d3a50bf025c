import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeCreation } from './creation-cases';

describeCreation('on the disk', () => new DiskNoteFiles(new EditorNoteFiles()));

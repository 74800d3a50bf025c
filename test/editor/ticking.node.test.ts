import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeTicking } from './ticking-cases';

describeTicking('on the disk', () => new DiskNoteFiles(new EditorNoteFiles()));

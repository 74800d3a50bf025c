import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeTicking, describeTickingInDocuments } from './ticking-cases';

describeTicking('through the editor', () => new EditorNoteFiles());
describeTickingInDocuments(() => new EditorNoteFiles());

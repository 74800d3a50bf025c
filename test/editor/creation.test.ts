import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeCreation } from './creation-cases';

describeCreation('through the editor', () => new EditorNoteFiles());

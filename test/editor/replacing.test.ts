import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { describeReplacing } from './replacing-cases';

describeReplacing('through the editor', () => new EditorNoteFiles());

/** The panel with the pictures. It is loaded when it is first opened, or found open after a reload. */
export { Panels } from './panels';

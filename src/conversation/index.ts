/** Everything that a conversation at one screen needs. It is loaded when first needed, never at activation. */
export { holdConversation } from './held-conversation';
export type { HeldConversation } from './held-conversation';
export { turnPlanIntoTasks } from './plan-tasks';
export { settingFor } from './setting';

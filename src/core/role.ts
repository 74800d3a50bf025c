/** How a partner sees their own part. Each chooses for themselves, may say nothing, and may change it. */
export type Role = 'hurt' | 'broke-trust' | 'both' | 'unsaid';

/** The roles for which a template may have a variant. */
export type VariantRole = 'hurt' | 'broke-trust';

/** All of them, in the order in which they are offered. */
export const ROLES: readonly Role[] = ['hurt', 'broke-trust', 'both', 'unsaid'];

/** @returns whether the value is one of the four roles. */
export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** @returns whether a variant for one role is meant for somebody in that role. */
export function roleIncludes(role: Role, variant: VariantRole): boolean {
  return role === variant || role === 'both' || role === 'unsaid';
}

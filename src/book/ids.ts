import { intern } from './intern.ts'

/** Ids of people, workloads, systems, entitlements, rules and exceptions. */
export const ID_PATTERN = '^[a-z0-9][a-z0-9-]{0,62}$'
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/u

/** Names that are files of ours inside a system's folder and so can't be ids. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['system', 'entitlement'])

/** Whether `text` may be an id; reserved names may not. */
export function isId(text: string): boolean {
  return ID.test(text) && !RESERVED_IDS.has(text)
}

/** The full name of an entitlement: `system/entitlement`. */
export type EntitlementName = `${string}/${string}`

export function entitlementName(system: string, entitlement: string): EntitlementName {
  return intern(`${system}/${entitlement}` as const)
}

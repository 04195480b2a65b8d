/** Weakest first. */
export const PERMISSIONS = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const

export type Permission = (typeof PERMISSIONS)[number]

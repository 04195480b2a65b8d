import type { Listed } from '../registry.ts'

/**
 * The commands that a workflow may call. A list of its own, so that the action's bundle holds neither the sandbox nor
 * anything else that only a person at a keyboard needs.
 */
export const ACTION_COMMANDS: readonly Listed[] = [
  { name: 'validate', summary: 'check every file under grants/', load: () => import('../validate.ts') },
  { name: 'plan', summary: 'show what a change, or an apply, would do', load: () => import('../plan.ts') },
  { name: 'verdict', summary: 'judge pull requests', load: () => import('../verdict.ts') },
  { name: 'apply', summary: 'bring the systems to what the files say', load: () => import('../apply.ts') },
  { name: 'nightly', summary: 'apply, and keep what time brings', load: () => import('../nightly.ts') },
  { name: 'genesis', summary: 'begin the record', load: () => import('../genesis.ts') },
  { name: 'audit', summary: 'verify the whole record', load: () => import('../audit.ts') },
  { name: 'doctor', summary: 'report what is set up wrongly', load: () => import('../doctor.ts') }
]

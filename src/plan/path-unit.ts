import { identify } from '../book/paths.ts'
import { subjectUnit } from './ending.ts'

/** What the guard counts as one when a file's change takes access away: the grant itself, or its subject; null: nothing. */
export function unitOfPath(path: string): string | null {
  const identity = identify(path)
  if (identity?.kind === 'grant' || identity?.kind === 'emergency') return path
  if (identity?.kind === 'person' || identity?.kind === 'suspension') return subjectUnit(identity.id)
  return null
}

/** The system in whose folder a file lies; empty where it belongs to none. */
export function systemOfPath(path: string): string {
  const identity = identify(path)
  if (!identity) return ''
  if (identity.kind === 'system') return identity.id
  return 'system' in identity ? identity.system : ''
}

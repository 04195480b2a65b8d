import { isId, type EntitlementName } from './ids.ts'

/** What the path of a file under `grants/` says about it. */
export type PathIdentity =
  | { readonly kind: 'settings' }
  | {
      readonly kind: 'person' | 'workload' | 'rule' | 'exception' | 'system' | 'suspension'
      readonly id: string
    }
  | { readonly kind: 'entitlement'; readonly system: string; readonly id: string }
  | {
      readonly kind: 'grant' | 'emergency'
      readonly system: string
      readonly entitlement: string
      readonly subject: string
    }
  | { readonly kind: 'out-of-band'; readonly system: string; readonly name: string }
  | {
      readonly kind: 'retrospective'
      readonly system: string
      readonly entitlement: string
      readonly subject: string
      readonly start: string
    }

/** Every kind of file that a repository may hold under `grants/`. */
export type Kind = PathIdentity['kind']

export const SETTINGS_PATH = 'grants/grantbook.yaml'

const FOLDERS: Readonly<Record<string, 'person' | 'workload' | 'rule' | 'exception'>> = {
  people: 'person',
  workloads: 'workload',
  rules: 'rule',
  exceptions: 'exception'
}
const OUT_OF_BAND = /^[a-z]+\.[a-z0-9][a-z0-9-]*-[0-9a-f]{8}$/u
const RETROSPECTIVE = /^([a-z0-9-]+)\.(\d{8}T\d{4}Z)$/u

/**
 * What kind of file a path is, and whom or what it names; null where no kind has that shape.
 * The path carries identity, the file carries facts: this is the one place that knows the layout.
 */
export function identify(path: string): PathIdentity | null {
  if (path === SETTINGS_PATH) return { kind: 'settings' }
  if (!path.startsWith('grants/') || !path.endsWith('.yaml')) return null
  const parts = path.slice('grants/'.length, -'.yaml'.length).split('/')
  const folder = parts[0] ?? ''
  const name = parts.at(-1) ?? ''
  const between = parts.slice(1, -1)
  const simple = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined
  if (simple)
    return parts.length >= 2 && isId(name) && between.every(isId) ? { kind: simple, id: name } : null
  if (folder === 'suspensions')
    return parts.length === 2 && isId(name) ? { kind: 'suspension', id: name } : null
  if (!between.every(isId)) return null
  if (folder === 'systems' || folder === 'emergency') return inSystem(folder, between, name)
  const [system = '', entitlement = ''] = between
  if (folder === 'out-of-band') {
    return between.length === 1 && OUT_OF_BAND.test(name) ? { kind: 'out-of-band', system, name } : null
  }
  if (folder === 'retrospectives' && between.length === 2) {
    const match = RETROSPECTIVE.exec(name)
    const subject = match?.[1] ?? ''
    if (match && isId(subject))
      return { kind: 'retrospective', system, entitlement, subject, start: match[2] ?? '' }
  }
  return null
}

function inSystem(
  folder: 'systems' | 'emergency',
  between: readonly string[],
  name: string
): PathIdentity | null {
  const [system, entitlement] = between
  if (system === undefined) return null
  if (folder === 'systems' && between.length === 1 && name === 'system') return { kind: 'system', id: system }
  if (entitlement === undefined) return null
  if (folder === 'systems' && between.length === 2 && name === 'entitlement') {
    return { kind: 'entitlement', system, id: entitlement }
  }
  if (!isId(name)) return null
  return { kind: folder === 'systems' ? 'grant' : 'emergency', system, entitlement, subject: name }
}

/** Where the file of an entitlement lies. */
export function entitlementPath(name: EntitlementName): string {
  return `grants/systems/${name}/entitlement.yaml`
}

/** Where the file of a system lies. */
export function systemPath(system: string): string {
  return `grants/systems/${system}/system.yaml`
}

const ID = '[a-z0-9][a-z0-9-]{0,62}'

/**
 * What {@link identify} calls a grant or an emergency, as a pattern's source: for counting in a listing that is one text.
 * Ids that are reserved are left out as there; a test holds the two together.
 */
export const GRANT_PATH = `grants/(?:systems|emergency)(?:/(?!(?:system|entitlement)[/.])${ID}){3,}\\.yaml`

import { fileProblem } from './file-problems.ts'
import type { PathIdentity } from './paths.ts'
import type { Problem } from './problem.ts'

type Identified = readonly [path: string, identity: PathIdentity]

/**
 * Files that claim an identity somebody else claims too: the same id in two subfolders, a person and a workload of one
 * name, the same grant twice. Neither of them counts, whichever came first: which one was approved can't be told.
 */
export function findDuplicates(
  files: Iterable<Identified>,
  has: (path: string) => boolean
): ReadonlyMap<string, Problem> {
  const claims = new Map<string, string[]>()
  for (const [path, identity] of files) {
    const key = claimOf(path, identity)
    if (key === null) continue
    const others = claims.get(key)
    if (others) others.push(path)
    else claims.set(key, key !== path && has(key) ? [key, path] : [path])
  }
  const problems = new Map<string, Problem>()
  for (const paths of claims.values()) {
    if (paths.length > 1) for (const path of paths) problems.set(path, duplicate(path, paths))
  }
  return problems
}

/** What a file claims for itself alone; null where its path can't be claimed by another. */
function claimOf(path: string, identity: PathIdentity): string | null {
  switch (identity.kind) {
    case 'person':
    case 'workload':
      return `subject ${identity.id}`
    case 'rule':
    case 'exception':
      return `${identity.kind} ${identity.id}`
    case 'grant':
    case 'emergency': {
      // The path without subfolders. Nearly all grants stand there, and claim nothing that needs remembering.
      const folder = identity.kind === 'grant' ? 'systems' : 'emergency'
      const flat = `grants/${folder}/${identity.system}/${identity.entitlement}/${identity.subject}.yaml`
      return flat === path ? null : flat
    }
    case 'settings':
    case 'system':
    case 'entitlement':
    case 'suspension':
    case 'out-of-band':
    case 'retrospective':
      return null
    default:
      return identity satisfies never
  }
}

function duplicate(path: string, paths: readonly string[]): Problem {
  const others = paths.filter((other) => other !== path)
  const shown = others.slice(0, 3).join(', ')
  const message = `This id is given by ${others.length === 1 ? 'another file' : `${others.length} other files`} too: ${shown}. None of them counts.`
  return {
    ...fileProblem('id-duplicate', path, message),
    related: others.slice(0, 10).map((file) => ({ file, pointer: [], message: 'The same id.' }))
  }
}

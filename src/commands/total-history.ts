import type { Book } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { entitlementName, type EntitlementName } from '../book/ids.ts'
import type { Instant } from '../book/instant.ts'
import { sizeLimit } from '../book/size-limit.ts'
import { identify } from '../book/paths.ts'
import { readYaml } from '../book/yaml/read.ts'
import { datesOf, pairOf, type History, type Version } from '../findings/history.ts'
import { ObjectReader } from '../io/git/cat-file.ts'
import { runGit } from '../io/git/run.ts'

/** More folders than this aren't given to git one by one: it goes through all grants. */
const MANY = 500

/**
 * Entitlements with a `maxTotal` that files to be judged name, and with `emergencies` those that emergencies name: the only
 * ones whose past matters.
 */
export function limitedEntitlements(
  book: Book,
  isAdded: (path: string) => boolean,
  emergencies: boolean
): ReadonlySet<EntitlementName> {
  const names = new Set<EntitlementName>()
  for (const { name, path, kind } of book.grants.values()) {
    if (names.has(name) || !isAdded(path)) continue
    if (emergencies && kind === 'emergency') names.add(name)
    else if ((resolveEntitlement(book, name)?.terms?.maxTotal ?? null) !== null) names.add(name)
  }
  return names
}

/**
 * What all files that ever named these entitlements said, on the main line of history up to a commit (first parents: a
 * merge is one step), wherever below the entitlement they stood. Two passes of git, whatever the number of grants.
 */
export async function readHistory(
  root: string,
  commit: string,
  names: ReadonlySet<EntitlementName>
): Promise<History> {
  const steps = (await stepsOf(root, commit, names)).filter((step) => names.has(step.name))
  const reader = new ObjectReader(root)
  try {
    const blobs = await reader.read(steps.flatMap((step) => step.blob ?? []))
    return { complete: true, versions: versionsOf(steps, blobs) }
  } finally {
    reader.close()
  }
}

/** One commit's effect on one path. */
interface Step {
  readonly path: string
  readonly name: EntitlementName
  readonly subject: string
  readonly at: Instant
  /** Null: the file went away. */
  readonly blob: string | null
}

const COMMIT = /^\n?\u0001(\d+)$/u

async function stepsOf(
  root: string,
  commit: string,
  names: ReadonlySet<EntitlementName>
): Promise<readonly Step[]> {
  const folders = [...names].flatMap((name) => [`grants/systems/${name}`, `grants/emergency/${name}`])
  const raw = await runGit(root, [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--reverse',
    '--root',
    '--raw',
    '-r',
    '-z',
    '--no-renames',
    '--no-abbrev',
    '--format=%x01%ct',
    '--end-of-options',
    commit,
    '--',
    ...(folders.length > MANY ? ['grants/systems', 'grants/emergency'] : folders)
  ])
  const steps: Step[] = []
  let at = 0
  const fields = raw.toString('utf8').split('\0')
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? ''
    const heading = COMMIT.exec(field)
    // Committers' clocks may be wrong; a version never begins before the one it replaced.
    if (heading) at = Math.max(at, Number(heading[1]) * 1000)
    const change = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /u.exec(field)
    if (!change) continue
    const path = fields[++index] ?? ''
    const identity = identify(path)
    if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') continue
    const name = entitlementName(identity.system, identity.entitlement)
    steps.push({
      path,
      name,
      subject: identity.subject,
      at,
      blob: change[1] === '000000' ? null : (change[2] ?? null)
    })
  }
  return steps
}

function versionsOf(
  steps: readonly Step[],
  blobs: ReadonlyMap<string, Uint8Array>
): ReadonlyMap<string, readonly Version[]> {
  const versions = new Map<string, Version[]>()
  const current = new Map<string, { readonly step: Step; readonly list: Version[] }>()
  for (const step of steps) {
    const key = pairOf(step.subject, step.name)
    const list = versions.get(key) ?? []
    versions.set(key, list)
    const open = current.get(step.path)
    if (open?.step.blob) open.list.push(version(open.step, step.at, blobs))
    current.set(step.path, { step, list })
  }
  for (const { step, list } of current.values()) if (step.blob) list.push(version(step, null, blobs))
  return versions
}

/** A version that can't be read gave no access: what isn't valid is never issued. */
function version(
  { path, blob, at }: Step,
  replaced: Instant | null,
  blobs: ReadonlyMap<string, Uint8Array>
): Version {
  const bytes = blobs.get(blob ?? '')
  const { data } = bytes ? readYaml(bytes, sizeLimit('grant')) : { data: null }
  return { path, blob: blob ?? '', landed: at, replaced, ...datesOf(data ?? {}) }
}

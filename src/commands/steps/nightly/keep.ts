import { CODEOWNERS_PATH } from '../../../approval/codeowners/generate.ts'
import { ObjectReader } from '../../../io/git/cat-file.ts'
import { runGit } from '../../../io/git/run.ts'
import { openDesk } from '../../../io/github/propose/desk.ts'
import { ownPulls } from '../../../io/github/propose/own-pulls.ts'
import type { ForgePorts } from '../forge-ports.ts'
import { dueOwners } from './due-owners.ts'
import { dueRetrospectives } from './due-retrospectives.ts'
import { dueCodeowners, dueExpired, dueUnproved, PREFIX } from './due.ts'
import { keepEscalations } from './keep-escalations.ts'
import { keepNotices } from './keep-notices.ts'
import { keepPulls } from './keep-pulls.ts'
import { keepReviews } from './keep-reviews.ts'
import type { Outlook } from './outlook.ts'
import type { LookedOutside } from './outside.ts'
import type { Sight } from './sight.ts'

/** Opens, keeps and closes the pull requests and issues of one night. What fails is told in `gaps` and stops nothing else. */
export async function keep(
  ports: ForgePorts,
  options: Readonly<Record<string, unknown>>,
  outlook: Outlook,
  outside: LookedOutside
) {
  const { github, app } = ports
  const { sight } = outlook
  const by = { kind: 'app', slug: app } as const
  // Closed ones only grow in number, and nothing is kept of them.
  const own = await ownPulls(github, PREFIX, by, null)
  if (!own.ok)
    return {
      gaps: [own.gap],
      shown: { pulls: [], issues: [], notices: [] }
    }
  const desk = openDesk({ github, root: sight.root, by, known: own.value })
  const everybody = sight.systems === null || options['authorise'] === true
  const owners = everybody ? await dueOwners(sight) : { due: [], unowned: [] }
  const due = [
    ...dueExpired(sight),
    ...(await dueRetrospectives(outlook)),
    ...outside.due,
    ...owners.due,
    ...(everybody ? await dueUnproved(sight) : []),
    ...(everybody ? dueCodeowners(sight, await codeownersAt(sight)) : [])
  ]
  const { pulls, gaps } = await keepPulls(
    desk,
    due,
    own.value,
    lookedAfter(sight, everybody, outside),
    sight.base
  )
  const told = everybody
    ? await keepNotices(desk, sight, owners.unowned)
    : { notices: [], issues: [], gaps: [] }
  const escalated = await keepEscalations(desk, sight, outside.urgent)
  const reviews = everybody ? await keepReviews(desk, sight) : { issues: [], gaps: [] }
  return {
    gaps: [...gaps, ...told.gaps, ...escalated.gaps, ...reviews.gaps],
    shown: {
      pulls,
      issues: [
        ...told.issues.map((one) => ({ ...one, system: null })),
        ...escalated.issues.map((one) => ({ ...one, person: null })),
        ...reviews.issues.map((one) => ({ ...one, system: null }))
      ],
      notices: told.notices.map(({ person, endings, attestations }) => ({
        person,
        grants: endings.map(({ grant: { path }, until }) => ({ grant: path, until })),
        workloads: attestations.map(({ workload: { id }, until }) => ({ workload: id, until }))
      }))
    }
  }
}

/** Branches of what belongs to no system. */
const WHOLE = ['restore', 'codeowners', 'orphan/', 'owner/']

/** Beginnings of the names of branches for which this run knows every reason. */
function lookedAfter({ systems }: Sight, everybody: boolean, outside: LookedOutside): readonly string[] {
  const found = outside.systems.map((system) => `${PREFIX}outside/${system}`)
  const whole = everybody ? WHOLE.map((kind) => `${PREFIX}${kind}`) : []
  const kinds = [`${PREFIX}expired/`, `${PREFIX}retrospective/`]
  if (systems === null) return [...kinds, ...found, ...whole]
  return [...[...systems].flatMap((system) => kinds.map((kind) => `${kind}${system}/`)), ...found, ...whole]
}

/** CODEOWNERS as the default branch has it; null if there is none. */
async function codeownersAt({ root, base }: Sight): Promise<string | null> {
  const listed = await runGit(root, ['ls-tree', '-z', base.tip, '--', CODEOWNERS_PATH])
  const blob = /^100(?:644|755) blob ([0-9a-f]+)\t/u.exec(listed.toString('latin1'))?.[1]
  if (blob === undefined) return null
  const reader = new ObjectReader(root)
  try {
    return (await reader.read([blob])).get(blob)?.toString('utf8') ?? null
  } finally {
    reader.close()
  }
}

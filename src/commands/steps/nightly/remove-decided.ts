import type { Book } from '../../../book/book.ts'
import { requestName } from '../../../evidence/advance.ts'
import { isAuthor } from '../../../io/github/propose/author.ts'
import { readPullsFrom } from '../../../io/github/propose/own-pulls.ts'
import type { Ledger } from '../../../plan/ledger.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import type { Common, Io } from '../../command.ts'
import type { ForgePorts } from '../forge-ports.ts'
import { told } from '../pull-view.ts'
import { standpoint } from '../standpoint.ts'
import { PREFIX } from './due.ts'
import { Glances } from './glances.ts'
import { look, recorderOf } from './look.ts'
import { lookOutside } from './outside.ts'

/**
 * What people decided to take away of access found outside goes with the next apply: an approved file that says so, or the
 * App's pull request closed by an owner. Where there is no such decision, it costs a request for each system in which
 * something is still to be decided on, and no look at the system. Throws UnableError.
 */
export async function removeDecided(
  ports: ForgePorts,
  options: Readonly<Record<string, unknown>>,
  tip: string,
  common: Common,
  io: Io
): Promise<readonly Outcome[]> {
  const chosen = options['system']
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null
  const here = await standpoint(ports.store, common.root, common.now)
  if (!here) return []
  const { desired, tree, evidence } = here
  const { ledger } = evidence
  const systems: string[] = []
  for (const [system, { context }] of desired.systems) {
    if (context.entry.data.outOfBand !== 'revoke' || (only !== null && !only.has(system))) continue
    if (saysRevoke(system, tree.book, ledger) || (await isClosed(ports, system, ledger))) systems.push(system)
  }
  if (systems.length === 0) return []
  const sight = await look(ports, { system: systems }, tip, common)
  try {
    const recorder = () => recorderOf(ports, options, sight, common)
    const forge = { github: ports.github, app: ports.app }
    const glances = new Glances(common, io)
    const { outcomes } = await lookOutside({ sight, recorder, forge, onlyDecided: true, common, io, glances })
    const { head } = await ports.store.read()
    // Where a cut of what was just recorded would be seen; the next run leaves it if this can't.
    if (head !== null && head !== sight.evidence) await ports.anchor(tip, head)
    return outcomes
  } finally {
    sight.approved.close()
  }
}

/** Whether an approved file decides to revoke something that isn't known to be taken away. */
function saysRevoke(system: string, { outOfBand }: Book, { outside }: Ledger): boolean {
  return [...outOfBand.values()].some(
    ({ path, system: of, data }) =>
      of === system &&
      data.decision === 'revoke' &&
      data.items.some(({ id }) => outside.get(path)?.taken.has(id) !== true)
  )
}

/** Whether the App's last pull request about a system was closed unmerged, and nobody has judged that yet. */
async function isClosed({ github, app }: ForgePorts, system: string, ledger: Ledger): Promise<boolean> {
  const start = `grants/out-of-band/${system}/`
  const open = [...ledger.discovered].some(
    ([path, seen]) =>
      path.startsWith(start) && seen.some(({ id }) => ledger.outside.get(path)?.taken.has(id) !== true)
  )
  if (!open) return false
  const pulls = told(await readPullsFrom(github, `${PREFIX}outside/${system}`))
  const last = pulls.find(({ author }) => isAuthor(author, { kind: 'app', slug: app }))
  if (!last || last.open || last.merged) return false
  const name = requestName(last.number, { repository: `${github.owner}/${github.repo}` })
  return ![...ledger.outside.values()].some(({ declined }) => declined.some(({ pull }) => pull === name))
}

import { UnableError } from '../../../book/errors.ts'
import type { Book } from '../../../book/book.ts'
import { openApproved } from '../../../io/git/approved.ts'
import type { Common } from '../../command.ts'
import { runName } from '../authorise.ts'
import type { ForgePorts } from '../forge-ports.ts'
import { treeDifferences } from '../landed-commits.ts'
import { Recorder } from '../recorder.ts'
import { standpoint } from '../standpoint.ts'
import type { Sight } from './sight.ts'

type Options = Readonly<Record<string, unknown>>

/** Everything as it is after the systems were brought to it. Throws UnableError without an approved tree. */
export async function look(ports: ForgePorts, options: Options, tip: string, common: Common): Promise<Sight> {
  const { root, now } = common
  const here = await standpoint(ports.store, root, now)
  if (!here) throw new UnableError('The branch "evidence" has no approved tree.')
  const { head, tree, desired, evidence } = here
  const { settings } = tree.book
  if (!settings) throw new UnableError('The approved settings can’t be read.')
  const chosen = options['system']
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null
  return {
    root,
    now,
    base: { branch: ports.branch, tip },
    evidence: head,
    repository: ports.github.remote.url.replace(/\.git$/u, ''),
    settings: settings.data,
    approved: await openApproved(root, head),
    book: tree.book,
    desired,
    ledger: evidence.ledger,
    beat: evidence.beat,
    differences: await treeDifferences(root, `${head}:approved`, tip),
    systems: options['authorise'] === true ? new Set() : only
  }
}

/** What records in the name of this run. Throws UnableError without an approved tree. */
export async function recorderOf(
  ports: ForgePorts,
  options: Options,
  { book }: { readonly book: Book },
  { now }: Pick<Common, 'now'>
): Promise<Recorder> {
  const { head, ledger, open, approved } = await ports.store.read()
  if (head === null || !approved) throw new UnableError('The branch "evidence" has no approved tree.')
  const commit = approved.sealed
  const name = runName(options['run'])
  return new Recorder({ store: ports.store, book, ledger, head, open, now, commit, ...name })
}

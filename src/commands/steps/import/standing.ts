import { UnableError } from '../../../book/errors.ts'
import type { Standing } from '../../../compose/import/baseline.ts'
import { EVIDENCE_REF } from '../../../io/git/evidence-read.ts'
import { contentsOf } from '../../../io/git/pull-content.ts'
import { fetchObjects, fetchRef } from '../../../io/git/remote.ts'
import { readOpenPulls } from '../../../io/github/pulls.ts'
import { treeDifferences } from '../landed-commits.ts'
import type { Stand } from '../propose/stand.ts'
import type { Importing } from './open-system.ts'

/** What stands, what of it is approved, and what is asked for in open pull requests. Throws UnableError. */
export async function standingOf(stand: Stand, { context, core }: Importing): Promise<Standing> {
  const [unapproved, open] = [await unapprovedPaths(stand), await openPaths(stand)]
  const { entries } = stand.source.tree
  return {
    book: stand.book,
    context,
    core,
    exists: (path) => entries.has(path),
    isApproved: (path) => !unapproved.has(path),
    openIn: (path) => open.get(path) ?? null
  }
}

/**
 * In what the default branch differs from the approved tree. Without a record everything counts as approved: genesis will
 * take it as it stands. Nothing is verified here: whoever could falsify the branch would only have an import ask for more.
 */
async function unapprovedPaths({ root, github, base }: Stand): Promise<ReadonlySet<string>> {
  const head = await fetchRef(root, github.remote, EVIDENCE_REF)
  if (head === null) return new Set()
  const differences = await treeDifferences(root, `${head}:approved`, base.tip)
  return new Set(differences.map(({ path }) => path))
}

/** Paths that open pull requests of this repository add or change, whoever opened them: what is asked for isn't asked twice. */
async function openPaths({ root, github, base }: Stand): Promise<ReadonlyMap<string, number>> {
  const listed = await readOpenPulls(github, base.branch)
  if (!listed.ok)
    throw new UnableError(`${listed.gap.what} can’t be read: ${listed.gap.why}. Nothing was opened.`)
  const own = listed.value.filter(({ from, intoRepository }) => from === intoRepository)
  const heads = [...new Set(own.map(({ head }) => head))]
  const contents = await contentsOf(root, base.tip, heads, await fetchObjects(root, github.remote, heads))
  const found = new Map<string, number>()
  for (const { head, number } of own) {
    const differences = contents.get(head)?.differences
    if (!differences)
      throw new UnableError(
        `The files of #${number} can’t be read, so what it asks for can’t be told. Nothing was opened.`
      )
    for (const { path, after } of differences) if (after !== null && !found.has(path)) found.set(path, number)
  }
  return found
}

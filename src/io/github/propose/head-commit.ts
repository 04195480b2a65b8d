import { z } from 'zod'
import { readObject } from '../../git/cat-file.ts'
import type { GitHub, Reading } from '../github.ts'
import { one } from '../read.ts'
import { sha } from '../shapes.ts'

/** What a commit is made of, as far as it matters here. */
export interface HeadCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
}

const shape = z.object({
  tree: z.object({ sha }),
  parents: z.object({ sha }).array(),
  message: z.string()
})

/** A commit: from the clone if it is there, else one call. */
export async function readCommit(github: GitHub, root: string, id: string): Promise<Reading<HeadCommit>> {
  const local = await localCommit(root, id)
  if (local) return { ok: true, value: local }
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
  const read = await one(github, `commit ${id.slice(0, 12)}`, route, shape, { commit_sha: id })
  if (!read.ok) return read
  const { message, parents, tree } = read.value
  return { ok: true, value: { message, tree: tree.sha, parents: parents.map((parent) => parent.sha) } }
}

/** A commit of the clone; null: it isn't there. */
export async function localCommit(root: string, id: string): Promise<HeadCommit | null> {
  const text = (await readObject(root, 'commit', id))?.toString('utf8')
  if (text === undefined) return null
  const end = text.indexOf('\n\n')
  const head = end === -1 ? text : text.slice(0, end)
  const named = (field: string): string[] =>
    [...head.matchAll(new RegExp(`^${field} ([0-9a-f]+)$`, 'gmu'))].map((match) => match[1] ?? '')
  return {
    tree: named('tree')[0] ?? '',
    parents: named('parent'),
    message: end === -1 ? '' : text.slice(end + 2)
  }
}

import { identify } from '../../../book/paths.ts'
import { sizeLimit } from '../../../book/size-limit.ts'
import { readYaml } from '../../../book/yaml/read.ts'
import { ObjectReader } from '../../../io/git/cat-file.ts'
import { contentsOf } from '../../../io/git/pull-content.ts'
import { fetchObjects } from '../../../io/git/remote.ts'
import { readOpenPulls, type ListedPull } from '../../../io/github/pulls.ts'
import type { OpenRequest } from '../../../render/propose/offboard.ts'
import type { Stand } from './stand.ts'

/** Open pull requests in which somebody has a part, and what of them could not be read. */
export interface FoundRequests {
  readonly requests: readonly OpenRequest[]
  readonly unread: readonly string[]
}

/** Looks through every open pull request into the default branch: who opened it, and whom its grants name. */
export async function openRequestsOf(
  { github, root, base, book }: Stand,
  person: string
): Promise<FoundRequests> {
  const listed = await readOpenPulls(github, base.branch)
  if (!listed.ok) return { requests: [], unread: [`${listed.gap.what}: ${listed.gap.why}`] }
  const own = listed.value.filter(({ from, intoRepository }) => from === intoRepository)
  const heads = [...new Set(own.map(({ head }) => head))]
  const missing = await fetchObjects(root, github.remote, heads)
  const contents = await contentsOf(root, base.tip, heads, missing)
  const number = book.people.get(person)?.data.githubId
  const reader = new ObjectReader(root)
  try {
    const requests: OpenRequest[] = []
    const unread: string[] = []
    for (const pull of listed.value) {
      const parts = number !== undefined && pull.author?.id === number ? ['opened it'] : []
      const differences = contents.get(pull.head)?.differences ?? null
      if (differences === null && own.includes(pull)) unread.push(`the files of #${pull.number}`)
      for (const { path, after } of differences ?? [])
        parts.push(...(after ? await partIn(reader, path, after.blob, person) : []))
      if (parts.length > 0) requests.push(requestOf(pull, parts))
    }
    return { requests, unread }
  } finally {
    reader.close()
  }
}

function requestOf({ number, title }: ListedPull, parts: readonly string[]): OpenRequest {
  return { number, title, part: [...new Set(parts)].join(', ') }
}

/** As what one file of a pull request names a person. */
async function partIn(
  reader: ObjectReader,
  path: string,
  blob: string,
  person: string
): Promise<readonly string[]> {
  const identity = identify(path)
  if (identity?.kind !== 'grant' && identity?.kind !== 'emergency') return []
  const bytes = (await reader.read([blob])).get(blob)
  const data = bytes ? readYaml(bytes, sizeLimit(identity.kind)).data : null
  return [
    ...(identity.subject === person ? ['is the subject'] : []),
    ...(data?.['requester'] === person ? ['is the requester'] : [])
  ]
}

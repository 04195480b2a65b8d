import { createHash } from 'node:crypto'
import { isId } from '../../book/ids.ts'

/** Something that needs an id. */
export interface Named {
  /** What tells it from all others, whatever it is called. */
  readonly key: string
  /** What a system calls it; anything at all. */
  readonly name: string
}

/** So long may an id be, with a hyphen and eight digits behind it. */
const LONGEST = 50

/** What ids end in that were told apart by a hash, and names of files that Grantbook writes. */
const LIKE_A_HASH = /-[0-9a-f]{8}$/u

/**
 * An id for each: its name in the letters that ids have. Names that come to the same, to nothing, or to what is reserved
 * get the start of their key's SHA-256 behind them, all of them: so an id never depends on which was met first, and the
 * same system gives the same ids again.
 */
export function idsFor(all: readonly Named[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { name } of all) {
    const slug = slugOf(name)
    count.set(slug, (count.get(slug) ?? 0) + 1)
  }
  return new Map(
    all.map(({ key, name }) => {
      const slug = slugOf(name)
      const isClear = isId(slug) && slug.length <= LONGEST && count.get(slug) === 1 && !LIKE_A_HASH.test(slug)
      return [key, isClear ? slug : `${short(slug)}-${hashOf(key)}`] as const
    })
  )
}

function slugOf(name: string): string {
  const [local = ''] = name.split('@')
  return local
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
}

function short(slug: string): string {
  return slug === '' ? 'x' : slug.slice(0, LONGEST).replace(/-+$/u, '')
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}

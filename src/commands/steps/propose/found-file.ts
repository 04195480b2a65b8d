import { relative, resolve, sep, posix } from 'node:path'
import { UsageError } from '../../../book/errors.ts'
import type { Entry } from '../../../book/book.ts'
import type { OutOfBand } from '../../../book/kinds/out-of-band.ts'
import { identify } from '../../../book/paths.ts'
import { quote } from '../../../book/quote.ts'
import { fetchRef } from '../../../io/git/remote.ts'
import { openResolved } from '../../../io/source.ts'
import { PREFIX } from '../nightly/due.ts'
import { hint } from './names.ts'
import type { Stand } from './stand.ts'

/** The file about access found outside that an argument names, from the repository's top or the working directory. */
export async function foundFile(
  given: string,
  stand: Stand,
  cwd: string
): Promise<{ readonly entry: Entry<OutOfBand>; readonly system: string }> {
  const { root, book } = stand
  for (const from of [root, cwd]) {
    const path = relative(root, resolve(from, given)).split(sep).join(posix.sep)
    const identity = identify(path)
    if (identity?.kind !== 'out-of-band') continue
    const { system } = identity
    const entry = book.outOfBand.get(path) ?? (await asked(path, system, stand))
    if (entry) return { entry, system }
    throw new UsageError(
      `${path} is neither on the default branch nor on ${PREFIX}outside/${system}, or can’t be read there.${hint(path, book.outOfBand.keys())}`
    )
  }
  throw new UsageError(
    `${quote(given)} is not the file of access found outside. Those lie in grants/out-of-band/, below a system.`
  )
}

/** The file as the App's own open pull request brings it; null: it isn't there. */
async function asked(
  path: string,
  system: string,
  { root, github }: Stand
): Promise<Entry<OutOfBand> | null> {
  const head = await fetchRef(root, github.remote, `refs/heads/${PREFIX}outside/${system}`)
  if (head === null) return null
  const source = await openResolved(root, head)
  try {
    const { book } = await source.load(new Set([path]))
    return book.outOfBand.get(path) ?? null
  } finally {
    source.close()
  }
}

/** One file that differs. */
export interface FileDifference {
  readonly path: string
  /** Before a rename or copy. */
  readonly previous: string | null
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  /** Mode and object after; of what was there before if the file is gone. */
  readonly mode: string
  readonly blob: string
  readonly additions: number
  readonly deletions: number
  /** The hunks alone, as GitHub shows them; null for binary files. */
  readonly patch: string | null
}

const STATUS = { A: 'added', D: 'removed', M: 'modified', T: 'changed', R: 'renamed', C: 'copied' } as const

/** Reads what `diff-tree -r -z --raw --numstat --patch -M` writes. */
export function parseDiff(bytes: Buffer): readonly FileDifference[] {
  const whole = bytes.toString('utf8')
  if (whole === '') return []
  const raw: Omit<FileDifference, 'additions' | 'deletions' | 'patch'>[] = []
  let at = 0
  const field = (): string => {
    const end = whole.indexOf('\0', at)
    const value = whole.slice(at, end)
    at = end + 1
    return value
  }
  while (whole[at] === ':') {
    const [before = '', after = '', blobBefore = '', blobAfter = '', kind = ''] = field().slice(1).split(' ')
    const status = statusOf(kind)
    const first = field()
    const moved = status === 'renamed' || status === 'copied'
    const gone = status === 'removed'
    raw.push({
      path: moved ? field() : first,
      previous: moved ? first : null,
      status,
      mode: gone ? before : after,
      blob: gone ? blobBefore : blobAfter
    })
  }
  const counts = raw.map(() => {
    // `added TAB removed TAB path NUL`, or with a rename `added TAB removed TAB NUL from NUL to NUL`.
    const [added = '', removed = '', path = ''] = field().split('\t')
    if (path === '') {
      field()
      field()
    }
    return { additions: Number(added) || 0, deletions: Number(removed) || 0, binary: added === '-' }
  })
  const patches = splitPatches(whole.slice(at), raw)
  return raw.map((one, index) => {
    const { additions = 0, binary = false, deletions = 0 } = counts[index] ?? {}
    const patch = binary ? null : (patches[index] ?? '')
    return { ...one, additions, deletions, patch: patch === '' ? null : patch }
  })
}

function statusOf(kind: string): FileDifference['status'] {
  for (const [letter, status] of Object.entries(STATUS)) if (kind.startsWith(letter)) return status
  return 'modified'
}

/** Patches in the order of the listing, each without its headers. A change of type is a patch of removal and one of addition. */
function splitPatches(text: string, listing: readonly Pick<FileDifference, 'status'>[]): readonly string[] {
  // No line of a hunk begins with these words: its first letter is a blank, `+`, `-` or `\`.
  const parts = text
    .replace(/^\0/u, '')
    .split(/^diff --git /mu)
    .slice(1)
    .map((part) => {
      const start = part.search(/^@@ /mu)
      return start < 0 ? '' : part.slice(start).replace(/\n$/u, '')
    })
  return listing.map(({ status }) => {
    const own = parts.splice(0, status === 'changed' ? 2 : 1)
    return own.filter((part) => part !== '').join('\n')
  })
}

import { append } from '../book/append.ts'
import type { LivePrincipal, Piece } from '../connectors/connector.ts'
import type { Desire } from './desired.ts'
import type { Standing } from './ledger.ts'
import { piecesAt } from './pieces.ts'

/** One grant's part of one principal: what of it is there and what evidence says of it. */
export interface Share {
  /** Null: its pieces lead to no grant that any file or evidence knows. */
  readonly grant: string | null
  readonly principal: string
  readonly before: readonly Piece[]
  readonly desire: Desire | null
  readonly standing: Standing | null
  /** Ids of memberships of the principal that are ours, as evidence says. */
  readonly owned: ReadonlySet<string>
}

/** What is known of one principal besides its live state. */
export interface Known {
  /** By path of the grant. */
  readonly desires: ReadonlyMap<string, Desire>
  readonly standing: ReadonlyMap<string, Standing>
  /** Memberships of ours by id: the grants because of which we added them. */
  readonly memberships: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Divides what is ours on a principal among the grants that it belongs to. A statement says itself whose it is. A
 * membership doesn't: it belongs to the grants for which evidence says that we added it; one that a grant wants and
 * somebody else added before counts as there, and stays theirs.
 */
export function shares(
  principal: string,
  live: LivePrincipal | null,
  known: Known,
  pathOf: (key: string) => string | undefined,
  now: number
): readonly Share[] {
  const before = new Map<string, Piece[]>()
  const stray = new Map<string, Piece[]>()
  for (const { owned, ...piece } of live?.pieces ?? []) {
    if (owned === true) {
      const path = pathOf(piece.key)
      if (path === undefined) append(stray, piece.key, piece)
      else append(before, path, piece)
    } else {
      const grants = new Set(known.memberships.get(piece.id))
      for (const [path, desire] of known.desires) {
        if (piecesAt(desire, now).some(({ id }) => id === piece.id)) grants.add(path)
      }
      for (const path of grants) append(before, path, piece)
    }
  }
  // Ours because of one grant is ours for all: when the first ends, the others must still know it.
  const owned = new Set(known.memberships.keys())
  const found: Share[] = []
  for (const path of new Set([...before.keys(), ...known.desires.keys(), ...known.standing.keys()])) {
    found.push({
      grant: path,
      principal,
      before: before.get(path) ?? [],
      desire: known.desires.get(path) ?? null,
      standing: known.standing.get(path) ?? null,
      owned
    })
  }
  for (const pieces of stray.values()) {
    found.push({ grant: null, principal, before: pieces, desire: null, standing: null, owned })
  }
  return found
}

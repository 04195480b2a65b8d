import type { LivePrincipal, Piece } from '../connector.ts'
import type { PolicyDetail, PrincipalDetail } from './account.ts'
import { membership } from './compile.ts'
import { decodeDocument, type Decoded } from './decode.ts'
import { readShard } from './names.ts'
import { INLINE, type Layout, type Slot } from './place.ts'
import { sizeOf } from './size.ts'

/** One document of ours on a principal. */
export interface Standing {
  readonly slot: Slot
  readonly decoded: Decoded
  /** The policy's ARN; null for the inline one. */
  readonly arn: string | null
  /** Whether it has effect: an unattached managed policy (left by a killed run) has none. */
  readonly attached: boolean
  /** Null for the inline policy. */
  readonly defaultVersion: string | null
  /** Versions that someone could bring back; we keep none. */
  readonly oldVersions: readonly string[]
}

/** What stands on a principal: ours by document, others' by size. */
export interface PrincipalState {
  readonly detail: PrincipalDetail
  readonly documents: ReadonlyMap<Slot, Standing>
  /** Characters of inline policies that aren't ours. */
  readonly foreignInline: number
  /** Attached managed policies that aren't ours. */
  readonly foreignAttachments: number
}

const NOTHING: Decoded = { pieces: [], alien: ['a policy whose document can’t be read'] }

/** Sorts what hangs on a principal into ours (by name and path, never by tag) and others'. */
export function stateOf(
  detail: PrincipalDetail,
  policies: Iterable<PolicyDetail>,
  instance: string
): PrincipalState {
  const documents = new Map<Slot, Standing>()
  let foreignInline = 0
  for (const { name, document } of detail.inline) {
    if (name !== instance) foreignInline += sizeOf(document)
    else {
      const decoded = decodeDocument(document)
      documents.set(INLINE, {
        slot: INLINE,
        decoded,
        arn: null,
        attached: true,
        defaultVersion: null,
        oldVersions: []
      })
    }
  }
  const ours = new Set<string>()
  for (const policy of policies) {
    const shard = readShard(instance, policy.path, policy.name)
    if (shard?.principalId !== detail.id) continue
    const { arn, defaultVersion, versions } = policy
    const document = versions.find((version) => version.id === defaultVersion)?.document
    ours.add(arn)
    documents.set(shard.n, {
      slot: shard.n,
      decoded: typeof document === 'string' ? decodeDocument(document) : NOTHING,
      arn,
      attached: detail.attached.includes(arn),
      defaultVersion,
      oldVersions: versions.filter((version) => version.id !== defaultVersion).map((version) => version.id)
    })
  }
  const foreignAttachments = detail.attached.filter((arn) => !ours.has(arn)).length
  return { detail, documents, foreignInline, foreignAttachments }
}

/** What has effect, by document. */
export function layoutOf(state: PrincipalState): Layout {
  return new Map(
    [...state.documents.values()]
      .filter((each) => each.attached)
      .map((each) => [each.slot, each.decoded.pieces])
  )
}

/** Where a document is found by people: the name of its policy. */
export function nameOfSlot(state: PrincipalState, slot: Slot, instance: string): string {
  const arn = state.documents.get(slot)?.arn
  return slot === INLINE || arn === undefined || arn === null ? instance : arn.slice(arn.lastIndexOf('/') + 1)
}

/** The principal as the core of the house sees it. */
export function livePrincipal(state: PrincipalState, instance: string): LivePrincipal {
  const pieces = new Map<string, Piece & { readonly owned: true | null }>()
  const alien: { id: string; what: string }[] = []
  for (const document of [...state.documents.values()].toSorted((a, b) => a.slot - b.slot)) {
    const name = nameOfSlot(state, document.slot, instance)
    for (const [index, what] of document.decoded.alien.entries())
      alien.push({ id: `${name}#${index}`, what: `${name}: ${what}` })
    for (const version of document.oldVersions)
      alien.push({ id: `${name}@${version}`, what: `${name}: old version ${version}` })
    if (!document.attached) {
      alien.push({ id: `${name}!`, what: `${name}: not attached` })
      continue
    }
    for (const piece of document.decoded.pieces) {
      const other = pieces.get(piece.id)
      if (!other) pieces.set(piece.id, { ...piece, owned: true })
      else alien.push({ id: `${name}#${piece.id}`, what: `${name}: a second statement g${piece.id}` })
    }
  }
  for (const group of state.detail.groups) {
    const piece = membership(group, '')
    pieces.set(piece.id, { ...piece, owned: null })
  }
  return {
    principal: state.detail.principal,
    name: state.detail.arn,
    principalId: state.detail.id,
    pieces: [...pieces.values()],
    alien
  }
}

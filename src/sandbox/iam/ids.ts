import { createHash } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What a unique id stands for. Source: IAM's documentation of unique identifiers. */
export type IdKind = 'AIDA' | 'AROA' | 'AGPA' | 'ANPA' | 'AKIA' | 'ASIA'

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The n-th id of its kind in an account: always the same, so that runs can be compared. */
export function uniqueId(kind: IdKind, account: string, n: number): string {
  const bytes = digest(`${kind} ${account} ${n}`)
  let id = ''
  for (const byte of bytes.subarray(0, 17)) id += BASE32.charAt(byte & 31)
  return kind === 'AKIA' || kind === 'ASIA' ? kind + id.slice(0, 16) : kind + id
}

/** The secret that belongs to an access key: 40 characters, as AWS's are. */
export function secretFor(accessKeyId: string): string {
  return digest(`secret of ${accessKeyId}`).toString('base64').slice(0, 40)
}

/** The token of a session. */
export function tokenFor(accessKeyId: string): string {
  return `sandbox//${digest(`token of ${accessKeyId}`).toString('base64')}`
}

/** A request id or event id: a UUID by form. */
export function requestId(seed: string): string {
  const hex = digest(seed).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

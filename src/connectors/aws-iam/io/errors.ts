import { isRecord } from '../policy.ts'

/** What of an AWS error is safe and useful to tell: its code and its sentence. */
export interface Told {
  readonly code: string
  readonly message: string
}

/** IAM's own code of an error (`NoSuchEntity`), without the suffix that the SDK puts behind some. */
export function codeOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'Unknown'
  return name.endsWith('Exception') ? name.slice(0, -'Exception'.length) : name
}

/** HTTP status of an error; 0 if there was no answer. */
export function statusOf(error: unknown): number {
  const status = metadataOf(error)['httpStatusCode']
  return typeof status === 'number' ? status : 0
}

/** What the SDK noted about an error's request; empty if nothing. */
export function metadataOf(error: unknown): Readonly<Record<string, unknown>> {
  const metadata = isRecord(error) ? error['$metadata'] : undefined
  return isRecord(metadata) ? metadata : {}
}

/**
 * An error in words for people and evidence. A refused signature's own text quotes the request with its session token,
 * so it is replaced; key ids and long opaque strings are cut out of any other.
 */
export function tell(error: unknown): Told {
  const code = codeOf(error)
  if (code === 'SignatureDoesNotMatch') {
    return { code, message: 'AWS refused the signature of the request. Check the credentials and the clock.' }
  }
  const text = error instanceof Error ? error.message : String(error)
  const safe = text
    .replaceAll(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/gu, '<key>')
    .replaceAll(/[A-Za-z0-9+/=]{100,}/gu, '<…>')
  return { code, message: safe.length > 500 ? `${safe.slice(0, 500)}…` : safe }
}

/** Thrown where the system showed something else than we had read: read again and compute anew. */
export class Surprise extends Error {
  override readonly name = 'Surprise'
}

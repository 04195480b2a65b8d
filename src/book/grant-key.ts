import { hash } from 'node:crypto'

/** 16 hex digits that stand for a grant wherever a system's own names are short: the start of SHA-256 of its path. */
export function grantKey(path: string): string {
  // Not cut out of all the digits: that would keep them in memory.
  return hash('sha256', path, 'buffer').toString('hex', 0, 8)
}

const ENCODER = new TextEncoder()

/** git's object id (SHA-1) of a blob with this content. */
export function blobId(content: Uint8Array): string {
  const header = ENCODER.encode(`blob ${content.byteLength}\0`)
  const whole = new Uint8Array(header.length + content.length)
  whole.set(header)
  whole.set(content, header.length)
  return hash('sha1', whole)
}

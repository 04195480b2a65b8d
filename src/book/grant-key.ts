import { createHash } from 'node:crypto'

/** 16 hex digits that stand for a grant wherever a system's own names are short: the start of SHA-256 of its path. */
export function grantKey(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** git's object id (SHA-1) of a blob with this content. */
export function blobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex')
}

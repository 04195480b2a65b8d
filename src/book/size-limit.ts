import type { Kind } from './paths.ts'

const KIB = 1024

/** Largest size of a file of a kind in bytes. */
export function sizeLimit(kind: Kind): number {
  return kind === 'rule' ? 64 * KIB : kind === 'out-of-band' ? 256 * KIB : 16 * KIB
}

import type { PolicyDocument } from './document.ts'
import { readPolicy, type PolicyUse } from './read.ts'

const MOST = 20_000
const read: Record<PolicyUse, Map<string, PolicyDocument>> = { identity: new Map(), trust: new Map() }

/** {@link readPolicy}, remembered by text: one policy is judged many times. */
export function readPolicyOnce(text: string, use: PolicyUse): PolicyDocument {
  const known = read[use].get(text)
  if (known) return known
  const document = readPolicy(text, use)
  if (read[use].size >= MOST) read[use].clear()
  read[use].set(text, document)
  return document
}

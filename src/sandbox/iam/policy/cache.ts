import { keepIn } from '../../../book/bounded.ts'
import type { PolicyDocument } from './document.ts'
import { readPolicy, type PolicyUse } from './read.ts'

const MOST = 20_000
const read: Record<PolicyUse, Map<string, PolicyDocument>> = { identity: new Map(), trust: new Map() }

/** {@link readPolicy}, remembered by text: one policy is judged many times. */
export function readPolicyOnce(text: string, use: PolicyUse): PolicyDocument {
  return read[use].get(text) ?? keepIn(read[use], MOST, text, readPolicy(text, use))
}

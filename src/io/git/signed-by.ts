import { objectId, readCommitObject } from '../../evidence/commit-object.ts'
import { checkSignature } from '../../evidence/sshsig.ts'
import { readObject } from './cat-file.ts'

/** Whether a commit that is here was signed by one of these keys (`ssh-ed25519 AAAA…`). False where it isn't here. */
export async function signedBy(root: string, id: string, keys: ReadonlySet<string>): Promise<boolean> {
  const bytes = await readObject(root, 'commit', id)
  if (!bytes || objectId('commit', bytes, id) !== id) return false
  const commit = readCommitObject(bytes)
  return commit?.signature ? checkSignature(commit.payload, commit.signature, keys).valid : false
}

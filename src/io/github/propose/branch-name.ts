/** GitHub and file systems take 255 bytes for a ref with its `refs/heads/`. */
const LONGEST = 240

/**
 * Whether git and GitHub take a name for a branch. Source: `git check-ref-format --branch`; GitHub also refuses what looks
 * like a commit's id.
 */
export function isBranchName(name: string): boolean {
  if (name === '' || Buffer.byteLength(name) > LONGEST || name === 'HEAD' || name === '@') return false
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\p{Surrogate}/u.test(name)) return false
  if (/^(?:-|refs\/)|\.$/u.test(name) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(name)) return false
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
}

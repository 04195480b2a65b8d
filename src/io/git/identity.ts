import { statSync } from 'node:fs'
import { join } from 'node:path'

/** What tells a repository from another one that lies at the same path later. Empty: there is none. */
export function identityOf(root: string): string {
  const found =
    statSync(join(root, '.git'), { throwIfNoEntry: false }) ?? statSync(root, { throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}:${found.birthtimeMs}` : ''
}

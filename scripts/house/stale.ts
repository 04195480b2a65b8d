import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Bundle } from './bundle.ts'

/** What in `folder` isn't exactly the bundle, a line for each file; empty if it is fresh. */
export async function staleIn(folder: string, wanted: Bundle): Promise<readonly string[]> {
  const stale: string[] = []
  for (const [name, { content, executable }] of wanted) {
    const path = join(folder, name)
    const present = await readFile(path, 'utf8').catch(() => null)
    if (present === null) stale.push(`${name} is missing`)
    else if (present !== content) stale.push(`${name} is stale`)
    else if ((((await stat(path)).mode & 0o111) !== 0) !== executable)
      stale.push(`${name} has the wrong mode`)
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const name = relative(folder, join(entry.parentPath, entry.name))
    if (!entry.isDirectory() && !wanted.has(name)) stale.push(`${name} is left over`)
  }
  return stale.toSorted()
}

import { z } from 'zod'
import type { GitHub, Reading } from './github.ts'
import { one } from './read.ts'
import { sha } from './shapes.ts'

const repository = z.object({ full_name: z.string(), default_branch: z.string().min(1).max(255) })
const branch = z.object({ commit: z.object({ sha }) })

/** The governed repository as GitHub names it now. */
export interface Repository {
  /** `owner/name`. */
  readonly name: string
  readonly defaultBranch: string
}

/** The repository and which branch is its default one. */
export async function readRepository(github: GitHub): Promise<Reading<Repository>> {
  const what = `repository ${github.owner}/${github.repo}`
  const read = await one(github, what, 'GET /repos/{owner}/{repo}', repository)
  if (!read.ok) return read
  return { ok: true, value: { name: read.value.full_name, defaultBranch: read.value.default_branch } }
}

/** The commit at which a branch stands. */
export async function readTip(github: GitHub, name: string): Promise<Reading<string>> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
  const read = await one(github, `tip of branch ${name}`, route, branch, { branch: name })
  return read.ok ? { ok: true, value: read.value.commit.sha } : read
}

/** The default branch and the commit at which it stands: what GitHub says, not what a clone remembers. */
export async function readDefaultTip(
  github: GitHub
): Promise<Reading<Repository & { readonly tip: string }>> {
  const found = await readRepository(github)
  if (!found.ok) return found
  const tip = await readTip(github, found.value.defaultBranch)
  return tip.ok ? { ok: true, value: { ...found.value, tip: tip.value } } : tip
}

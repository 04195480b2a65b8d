import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CODEOWNERS_PATH, generateCodeowners } from '../../approval/codeowners/generate.ts'
import { codeownersProblems } from '../../approval/codeowners/problems.ts'
import type { Book } from '../../book/book.ts'
import { identify, SETTINGS_PATH, type Kind } from '../../book/paths.ts'
import type { Problem } from '../../book/problem.ts'
import { filesNamed } from '../../book/tree.ts'
import { runGit } from '../../io/git/run.ts'
import type { Source } from '../../io/source.ts'

/** Kinds of files from which CODEOWNERS is generated. */
const DECIDING: ReadonlySet<Kind> = new Set(['settings', 'system', 'entitlement', 'person'])

/** Whether a change of this path may change what CODEOWNERS must say. */
export function decidesOwners(path: string): boolean {
  return path === CODEOWNERS_PATH || DECIDING.has(identify(path)?.kind ?? 'grant')
}

/** Whether what CODEOWNERS must say can't be told, because a file that decides it was refused. */
export function isUndecided(book: Book): boolean {
  if (!book.settings) return true
  for (const identity of book.invalid.values()) {
    if (identity && identity.kind !== 'person' && DECIDING.has(identity.kind)) return true
  }
  return false
}

/** What is wrong with a source's CODEOWNERS, given its book. Nothing if what it must say can't be told: that has findings of its own. */
export async function judgeCodeowners(
  source: Source,
  book: Book,
  required: () => Promise<boolean>
): Promise<readonly Problem[]> {
  const generated = isUndecided(book) ? null : generateCodeowners(book)
  if (generated === null) return []
  const bytes = await source.bytes(CODEOWNERS_PATH)
  const text = bytes === null ? null : new TextDecoder().decode(bytes)
  return codeownersProblems(text, generated, text === null && (await required()))
}

/** The part of a source's book that decides its CODEOWNERS: settings, systems, entitlements and their owners. */
export async function loadDeciding(source: Source): Promise<Book> {
  const paths = new Set([SETTINGS_PATH])
  for (const path of source.tree.entries.keys()) {
    const kind = identify(path)?.kind
    if (kind === 'system' || kind === 'entitlement') paths.add(path)
  }
  const { book } = await source.load(paths)
  const owners = new Set(
    [...book.systems.values(), ...book.entitlements.values()].map(({ data }) => data.owner)
  )
  for (const owner of owners) {
    for (const { path } of filesNamed(source.tree, `${owner}.yaml`))
      if (identify(path)?.kind === 'person') paths.add(path)
  }
  return (await source.load(paths)).book
}

/** Whether a state of a repository has a `.github` folder: then it is on GitHub, and must say who owns what. */
export async function hasGithubFolder(root: string, commit: string | null): Promise<boolean> {
  if (commit === null) return existsSync(join(root, '.github'))
  return (await runGit(root, ['ls-tree', '--full-tree', commit, '--', '.github'])).length > 0
}

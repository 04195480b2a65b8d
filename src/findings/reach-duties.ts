import { actsAs, withActors, type Tie } from '../book/acting.ts'
import type { Book } from '../book/book.ts'
import { filesNamed, type Tree } from '../book/tree.ts'

const RULES = 'grants/rules/'
/** What decides on duties beside grants: what rules say, whom exceptions help, who can act as whom. */
const FOLDERS = [RULES, 'grants/exceptions/', 'grants/workloads/']
const ALL: ReadonlySet<Tie> = new Set(['owned', 'backup', 'canRun'])

/** Whether there is any rule: without one nobody's duties are looked at. */
export function hasRules(trees: readonly Tree[]): boolean {
  return trees.some(({ entries }) => {
    for (const path of entries.keys()) if (path.startsWith(RULES)) return true
    return false
  })
}

/** Files that decide on duties, whoever is judged. */
export function addDutyFiles(tree: Tree, found: Set<string>): void {
  for (const path of tree.entries.keys())
    if (FOLDERS.some((folder) => path.startsWith(folder))) found.add(path)
}

/**
 * Everybody whose duties a change of these subjects' holdings touches, and everybody whose holdings count with theirs: who
 * can act as them, and as whom all of those can act. By the books read so far.
 */
export function dutySubjects(books: readonly Book[], subjects: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(subjects)
  for (const book of books) {
    for (const actor of withActors(book, subjects)) {
      found.add(actor)
      for (const workload of actsAs(book, actor, ALL).keys()) found.add(workload)
    }
  }
  return found
}

/** Subjects of exceptions among the changed files. */
export function exceptedSubjects(books: readonly Book[], changed: ReadonlySet<string>): readonly string[] {
  return books.flatMap(({ exceptions }) =>
    [...exceptions.values()].flatMap(({ path, data }) => (changed.has(path) ? [data.subject] : []))
  )
}

/** Files named after a subject: its own, and all that it holds. */
export function addNamed(tree: Tree, id: string, found: Set<string>): void {
  for (const { path } of filesNamed(tree, `${id}.yaml`)) found.add(path)
}

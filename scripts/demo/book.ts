import type { Book } from '../../src/book/book.ts'
import { load } from '../../src/book/load.ts'
import { workingTree, WorkingContents } from '../../src/io/git/working-tree.ts'
import { DemoFailure } from './teller.ts'

/** The book of a repository's working tree. Throws DemoFailure if a file of it can't be read as it must be. */
export function readBook(root: string): Book {
  const { book, problems } = load(workingTree(root), new WorkingContents(root))
  const [first] = problems
  if (first) throw new DemoFailure(`${first.file}: ${first.message}`)
  return book
}

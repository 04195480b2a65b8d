import { posix } from 'node:path'
import { importsOf } from './imports.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/**
 * Files that take from each other in a loop, each loop once, sorted; of `files` (repository path → text). Imports of types
 * count: whoever reads one of such files has to read all of them.
 */
export function circles(files: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const graph = graphOf(files)
  const reached = new Map([...files.keys()].map((file) => [file, reachedFrom(file, graph)]))
  const leadsTo = (from: string, to: string): boolean => reached.get(from)?.has(to) === true
  const looped = [...files.keys()].filter((file) => leadsTo(file, file)).toSorted()
  const loops = looped.map((file) => looped.filter((other) => leadsTo(file, other) && leadsTo(other, file)))
  return loops.filter((loop, index) => loop[0] === looped[index])
}

function graphOf(files: ReadonlyMap<string, string>): Graph {
  const targets = (file: string, text: string): readonly string[] =>
    importsOf(text)
      .map(({ from }) => posix.join(posix.dirname(file), from))
      .filter((target) => files.has(target))
  return new Map([...files].map(([file, text]) => [file, targets(file, text)]))
}

/** All files that a file takes from, directly or through others; itself only if a way leads back to it. */
function reachedFrom(file: string, graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of graph.get(next) ?? []) {
      if (seen.has(target)) continue
      seen.add(target)
      open.push(target)
    }
  }
  return seen
}

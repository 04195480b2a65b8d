import type { Tree } from '../book/tree.ts'

/** Ids that have a file, valid or not, by kind. */
export interface Names {
  readonly people: ReadonlySet<string>
  readonly workloads: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
}

/** Reads ids off a tree's paths, which may have subfolders; what a path can't be is the reader's business. */
export function namesIn(tree: Tree): Names {
  const names = { people: new Set<string>(), workloads: new Set<string>(), rules: new Set<string>() }
  for (const path of tree.entries.keys()) {
    // Most paths are grants: one comparison sends them on.
    if (path.startsWith('grants/systems/')) continue
    if (path.startsWith('grants/people/')) names.people.add(idOf(path))
    else if (path.startsWith('grants/workloads/')) names.workloads.add(idOf(path))
    else if (path.startsWith('grants/rules/')) names.rules.add(idOf(path))
  }
  return names
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)
}

import { filesNamed, type Tree } from '../book/tree.ts'

/** Whether ids have a file, valid or not. */
export interface Names {
  readonly person: (id: string) => boolean
  readonly workload: (id: string) => boolean
  readonly rule: (id: string) => boolean
}

/** After so many look-ups by name, going through the whole tree once is cheaper. */
const LOOK_UPS = 20

/**
 * Reads ids off a tree's paths. Nearly all files lie directly in their folder and are found by their path; those in
 * subfolders by their name, or, if there is much to look up, by going through the tree once.
 */
export function namesIn(tree: Tree): Names {
  let lookUps = 0
  let nested: ReadonlySet<string> | null = null
  const has = (folder: string, id: string): boolean => {
    if (tree.entries.has(`${folder}${id}.yaml`)) return true
    if (nested === null && lookUps++ < LOOK_UPS) {
      return filesNamed(tree, `${id}.yaml`).some((entry) => entry.path.startsWith(folder))
    }
    nested ??= nestedFiles(tree)
    return nested.has(`${folder}${id}.yaml`)
  }
  return {
    person: (id) => has('grants/people/', id),
    workload: (id) => has('grants/workloads/', id),
    rule: (id) => has('grants/rules/', id)
  }
}

const NESTED = /^(grants\/(?:people|workloads|rules)\/).*\/([^/]+)$/u

/** Paths of files in subfolders, with the subfolders left out. */
function nestedFiles(tree: Tree): ReadonlySet<string> {
  const found = new Set<string>()
  for (const path of tree.entries.keys()) {
    const match = path.startsWith('grants/systems/') ? null : NESTED.exec(path)
    if (match) found.add(`${match[1]}${match[2]}`)
  }
  return found
}

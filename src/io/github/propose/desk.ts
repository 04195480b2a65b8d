import type { GitHub, Reading } from '../github.ts'
import { send, type Parameters } from '../read.ts'
import type { Author } from './author.ts'
import type { OwnPull } from './own-pulls.ts'
import { Trees } from './trees.ts'

/** From where one run opens and keeps pull requests and issues. */
export interface Desk {
  readonly github: GitHub
  /** The clone: it has the base's commits. */
  readonly root: string
  readonly by: Author
  readonly trees: Trees
  /** Open pull requests of ours by branch, as they were listed at the beginning; what stands there costs no call of its own. */
  readonly known: ReadonlyMap<string, OwnPull>
}

/** What a desk is made of. `known`: what `ownPulls` gave, if it was asked. */
export interface DeskParts extends Pick<Desk, 'github' | 'root' | 'by'> {
  readonly known?: readonly OwnPull[]
}

/** A desk for one run. Asks nothing. */
export function openDesk({ github, root, by, known = [] }: DeskParts): Desk {
  const open = known.filter((pull) => pull.open)
  const byBranch = new Map(open.map((pull) => [pull.branch, pull]))
  return { github, root, by, trees: new Trees(root), known: byBranch }
}

/** Changes something on GitHub. `fine`: statuses that are an answer too (the value is null then). */
export function write(
  { github }: Desk,
  what: string,
  route: string,
  parameters: Parameters,
  fine: readonly number[] = []
): Promise<Reading<unknown>> {
  return send(github, what, route, parameters, fine)
}

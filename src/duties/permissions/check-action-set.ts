import { nearest } from '../../book/nearest.ts'
import { asciiLower } from './ascii-lower.ts'
import { catalogueOf, type Catalogue } from './catalogue.ts'
import { expand } from './needed.ts'
import type { ActionData } from './types.ts'
import { clean } from './words.ts'

/** Something wrong with an action set of one's own. */
export interface ActionSetProblem {
  /** Index of the path. */
  readonly path: number
  /** Index of the action in it; null: the path itself. */
  readonly action: number | null
  readonly message: string
  readonly fix: string
}

/** What is wrong with paths: none of their actions, actions that AWS doesn't have, wildcards that match none. */
export function checkActionSet(
  paths: readonly { readonly actions: readonly string[] }[],
  data: ActionData
): readonly ActionSetProblem[] {
  const catalogue = catalogueOf(data)
  return paths.flatMap(({ actions }, path): readonly ActionSetProblem[] => {
    if (actions.length === 0) return [{ path, action: null, ...EMPTY }]
    return actions.flatMap((text, action) => {
      const problem = problemOf(text, catalogue)
      return problem ? [{ path, action, ...problem }] : []
    })
  })
}

const EMPTY = {
  message: 'A path without actions can’t be held.',
  fix: 'Name the actions that are toxic together, or remove the path.'
}

function problemOf(text: string, catalogue: Catalogue): Pick<ActionSetProblem, 'message' | 'fix'> | null {
  const shown = `"${clean(text)}"`
  if (/[*?]/u.test(text)) {
    return expand(text, catalogue).length > 0
      ? null
      : {
          message: `${shown} matches no action of AWS.`,
          fix: 'Correct it, or name the actions one by one.'
        }
  }
  if (catalogue.find(text)) return null
  const near = nearestTo(text, catalogue)
  return {
    message: `AWS has no action ${shown}.`,
    fix: near === null ? 'Write it as "service:Action", as in AWS’s policies.' : `Did you mean "${near}"?`
  }
}

/** The action most likely meant: of the same service if there is such a service, else of the nearest one. */
function nearestTo(text: string, catalogue: Catalogue): string | null {
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const given = asciiLower(text.slice(0, colon))
  const service = catalogue.services.includes(given) ? given : nearest(given, catalogue.services)
  if (service === null) return null
  const names = catalogue.list((each) => each === service).map(({ name }) => name)
  return nearest(`${service}${text.slice(colon)}`, names)
}

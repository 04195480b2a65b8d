import { asciiLower } from './ascii-lower.ts'
import type { Needed } from './needed.ts'
import { remembered, type Pattern, type Patterns } from './patterns.ts'
import type { PolicyStatement } from './types.ts'

/** A statement, read for the actions that are needed. */
export interface Clause {
  readonly effect: 'Allow' | 'Deny'
  /** Numbers of the needed actions that it is about. */
  readonly actions: ReadonlySet<number>
  /** The resources that it is about; with `except`, those that it is not about. */
  readonly resources: readonly Pattern[]
  readonly except: boolean
  /** Keys of its conditions, sorted. */
  readonly keys: readonly string[]
  /** The same without the dates that every grant's statement carries. */
  readonly keysBesideDates: readonly string[]
}

/** Statements in the order of their text, so that the order in which they were written decides nothing. */
export interface Clauses {
  /** Equal if and only if the statements allow the same, in whatever order. */
  readonly text: string
  readonly list: readonly Clause[]
}

/** Reads lists of statements; what was read of one statement serves for all that say the same. */
export function makeClauseReader(
  needed: Needed,
  patterns: Patterns
): (statements: readonly PolicyStatement[]) => Clauses {
  const known = new Map<string, Clause>()
  return (statements) => {
    const read = statements
      .map((statement) => {
        const keys = keysOf(statement)
        const text = textOf(statement, keys)
        return { text, clause: remembered(known, text, () => readClause(statement, keys, needed, patterns)) }
      })
      .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    return { text: read.map(({ text }) => text).join('\n'), list: read.map(({ clause }) => clause) }
  }
}

type Keys = Pick<Clause, 'keys' | 'keysBesideDates'>

/** Canonical text of a statement. Lists are sets in IAM, so they are sorted; of conditions only the keys count here. */
function textOf(
  { effect, actions, notActions, resources, notResources }: PolicyStatement,
  { keys, keysBesideDates }: Keys
): string {
  return JSON.stringify([
    effect,
    actions?.toSorted() ?? null,
    actions ? [] : notActions.toSorted(),
    resources?.toSorted() ?? null,
    resources ? [] : notResources.toSorted(),
    keys,
    keysBesideDates
  ])
}

function readClause(
  { effect, actions, notActions, resources, notResources }: PolicyStatement,
  keys: Keys,
  needed: Needed,
  patterns: Patterns
): Clause {
  const matched = new Set((actions ?? notActions).flatMap((pattern) => needed.matched(pattern)))
  return {
    effect,
    actions: actions ? matched : new Set([...needed.actions.keys()].filter((number) => !matched.has(number))),
    resources: [...new Set(resources ?? notResources)].toSorted().map(patterns.of),
    except: resources === null,
    ...keys
  }
}

function keysOf({ conditions }: PolicyStatement): Keys {
  const [keys, keysBesideDates] = [new Array<string>(), new Array<string>()]
  for (const [operator, given] of Object.entries(conditions)) {
    const names = Object.keys(given)
    // An operator with no key in it says nothing that we know the meaning of.
    for (const key of names.length > 0 ? names : [operator]) {
      keys.push(key)
      if (names.length === 0 || !isDate(operator, key)) keysBesideDates.push(key)
    }
  }
  return { keys: unique(keys), keysBesideDates: unique(keysBesideDates) }
}

/** The dates that a grant's statement carries: when it is in force is another question than what it allows. */
function isDate(operator: string, key: string): boolean {
  return (
    /^date(?:lessthan|greaterthanequals)$/u.test(asciiLower(operator)) &&
    asciiLower(key) === 'aws:currenttime'
  )
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].toSorted()
}

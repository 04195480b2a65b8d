import { asciiLower } from './ascii-lower.ts'
import { catalogueOf, type Catalogue } from './catalogue.ts'
import { covers, readGlob, readLiteral, type Tokens } from './glob.ts'
import { remembered, type Pattern, type Patterns } from './patterns.ts'
import type { ActionData, ActionPath, ActionSet } from './types.ts'

/** An action that some path needs, or that leads from role to role. */
export interface NeededAction {
  readonly name: string
  /** What its resources look like, without partition and account known. */
  readonly formats: readonly Pattern[]
  /** The same in one account of one partition: `aws:111122223333`. */
  readonly formatsIn: (account: string) => readonly Pattern[]
}

/** A path with its actions as numbers. */
export interface NeededPath {
  readonly set: string
  readonly path: ActionPath
  /** For each of the path's actions the numbers of those that serve: one, or all that a wildcard matches. */
  readonly needs: readonly (readonly number[])[]
  /** It is `sts:AssumeRole` alone: it counts only where it isn't known which roles it reaches; others are followed. */
  readonly assumesOnly: boolean
}

/** All that the sets need, looked up once. */
export interface Needed {
  readonly actions: readonly NeededAction[]
  readonly paths: readonly NeededPath[]
  /** Number of `sts:AssumeRole`. */
  readonly assumeRole: number
  /** Numbers of the needed actions that a pattern of a policy matches. */
  readonly matched: (pattern: string) => readonly number[]
}

const ASSUME_ROLE = 'sts:AssumeRole'

/** Reads the sets. Actions that AWS doesn't have are taken to be about any resource. */
export function neededBy(sets: readonly ActionSet[], data: ActionData, patterns: Patterns): Needed {
  const catalogue = catalogueOf(data)
  const [actions, texts, numbers] = [
    new Array<NeededAction>(),
    new Array<Tokens>(),
    new Map<string, number>()
  ]
  const numberOf = (name: string): number =>
    remembered(numbers, asciiLower(name), () => {
      texts.push(readLiteral(asciiLower(name)))
      return actions.push(needed(name, catalogue, patterns)) - 1
    })
  const assumeRole = numberOf(ASSUME_ROLE)
  const paths = sets.flatMap(({ id: set, paths: all }) =>
    all.map((path) => ({
      set,
      path,
      needs: path.actions.map((action) => [...new Set(expand(action, catalogue).map(numberOf))]),
      assumesOnly: path.actions.length === 1 && asciiLower(path.actions[0] ?? '') === asciiLower(ASSUME_ROLE)
    }))
  )
  const memory = new Map<string, readonly number[]>()
  const matched = (pattern: string): readonly number[] => {
    const lower = asciiLower(pattern)
    if (!/[*?]/u.test(lower)) return [numbers.get(lower) ?? []].flat()
    return remembered(memory, lower, () => {
      const glob = readGlob(lower)
      return texts.flatMap((text, number) => (covers(glob, text) ? [number] : []))
    })
  }
  return { actions, paths, assumeRole, matched }
}

/** The actions of AWS that an action of a path stands for; itself if it has no wildcard. */
export function expand(action: string, catalogue: Catalogue): readonly string[] {
  if (!/[*?]/u.test(action)) return [action]
  const glob = readGlob(asciiLower(action))
  return catalogue
    .list((service) => mayBeOf(service, action))
    .filter(({ name }) => covers(glob, readLiteral(asciiLower(name))))
    .map(({ name }) => name)
}

/** Whether a pattern can match actions of a service: spares reading the others. */
function mayBeOf(service: string, action: string): boolean {
  const before = asciiLower(action.slice(0, Math.max(0, action.indexOf(':'))))
  return /[*?]/u.test(before) || !action.includes(':') || before === service
}

function needed(name: string, catalogue: Catalogue, patterns: Patterns): NeededAction {
  const facts = catalogue.find(name)
  if (!facts) return same(name, [patterns.of('*')])
  // A request about no resource names `*` itself, and no narrower pattern matches that.
  if (facts.formats.length === 0) return same(facts.name, [patterns.literal('*')])
  const inAccount = new Map<string, readonly Pattern[]>()
  const formats = facts.formats.map((format) => patterns.format(`arn:*:${format.replaceAll('$', '*')}`))
  return {
    name: facts.name,
    formats,
    formatsIn: (account) => {
      const [partition = '', number = ''] = account.split(':')
      if (number === '') return formats
      return remembered(inAccount, account, () =>
        facts.formats.map((format) => patterns.format(`arn:${partition}:${format.replaceAll('$', number)}`))
      )
    }
  }
}

function same(name: string, formats: readonly Pattern[]): NeededAction {
  return { name, formats, formatsIn: () => formats }
}

import { blanks, type Blank } from './blanks.ts'
import { indexOf } from './complete.ts'
import { find, type Trace } from './find.ts'
import { graphOf, makeWorld, type Graph } from './graph.ts'
import { makeReader, type Reader } from './identity.ts'
import { neededBy, type Needed } from './needed.ts'
import { makePatterns, remembered, type Patterns } from './patterns.ts'
import { documentsUnread, type Who } from './reasons.ts'
import type { ActionData, ActionSet, Analysis, Found, Identity, Reachable, Roles, Unknown } from './types.ts'
import { clean, listed } from './words.ts'

/** Analyses one person after another. Whoever holds the same as somebody before costs next to nothing. */
export interface Analyser {
  /** What somebody can do who starts as these identities. */
  readonly analyse: (start: readonly Identity[]) => Analysis
  /** How many different cases were analysed so far. */
  readonly distinct: () => number
}

/** Action sets made ready, with all that was found out of patterns on the way. */
export interface Compiled {
  readonly needed: Needed
  readonly patterns: Patterns
  readonly read: Reader
}

/** Makes sets ready once for many analyses. */
export function compileSets(sets: readonly ActionSet[], data: ActionData): Compiled {
  const patterns = makePatterns()
  const needed = neededBy(sets, data, patterns)
  return { needed, patterns, read: makeReader(needed, patterns) }
}

/**
 * Matches what the statements that a person can reach allow against action sets. Soundness: `sure` if some identity is
 * surely allowed every action of a path; silence only if it is certain that it is not. Never throws for a policy, whatever
 * it says. Statements alone are judged: organisations' policies, session policies and policies of resources are not.
 */
export function analyse(reach: Reachable, sets: readonly ActionSet[], data: ActionData): Analysis {
  return makeAnalyser(reach, compileSets(sets, data)).analyse(reach.start)
}

/** An analyser for many people in one world of roles, which must not change while it is used. */
export function makeAnalyser(roles: Roles, { needed, patterns, read }: Compiled): Analyser {
  const world = makeWorld(roles, read, needed, patterns)
  const memory = new Map<string, Result>()
  return {
    analyse: (start) => {
      const graph = graphOf(start, world)
      return told(
        graph,
        remembered(memory, keyOf(graph), () => judgeAll(graph, needed)),
        needed
      )
    },
    distinct: () => memory.size
  }
}

/** An analysis without the names of whom it is about. */
interface Result {
  readonly traces: readonly Trace[]
  readonly blanks: readonly Blank[]
}

function judgeAll(graph: Graph, { paths }: Needed): Result {
  const index = indexOf(graph)
  return {
    traces: paths.map((path) => find(index, path)).filter((trace) => trace !== null),
    blanks: blanks(index, paths)
  }
}

/** Equal for two people exactly if nothing but names tells them apart. */
function keyOf({ nodes, starts, edges }: Graph): string {
  const held = nodes.map(({ identity, grants }, node) =>
    [node < starts ? '' : identity.name, identity.key, grants.join(',')].join('|')
  )
  const ways = edges.map(
    ({ from, to, role, grant, reasons }) => `${from}>${to}=${role}:${grant}:${reasons.length}`
  )
  return JSON.stringify([starts, held, ways])
}

function told(graph: Graph, { traces, blanks: unknown }: Result, needed: Needed): Analysis {
  const people = graph.nodes.map(({ identity }) => ({
    identity: clean(identity.name),
    unread: identity.unread,
    source: (number: number) => identity.sources[number]?.what ?? ''
  }))
  return {
    found: traces.map((trace) => foundOf(trace, graph, people, needed)),
    unknown: unknown.map((blank) => unknownOf(blank, graph, people))
  }
}

/** How many reasons one finding tells. */
const MOST = 20

const NOBODY: Who = { identity: '', unread: [], source: () => '' }

function foundOf(
  { path: { set, path }, level, reasons, by, grants }: Trace,
  graph: Graph,
  people: readonly Who[],
  { actions }: Needed
): Found {
  const apart = level === 'apart' ? [apartWords(by.map(({ node }) => people[node]?.identity ?? ''))] : []
  const words = reasons.map(({ node, reason }) => reason(people[node] ?? NOBODY))
  return {
    set,
    path,
    certainty: level === 'sure' ? 'sure' : 'unsure',
    reasons: some([...new Set([...words, ...apart])].toSorted()),
    by: by.map(({ node, source, action }) => ({
      action: actions[action]?.name ?? '',
      source: people[node]?.source(source) ?? '',
      grant: pathOf(graph, graph.nodes[node]?.grants[source] ?? -1),
      identity: graph.nodes[node]?.identity.name ?? ''
    })),
    grants: pathsOf(graph, grants)
  }
}

/** Whoever may assume any role has thousands of reasons; the first of them will do. */
function some(reasons: readonly string[]): readonly string[] {
  return reasons.length > MOST
    ? [...reasons.slice(0, MOST), `… and ${reasons.length - MOST} reasons more`]
    : reasons
}

function apartWords(identities: readonly string[]): string {
  return `its actions are allowed to different identities (${listed(identities)}), and some services ask whether the caller itself may do all of it`
}

function unknownOf({ who, grants }: Blank, graph: Graph, people: readonly Who[]): Unknown {
  const paths = pathsOf(graph, grants)
  if (typeof who === 'string') {
    return { identity: who, why: `the documents of ${clean(who)} aren't known`, grants: paths }
  }
  return {
    identity: graph.nodes[who]?.identity.name ?? '',
    why: documentsUnread(people[who] ?? NOBODY),
    grants: paths
  }
}

function pathOf({ grants }: Graph, number: number): string | null {
  return grants[number] ?? null
}

function pathsOf(graph: Graph, numbers: readonly number[]): readonly string[] {
  return numbers.flatMap((number) => pathOf(graph, number) ?? []).toSorted()
}

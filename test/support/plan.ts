import { CHECKS } from '../../src/checks.ts'
import { CORES } from '../../src/commands/connectors.ts'
import type { Live, LivePrincipal, Piece, Refusal } from '../../src/connectors/connector.ts'
import { runChecks } from '../../src/findings/check.ts'
import { createContext } from '../../src/findings/context.ts'
import { compilePattern } from '../../src/findings/ticket-pattern.ts'
import { approvedBy } from '../../src/plan/approved-by.ts'
import { brokenFiles, unissued } from '../../src/plan/broken.ts'
import { desire } from '../../src/plan/desire.ts'
import type { Desired } from '../../src/plan/desired.ts'
import { difference } from '../../src/plan/difference.ts'
import { EMPTY_LEDGER, type Ledger, type Standing } from '../../src/plan/ledger.ts'
import type { Change, SystemPlan } from '../../src/plan/plan.ts'
import { BASE, bookOf, NOW, type Files } from './book.ts'

/** What files ask for, judged by every check. */
export function desireOf(
  files: Files,
  { now = NOW, ledger = EMPTY_LEDGER }: { now?: number; ledger?: Ledger } = {}
): Desired {
  const { book, problems } = bookOf(files)
  const ticket = compilePattern('(OPS|SEC)-[0-9]+')
  const changed = unissued(book, ledger)
  const context = createContext({
    book,
    now,
    connectors: CORES,
    changed,
    history: null,
    ticket,
    approvedAt: null,
    actions: null,
    documents: null
  })
  const broken = brokenFiles(book, [...problems, ...runChecks(CHECKS, context)], ledger)
  return desire({
    book,
    broken,
    ledger,
    now,
    cores: (name) => CORES.get(name) ?? null,
    lastSettings: bookOf(BASE).book.settings?.data ?? null,
    earlierSystems: (id) => bookOf(BASE).book.systems.get(id) ?? null,
    approvedAt: approvedBy(ledger)
  })
}

/** The unique id that {@link liveOf} gives a principal. */
export function idOf(principal: string): string {
  return `ID:${principal}`
}

/** A piece as live state and evidence have it: it doesn't name its grants. */
function bare({ id, key, body, enforcement }: Piece): Piece {
  return { id, key, body, enforcement }
}

/** A live system with these principals, each with what is ours on it. */
export function liveOf(
  principals: Readonly<Record<string, readonly Piece[]>>,
  over: Readonly<Record<string, Partial<LivePrincipal>>> = {}
): Live {
  const all = Object.entries(principals).map(([principal, pieces]): [string, LivePrincipal] => [
    principal,
    {
      principal,
      name: `arn:${principal}`,
      principalId: idOf(principal),
      pieces: pieces
        .map(bare)
        .map((piece) =>
          piece.enforcement === 'job' ? { ...piece, key: '', owned: null } : { ...piece, owned: true }
        ),
      alien: [],
      ...over[principal]
    }
  ])
  return {
    system: 'aws-prod',
    serverTime: NOW,
    principals: new Map(all),
    foreign: { principals: 0, policies: 0 },
    misplaced: [],
    detail: null
  }
}

/** What evidence would say after everything that is wanted had been issued. */
export function issued(desired: Desired): Ledger {
  const all = new Map<string, Map<string, readonly Standing[]>>()
  for (const [system, { wanted }] of desired.systems) {
    const here = new Map<string, readonly Standing[]>()
    for (const [path, { grant, principal, window, pieces }] of wanted) {
      here.set(path, [
        {
          grant: path,
          system,
          account: '123456789012',
          principal,
          principalId: idOf(principal),
          ...window,
          pieces: pieces.map(bare),
          entitlement: grant.name,
          blob: grant.blob
        }
      ])
    }
    all.set(system, here)
  }
  return { ...EMPTY_LEDGER, standing: all }
}

/** Live state after everything that is wanted had been issued. */
export function standing(
  desired: Desired,
  users: readonly string[] = ['user/alice', 'user/bob', 'user/carol']
): Live {
  const principals: Record<string, Piece[]> = Object.fromEntries(users.map((user) => [user, []]))
  for (const { principal, pieces } of desired.systems.get('aws-prod')?.wanted.values() ?? []) {
    const list = (principals[principal] ??= [])
    list.push(...pieces.filter(({ id }) => !list.some((piece) => piece.id === id)))
  }
  return liveOf(principals)
}

/** The plan of aws-prod. */
export function planOf(
  desired: Desired,
  live: Live,
  ledger: Ledger = EMPTY_LEDGER,
  refused: readonly Refusal[] = []
): SystemPlan {
  return difference({ desired, system: 'aws-prod', live, ledger, refused })
}

/** A change in one line. */
export function brief({ action, subject, entitlement, principal, cause, why }: Change): string {
  return `${action} ${subject} ${entitlement} ${principal ?? ''} ${cause}: ${why}`
}

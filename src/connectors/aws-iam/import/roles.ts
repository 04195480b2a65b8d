import type { GuessedSubject } from '../../connector.ts'
import type { PrincipalDetail } from '../account.ts'
import { bareName } from '../names.ts'
import { admitted, type Admitted } from '../outside/admitted.ts'
import { GITHUB_HOST, isExplained, type Issuers } from '../outside/runs.ts'
import { few } from '../../../book/few.ts'
import { accountOf } from './account-of.ts'

/** One place of execution, as a workload’s file has it. */
export type Run = GuessedSubject['runs'][number]

/** What a file can hold of them (`runs` of a workload). */
const MOST_RUNS = 20
const LONGEST_REF = 500

/** What is known of the house besides its identity providers. */
export interface RoleTerms {
  readonly issuers: Issuers
  /** GitHub’s organisation to which the governed repository belongs. */
  readonly organization: string
}

/**
 * Whom a role seems to be, by its trust: a workload if it lets in something that its file may name under `runs`. What
 * else the trust lets in is left out and stays a finding: writing it down would make it right.
 */
export function guessRole(detail: PrincipalDetail, terms: RoleTerms): GuessedSubject {
  const entries = admitted(detail.trust ?? '')
  const known: { readonly one: Admitted; readonly run: Run }[] = []
  const strangers: string[] = []
  for (const one of entries ?? []) {
    const run = runOf(one, terms)
    if (run) known.push({ one, run })
    else strangers.push(one.who)
  }
  const runs = distinct(known.map(({ run }) => run)).slice(0, MOST_RUNS)
  const account = accountOf(detail.principal)
  const wide = runs.some(({ ref }) => /[*?]/u.test(ref))
  const isWorkload = account !== null && runs.length > 0
  return {
    principal: detail.principal,
    kind: 'workload',
    confidence: !isWorkload ? 'low' : wide || strangers.length > 0 ? 'medium' : 'high',
    why: [
      ...(entries === null ? ['its trust can’t be read'] : []),
      ...runs.map(({ ref }) => `its trust lets in ${ref}`),
      ...(strangers.length === 0
        ? []
        : [`its trust lets in what no file may name: ${few([...new Set(strangers)].toSorted())}`]),
      ...(account === null
        ? ['no file can name it: its path or name has characters that files don’t allow']
        : [])
    ],
    account,
    name: bareName(detail.arn),
    email: null,
    work: workOf(runs),
    runs
  }
}

/** What a file may say of somebody whom a trust lets in; null: nothing, so that it stays a finding. */
function runOf(one: Admitted, { issuers, organization }: RoleTerms): Run | null {
  const run = candidate(one, issuers.account, organization)
  if (!run || run.ref.length > LONGEST_REF || run.ref.includes('${')) return null
  return isExplained(one, [run], issuers) ? run : null
}

function candidate({ who, provider }: Admitted, account: string, organization: string): Run | null {
  if (provider === null) {
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/u.test(who))
      return { kind: 'other', ref: who }
    const [, , , , owner, resource = ''] = who.split(':')
    const isOwnRole = who.startsWith('arn:') && owner === account && resource.startsWith('role/')
    return isOwnRole && !/[*?]/u.test(who) ? { kind: 'aws-role', ref: who } : null
  }
  const subject = who.slice(who.indexOf(':') + 1)
  if (who.startsWith(`${GITHUB_HOST}:`))
    return isOwnRepository(subject, organization) ? { kind: 'github-actions', ref: subject } : null
  const isOneServiceAccount = /^system:serviceaccount:[^:*?]+:[^:*?]+$/u.test(subject)
  return isOneServiceAccount ? { kind: 'kubernetes', ref: subject } : null
}

/** A subject of GitHub’s that begins with one repository of the own organisation, with or without numbers behind names. */
function isOwnRepository(subject: string, organization: string): boolean {
  const [, owner] = /^repo:([^/@:*?]+)(?:@\d+)?\/[^/:*?]+:/u.exec(subject) ?? []
  return owner?.toLowerCase() === organization.toLowerCase()
}

function workOf(runs: readonly Run[]): GuessedSubject['work'] {
  if (runs.some(({ kind }) => kind === 'github-actions')) return 'pipeline'
  return runs.some(({ ref }) => ref.startsWith('ec2.')) ? 'machine' : 'service'
}

function distinct(runs: readonly Run[]): readonly Run[] {
  const byKey = new Map(runs.map((run) => [`${run.kind} ${run.ref}`, run]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => run)
}

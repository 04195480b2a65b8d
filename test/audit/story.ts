import { writeInstant, type Instant } from '../../src/book/instant.ts'
import type { Event } from '../../src/evidence/events.ts'
import { at, ACCOUNT, BASE, grant, grantPath, type Files } from '../support/book.ts'
import { settingsSignedBy } from '../io/git/evidence-scene.ts'
import type { Signer } from '../../src/evidence/signer.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { History } from './history.ts'

export const ALICE = grantPath('billing-read', 'alice')
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** When the story begins: its genesis. */
export const T0 = at('2026-11-20T09:00:00Z')

/** The sample book, its settings naming this signer. */
export function book(signer: Signer): Files {
  return { ...BASE, 'grants/grantbook.yaml': settingsSignedBy(signer) }
}

/** Fields that every event has. */
export function common(history: History, grantFile: string | null, text: string | null, when: Instant) {
  return {
    at: writeInstant(when),
    grant: grantFile,
    blob: text === null ? null : history.blob(text),
    commit: history.main.at(-1)?.commit ?? null,
    by: 'grantbook apply',
    run: '4711'
  }
}

/** One approval that counts: bob's, as one of the billing team. GitHub's numbers are those of the sample people. */
export function approvalOf(
  history: History,
  person: string,
  when: Instant,
  review = 900,
  as = '@acme/billing'
) {
  const path = `grants/people/${person}.yaml`
  const blob = history.main.at(-1)?.files.get(path)?.blob ?? ''
  const id = Number(/githubId: (\d+)/u.exec(Buffer.from(history.objects.get(blob)).toString('utf8'))?.[1])
  return {
    login: `${person}-acme`,
    id,
    person,
    as,
    review,
    commit: '2'.repeat(40),
    at: writeInstant(when)
  }
}

export type Approvals = Extract<Event, { readonly event: 'approved' }>['approvals']

/** What one merged pull request comes to: it lands, and the record says who asked and who approved. */
export function landApproved(
  history: History,
  {
    path = ALICE,
    text,
    pull,
    when,
    approvals,
    over = {},
    requester = 'alice'
  }: {
    path?: string
    text: string | null
    pull: number
    when: Instant
    approvals?: Approvals
    over?: Partial<Extract<Event, { readonly event: 'approved' }>>
    requester?: string | null
  }
): void {
  history.land({ [path]: text }, when - 60_000)
  const base = common(history, path, text, when)
  const name = `acme/access#${pull}`
  const given = approvals ?? [approvalOf(history, 'bob', when - 2 * HOUR, 900 + pull)]
  history.append({
    events: [
      { ...base, event: 'requested', pull: name, requester },
      {
        ...base,
        event: 'approved',
        pull: name,
        head: '3'.repeat(40),
        base: '4'.repeat(40),
        approvals: [...given],
        ...over
      },
      sealed(history, [pull], when)
    ],
    moves: { [path]: text },
    at: when
  })
}

export function sealed(history: History, pulls: readonly number[], when: Instant): Event {
  const base = common(history, null, null, when)
  return {
    ...base,
    event: 'sealed',
    id: `authorise-${when}`,
    sealed: base.commit ?? '',
    pulls: pulls.map((n) => `acme/access#${n}`)
  }
}

type Held = Extract<Event, { readonly event: 'issued' }>

/** Access that was given, extended, shortened. */
export function held(
  history: History,
  kind: 'issued' | 'extended' | 'shortened',
  text: string,
  until: string,
  when: Instant,
  over: Partial<Held> = {}
): Event {
  const rest = { ...over }
  delete rest.event
  return {
    ...common(history, ALICE, text, when),
    system: 'aws-prod',
    principal: 'user/alice',
    principalId: 'AIDAALICE',
    account: ACCOUNT,
    entitlement: 'aws-prod/billing-read',
    policy: { 'x/assume': 'grantbook-acme' },
    statements: [{ id: 'x/assume', body: '{"Effect":"Allow"}', enforcement: 'target' }],
    from: null,
    until,
    enforcement: 'target',
    observed: false,
    ...rest,
    event: kind
  }
}

export function revoked(
  history: History,
  text: string | null,
  when: Instant,
  over: Partial<Event> = {}
): Event {
  const one: Extract<Event, { readonly event: 'revoked' }> = {
    ...common(history, ALICE, text, when),
    event: 'revoked',
    system: 'aws-prod',
    principal: 'user/alice',
    principalId: 'AIDAALICE',
    why: 'its time ended',
    cause: 'window',
    unit: ALICE,
    sessionsUntil: writeInstant(when + HOUR),
    observed: false
  }
  return { ...one, at: over.at ?? one.at, blob: over.blob === undefined ? one.blob : over.blob }
}

export function finished(history: History, id: string, when: Instant, closes: readonly string[] = []): Event {
  return {
    ...common(history, null, null, when),
    event: 'finished',
    id,
    closes: [...closes],
    sealed: history.main.at(-1)?.commit ?? null,
    counts: { done: 1 }
  }
}

export const FIRST = grant('2026-12-14')
export const SHORTER = grant('2026-12-01')

/** A record before anything happened: genesis alone. */
export function begun(): History {
  const signer = testSigner(1)
  const history = new History(signer)
  history.land(book(signer), T0 - DAY)
  history.genesis({}, T0)
  return history
}

/** A whole life of one grant: asked for, approved, issued, shortened by direct push, ended, revoked. */
export function wholeStory(): History {
  const history = begun()
  landApproved(history, { text: FIRST, pull: 1, when: T0 + 3 * HOUR })
  history.append({
    events: [
      held(history, 'issued', FIRST, '2026-12-15T00:00:00Z', T0 + 3 * HOUR),
      finished(history, 'run-1', T0 + 3 * HOUR)
    ],
    at: T0 + 3 * HOUR
  })
  const when = T0 + 2 * DAY
  history.land({ [ALICE]: SHORTER }, when - 60_000)
  history.append({
    events: [
      {
        ...common(history, ALICE, SHORTER, when),
        event: 'reduced',
        what: 'Ends at 2026-12-02T00:00:00Z already.',
        pull: null
      },
      sealed(history, [], when)
    ],
    moves: { [ALICE]: SHORTER },
    at: when
  })
  history.append({
    events: [
      held(history, 'shortened', SHORTER, '2026-12-02T00:00:00Z', when),
      finished(history, 'run-2', when)
    ],
    at: when
  })
  const end = at('2026-12-02T01:00:00Z')
  history.append({
    events: [revoked(history, SHORTER, end), finished(history, 'run-3', end)],
    at: end
  })
  return history
}

import { entitlementName } from '../../book/ids.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Convergence, SessionPorts } from '../../connectors/connector.ts'
import type { Event } from '../../evidence/events.ts'
import { changed, failed, observed, refused as refusedEvent, started } from '../../evidence/record.ts'
import type { Desire, Desired } from '../../plan/desired.ts'
import { intentsOf } from '../../plan/intents.ts'
import { settle, type Outcome, type Settled } from '../../plan/outcome.ts'
import type { Observed, SystemPlan } from '../../plan/plan.ts'
import { withheldAsRefused } from '../../plan/withheld.ts'
import { newlyRefused, outcomeOf, type Judgement } from './judged.ts'
import type { Recorder } from './recorder.ts'
import type { OpenedSystem } from './systems.ts'

/**
 * Follows the plan of one system: what stands where it may not first, then one principal after the other. One that fails
 * stops no other; a signal stops between two of them. Everything is recorded, what failed too.
 */
export async function convergeSystem(
  { system, session, live }: OpenedSystem,
  plan: SystemPlan,
  desired: Desired,
  recorder: Recorder,
  { signal, log }: Pick<SessionPorts, 'signal' | 'log'>
): Promise<Judgement> {
  const intents = intentsOf(plan, live)
  if (intents.length > 0)
    await recorder.append('Announce memberships', [started(recorder.run.id, intents, recorder.facts)])
  const outcomes: Outcome[] = []
  const cleaned = new Set<string>()
  if (live.misplaced.length > 0 && !signal.aborted) {
    for (const what of await session.clean(live)) {
      cleaned.add(what)
      log(`${system}: removed ${what}`)
    }
  }
  const done = new Map<string, Convergence>()
  for (const [index, goal] of plan.goals.entries()) {
    if (signal.aborted) break
    log(`${system}: ${goal.principal} (${index + 1} of ${plan.goals.length})`)
    done.set(goal.principal, await session.converge(goal, live))
  }
  const settled = settle(plan, done, cleaned)
  const news = newlyRefused(plan.refused, recorder)
  const frozen = new Set(desired.frozen.keys())
  const open = desired.systems.get(system)
  const reached = open && { core: open.core, account: open.core.identityOf(open.context.entry.data.settings) }
  const events: Event[] = news
    .filter(({ grant }) => !frozen.has(grant))
    .map((one) => refusedEvent(one, recorder.facts))
  if (reached) {
    events.push(...plan.observed.map((one) => observed(one, reached, recorder.facts)))
    for (const one of settled) {
      const event = eventOf(one)
      if (event) events.push(event)
    }
  }
  await recorder.append(`Apply to ${system}`, events)
  outcomes.push(...settled.map(settledOutcome), ...plan.observed.map(observedOutcome))
  outcomes.push(...plan.refused.filter(({ grant }) => !frozen.has(grant)).map(outcomeOf))
  outcomes.push(
    ...plan.withheld.map((change): Outcome => ({
      ...outcomeOf(withheldAsRefused(change)),
      grant: change.grant,
      action: 'revoke'
    }))
  )
  outcomes.push(...failedGoals(plan, settled, done), ...unchanged(plan, desired, outcomes))
  const trouble =
    news.some(({ grant }) => !frozen.has(grant)) ||
    plan.withheld.length > 0 ||
    settled.some(({ state }) => state === 'held')
  return { outcomes, news: trouble }

  function eventOf({ change, state, error, convergence }: Settled): Event | null {
    if (!reached) return null
    const { grant, principal, system: at } = change
    if (state === 'held' && grant !== null && error)
      return refusedEvent({ grant, system: at, ...told(error), state }, recorder.facts)
    if (error) return failed(change, error.code, error.message, recorder.facts)
    const principalId = convergence?.principalId ?? live.principals.get(principal ?? '')?.principalId ?? ''
    const name = recorder.run.book.grants.get(grant ?? '')?.name ?? entitlementName(at, change.entitlement)
    return changed(
      change,
      { principalId, places: convergence?.places ?? new Map(), entitlement: name },
      reached,
      recorder.facts
    )
  }
}

function told({ code, message }: { readonly code: string; readonly message: string }) {
  return { code, why: message }
}

function settledOutcome({ change, state, error }: Settled): Outcome {
  const { grant, system, action, why } = change
  return { grant, system, action, state, why: error ? `${error.code}: ${error.message}` : why }
}

function observedOutcome({ grant, system, what, why }: Observed): Outcome {
  const action = what === 'issued' ? 'grant' : 'revoke'
  return { grant, system, action, state: 'unchanged', why: `found done already: ${why}` }
}

/** Principals that failed although no change is told for them: what was wrong with them stays. */
function failedGoals(
  plan: SystemPlan,
  settled: readonly Settled[],
  done: ReadonlyMap<string, Convergence>
): readonly Outcome[] {
  const spoken = new Set(settled.flatMap(({ change, error }) => (error ? [change.principal] : [])))
  return [...done.values()].flatMap(({ principal, state, error }): readonly Outcome[] =>
    state !== 'failed' || spoken.has(principal)
      ? []
      : [
          {
            grant: null,
            system: plan.system,
            action: null,
            state: 'failed',
            why: `${principal}: ${error?.code ?? ''}: ${error?.message ?? ''}`
          }
        ]
  )
}

/** Grants that stand as they should. */
function unchanged(plan: SystemPlan, desired: Desired, spoken: readonly Outcome[]): readonly Outcome[] {
  const named = new Set(spoken.map(({ grant }) => grant))
  return [...(desired.systems.get(plan.system)?.wanted ?? [])].flatMap(
    ([grant, desire]): readonly Outcome[] =>
      named.has(grant)
        ? []
        : [
            {
              grant,
              system: plan.system,
              action: 'grant',
              state: 'unchanged',
              why: unbegun(desire, desired.at) ?? 'it stands as it should'
            }
          ]
  )
}

/** What can't carry a date isn't given before its time: nothing stands yet, as it should be. */
function unbegun({ enforcement, window: { from } }: Desire, at: Instant): string | null {
  return enforcement === 'job' && from !== null && at < from ? `it begins at ${writeInstant(from)}` : null
}

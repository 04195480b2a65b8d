import { writeInstant, type Instant } from '../book/instant.ts'
import type { Change, Refused } from '../plan/plan.ts'
import { renderJson } from './json.ts'
import type { PlanDocument } from './output/plan.ts'
import { isClean, type PlanView } from './plan-view.ts'

/** A plan as JSON. */
export function renderPlanJson(view: PlanView): string {
  const document: PlanDocument = {
    format: 1,
    ok: isClean(view),
    at: writeInstant(view.at),
    commit: view.commit,
    changes: view.changes.map(changeOut),
    drift: view.drift?.map(changeOut) ?? null,
    refused: view.refused.map(({ grant, system, code, why }: Refused) => ({ grant, system, code, why }))
  }
  return renderJson(document)
}

function changeOut(change: Change): PlanDocument['changes'][number] {
  const { action, system, entitlement, subject, grant, why, from, until, enforcement, impact } = change
  return {
    action,
    system,
    entitlement: entitlement === '' ? null : entitlement,
    subject: subject === '' ? null : subject,
    grant,
    why,
    from: write(from),
    until: write(until),
    enforcement,
    impact
  }
}

function write(at: Instant | null): string | null {
  return at === null ? null : writeInstant(at)
}

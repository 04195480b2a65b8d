import type { IAM } from '@aws-sdk/client-iam'
import type { Scenario } from './cases/step.ts'

/** What came of one step. */
interface Outcome {
  readonly call: string
  readonly error: string | null
  readonly answer: unknown
}

/** Runs a scenario with the unmodified SDK. */
export async function outcomes(iam: IAM, scenario: Scenario): Promise<readonly Outcome[]> {
  const found: Outcome[] = []
  for (const step of scenario.steps) {
    const result = await outcome(iam, step.call, step.with)
    found.push({ call: step.call, error: null, answer: null, ...result })
  }
  return found
}

/** What must come of it, to be matched with {@link outcomes}: every step succeeds or fails as it says. */
export function expected(scenario: Scenario): readonly object[] {
  return scenario.steps.map(({ call, error, gives }) => ({
    call,
    error: error ?? null,
    ...(gives ? { answer: gives } : {})
  }))
}

async function outcome(
  iam: IAM,
  call: string,
  params: object
): Promise<{ answer: unknown } | { error: string }> {
  const method: unknown = Reflect.get(iam, call)
  if (typeof method !== 'function') throw new TypeError(`the SDK has no ${call}`)
  try {
    return { answer: normal(await method.call(iam, params)) }
  } catch (error) {
    if (error instanceof Error && '$metadata' in error) return { error: error.name }
    throw error
  }
}

/**
 * Documents may be percent-encoded with or without `*`, `'`, `(` (all decode alike), and moto leaves some plain: all
 * become one form. That the local IAM encodes every document is a test of its own.
 */
function normal(value: unknown): unknown {
  if (typeof value === 'string') {
    return /^(?:%7B|\{)/u.test(value) ? encodeURIComponent(decodeURIComponent(value)) : value
  }
  if (Array.isArray(value)) return value.map(normal)
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, normal(one)]))
}

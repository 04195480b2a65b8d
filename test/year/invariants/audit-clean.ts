import { z } from 'zod'
import type { YearScene } from '../scene.ts'
import type { Invariant } from './index.ts'

/** Every so many days the whole record is audited. */
const EVERY = 30

const document = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string() }))
})

/** The record audits clean, from the clone alone. */
export const auditClean: Invariant = {
  name: 'audit',
  check: ({ day, scene }) => (day % EVERY === 0 ? audit((...args) => scene.runOffline(...args)) : [])
}

/** What `grantbook audit` finds, run by whoever has GitHub to ask or not. */
export async function audit(run: YearScene['run']): Promise<readonly string[]> {
  const { err, out } = await run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
  if (out === '') return [err]
  return document.parse(JSON.parse(out)).problems.map(({ code, message }) => `${code}: ${message}`)
}

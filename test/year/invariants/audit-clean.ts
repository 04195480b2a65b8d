import { z } from 'zod'
import type { Year } from '../year.ts'
import type { Invariant } from './index.ts'

/** Every so many days the whole record is audited. */
const EVERY = 30

const document = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string() }))
})

/** The record audits clean. */
export const auditClean: Invariant = {
  name: 'audit',
  check: (year) => (year.day % EVERY === 0 ? audit(year) : [])
}

/** What `grantbook audit` finds. */
export async function audit({ scene }: Year): Promise<readonly string[]> {
  const { err, out } = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
  if (out === '') return [err]
  return document.parse(JSON.parse(out)).problems.map(({ code, message }) => `${code}: ${message}`)
}

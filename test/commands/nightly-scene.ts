import { nightlyOutput } from '../../src/render/output/nightly.ts'
import { ACCOUNT, BASE } from '../support/book.ts'
import type { ForgeScene } from '../support/forge-scene.ts'

/** Path of the system's file. */
export const SYSTEM = 'grants/systems/aws-prod/system.yaml'

/** The system as these tests have it: what stands in its account beside what the files name is no matter. */
export const QUIET_SYSTEM = `${BASE[SYSTEM] ?? ''}known: [root, role/ci/exporter, role/entitlements/billing-read, role/entitlements/billing-write]\n`

/** One night, and what it said. Throws if it said nothing. */
export async function nightOf(scene: ForgeScene, ...args: readonly string[]) {
  const { status, out, err } = await scene.run('nightly', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...nightlyOutput.parse(JSON.parse(out)) }
}

/** Whether a workload's role may assume an entitlement role now. */
export function roleMay(scene: ForgeScene, role: string, entitlement: string): boolean {
  return scene.sandbox.can({
    account: ACCOUNT,
    principal: `role/ci/${role}`,
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${ACCOUNT}:role/entitlements/${entitlement}`
  }).allowed
}

/** What audit finds wrong with the record that this run's clone holds. */
export async function auditProblems(scene: ForgeScene): Promise<readonly unknown[]> {
  scene.update()
  const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
  if (audit.out === '') throw new Error(audit.err)
  return (JSON.parse(audit.out) as { problems: unknown[] }).problems
}

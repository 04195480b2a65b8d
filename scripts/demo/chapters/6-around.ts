import { assumeRole } from '../access.ts'
import { readApplied } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { ADMIN } from '../forge-world.ts'
import { approve, merge, open, push, update } from '../pulls.ts'
import { REQUEST } from '../request.ts'
import type { Stage } from '../stage.ts'

const GRANT = 'grants/systems/aws-prod/billing-read/heidi.yaml'
const ENTITLEMENT = 'grants/systems/aws-prod/orders-read/entitlement.yaml'
const ERIN = 'grants/systems/aws-prod/logs-read/erin.yaml'
const ORDERS = 'arn:aws:iam::123456789012:role/entitlements/orders-read'
const ADMIN_ROLE = 'arn:aws:iam::123456789012:role/entitlements/billing-admin'

export const around: Chapter = {
  title: 'Around the workflow there is no way',
  play: async (stage) => {
    const { keysOf, read, run, teller, wait, write } = stage
    teller.say('Heidi may push past the branch’s rules, as some administrator always may.')
    await wait(5)
    await write(GRANT, 'reason: Because I can push here directly\nexpires: 2026-11-25\nticket: OPS-1\n')
    await push(stage, ADMIN, 'main', 'Help myself')
    const first = await applied(stage)
    teller.fact(
      'a grant pushed to main is refused: no merged pull request brought it',
      first === 'refused',
      first
    )
    const heidi = await assumeRole(stage, keysOf(REQUEST.account, 'heidi'), REQUEST.role)
    teller.fact(`Heidi gets ${heidi.denied}`, heidi.denied === 'AccessDenied', heidi.arn ?? '')

    await wait(5)
    await write(ENTITLEMENT, (await read(ENTITLEMENT)).replaceAll(ORDERS, ADMIN_ROLE))
    await push(stage, ADMIN, 'main', 'Point orders-read at the administrator’s role')
    const second = await applied(stage)
    teller.fact(
      'an entitlement pointed elsewhere under standing grants: refused too',
      second === 'refused',
      second
    )
    const judy = await assumeRole(stage, keysOf(REQUEST.account, 'judy'), ADMIN_ROLE)
    teller.fact(
      `Judy, who holds it, gets ${judy.denied} there`,
      judy.denied === 'AccessDenied',
      judy.arn ?? ''
    )

    await wait(5)
    const text = await read(ERIN)
    await stage.as('erin').git('checkout', '--quiet', '-b', 'hand-back')
    await stage.as('erin').git('rm', '--quiet', ERIN)
    await push(stage, 'erin', 'hand-back', 'Hand back logs-read')
    const pull = await open(stage, 'erin', 'hand-back', 'Hand back logs-read')
    await approve(stage, 'frank', pull)
    await merge(stage, 'erin', pull)
    const back = readApplied(await run('npx grantbook apply --format json', 0))
    const gone = back.outcomes.some(
      ({ grant, action, state }) => grant === ERIN && action === 'revoke' && state === 'done'
    )
    teller.fact('Erin hands hers back by pull request: revoked', gone, JSON.stringify(back.outcomes))
    await wait(5)
    await write(ERIN, text)
    await push(stage, ADMIN, 'main', 'Restore Erin')
    const third = await applied(stage)
    teller.fact('the very same text again, approved once: spent, and refused', third === 'refused', third)
    await update(stage)
  }
}

/** What apply makes of the newest change on main: `refused` where it fails for that alone. */
async function applied({ run, teller }: Stage): Promise<string> {
  const command = 'npx grantbook apply --format json'
  teller.command(command)
  const { out } = await run(command, 1)
  const { outcomes } = readApplied({ status: 1, out, err: '' })
  const states = new Set(outcomes.map(({ state }) => state))
  states.delete('unchanged')
  return [...states].join(', ')
}

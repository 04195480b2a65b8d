import { writeInstant } from '../../../src/book/instant.ts'
import { TEAMS } from '../world.ts'
import type { Year } from '../year.ts'
import type { YearEvent } from './index.ts'

/** Governance takes up a pull request about access found outside: merges it as it is, or decides on one of its files. */
export const decideOutside: YearEvent = {
  kind: 'decide on access outside',
  perDay: 0.25,
  happen: (year) => {
    const { dice, hands } = year
    const open = hands.openPulls().filter(({ pull }) => pull.headRef.startsWith('grantbook/outside/'))
    if (open.length === 0) return null
    const { pull } = dice.pick(open)
    const changes = hands.changes(pull)
    if (Object.keys(changes).some((path) => year.busy.has(path))) return null
    const files = Object.entries(changes).filter(([, text]) => text?.includes('decision: undecided') === true)
    const decision = dice.pick(['none', 'revoke', 'tolerate'] as const)
    const [path, text] = files.length === 0 ? [] : dice.pick(files)
    const until = Math.floor(year.now / DAY) * DAY + dice.between(20, 60) * DAY
    if (path !== undefined && typeof text === 'string' && decision !== 'none') {
      const written =
        decision === 'revoke'
          ? text.replace('decision: undecided', 'decision: revoke')
          : text
              .replace(
                'decision: undecided',
                `decision: tolerate\nowner: p000\nreason: Needed until it is moved`
              )
              .replace(/^expires: .*$/mu, `expires: ${writeInstant(until).slice(0, 10)}`)
      hands.push('p001', pull.headRef, { [path]: written }, 'Decide')
    }
    for (const one of Object.keys(changes)) year.busy.add(one)
    year.changes.push({
      number: pull.number,
      paths: Object.keys(changes),
      approvers: [TEAMS['access-governance']?.[2] ?? ''],
      due: year.now,
      wanted: () => true,
      effect: () => decided(year, pull.headRef.split('/')[2] ?? '', text ?? '', decision, until + DAY)
    })
    return `#${pull.number} ${decision} ${path ?? ''}`
  }
}

const DAY = 86_400_000

function decided(
  year: Year,
  system: string,
  text: string,
  decision: 'none' | 'revoke' | 'tolerate',
  until: number
): void {
  if (decision === 'none') return
  for (const one of year.outside) {
    if (one.system !== system || !text.includes(`:${one.principal}"`) || !text.includes(one.needle)) continue
    if (decision === 'revoke') one.revokedAt = year.now
    else one.tolerated = until
  }
}

import { dayFrom, grantText } from '../compose.ts'
import { WORKLOADS } from '../world.ts'
import { numberIn } from './request-by-command.ts'
import { ask, awaitMerge } from './request.ts'
import type { YearEvent } from './index.ts'

/** Somebody renews what ends soon or has just ended, by hand or with `grantbook renew`. */
export const renew: YearEvent = {
  kind: 'renew',
  perDay: 0.7,
  happen: async (year) => {
    const { dice, hands, model, now } = year
    const soon = [...model.grants.values()].filter(
      ({ kind, expires, path, subject, from, item }) =>
        kind === 'grant' &&
        item !== 'admin' &&
        (from ?? 0) <= now &&
        Math.abs(expires - now) < 5 * DAY &&
        model.askers(now).includes(subject) &&
        !year.busy.has(path) &&
        !model.unapproved.has(path) &&
        hands.text('main', path) !== null
    )
    if (soon.length === 0) return null
    const grant = dice.pick(soon)
    const { path, subject } = grant
    const end = dayFrom(now, dice.between(10, 40))
    const renewed = { ...grant, from: null, expires: end.at }
    if (WORKLOADS.some(({ id }) => id === subject) || !dice.chance(0.15)) {
      ask(year, subject, { [path]: grantText(grant, end.text, subject) }, [renewed])
      return path
    }
    const args = ['renew', path, '--expires', end.text, '--format', 'json']
    const { err, out, status } = await year.scene.runAs(`${subject}-acme`, ...args)
    if (status !== 0) throw new Error(`renew: ${out}${err}`)
    awaitMerge(year, numberIn(out), [{ ...renewed, from: grant.from }], now)
    return `${path} by command`
  }
}

const DAY = 86_400_000

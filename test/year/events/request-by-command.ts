import { dayFrom, wish } from '../compose.ts'
import { itemOf } from '../model.ts'
import { awaitMerge } from './request.ts'
import type { YearEvent } from './index.ts'

/** Somebody asks with `grantbook request`. */
export const requestByCommand: YearEvent = {
  kind: 'request by command',
  perDay: 0.15,
  happen: async (year) => {
    const wished = wish(year, 'person')
    if (wished === null) return null
    const { by, item, system, subject } = wished
    const end = dayFrom(year.now, year.dice.between(4, 20))
    const ticket = itemOf(item).risk === 'high' ? ['--ticket', 'OPS-1'] : []
    const what = ['--subject', subject, '--entitlement', `${system}/${item}`, '--expires', end.text]
    const why = ['--reason', 'Needed for the work of this quarter', ...ticket]
    const args = ['request', ...what, ...why, '--yes', '--format', 'json']
    const { err, out, status } = await year.scene.runAs(`${by}-acme`, ...args)
    if (status !== 0) throw new Error(`request: ${out}${err}`)
    const number = numberIn(out)
    awaitMerge(year, number, [{ ...wished, from: null, expires: end.at }], year.now)
    return wished.path
  }
}

/** The number of the pull request that a command opened. */
export function numberIn(out: string): number {
  const found: unknown = JSON.parse(out)
  const pull = new Map(Object.entries(found ?? {})).get('pull')
  if (typeof pull !== 'number') throw new Error(`no pull request: ${out}`)
  return pull
}

import { expect, test } from 'vitest'
import { audit } from './invariants/audit-clean.ts'
import { start, stop } from './proto.ts'
import { readFileSync } from 'node:fs'
import { Year } from './year.ts'

const cpu = () => {
  const f = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return [11, 12, 13, 14].map((i) => Number(f[i]) * 10)
}
const FULL = process.env['GRANTBOOK_FULL'] === '1'
const SEEDS = FULL ? [1, 2] : [Number(process.env['SEED'] ?? 1)]
const DAYS = Number(process.env['DAYS'] ?? (FULL ? 365 : 45))

test.each(SEEDS)(
  'a year of days, seed %i: every morning everything holds',
  async (seed) => {
    const year = await Year.open(seed)
    try {
      const wrong: string[] = []
      for (let day = 0; day < DAYS && wrong.length === 0; day++) {
        const t = performance.now()
        const c = cpu()
        start()
        wrong.push(...(await year.live()))
        const p = stop()
        if (process.env['SHOW'])
          console.log(
            p
              .slice(0, 40)
              .map(([k, v]) => `${v.n} ${k}`)
              .join('\n')
          )
        console.log(
          day,
          'wall',
          Math.round(performance.now() - t),
          'cpu',
          cpu()
            .map((x, i) => Math.round(x - c[i]!))
            .join(' '),
          'processes',
          p.reduce((a, [, v]) => a + v.n, 0),
          year.model.grants.size,
          year.told.length
        )
      }
      if (wrong.length === 0) wrong.push(...(await audit(year)))
      if (wrong.length > 0)
        console.log(
          year.diary.slice(-40).join('\n'),
          '\n',
          JSON.stringify(year.lastTold, null, 1).slice(0, 6000)
        )
      console.log([...year.counts].map(([kind, n]) => `${n} × ${kind}`).join(', '))
      expect(wrong).toEqual([])
    } finally {
      await year.close()
    }
  },
  600_000
)

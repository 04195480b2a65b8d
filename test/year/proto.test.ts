import { start, stop } from './proto.ts'
import { test } from 'vitest'
import { YearScene } from './scene.ts'
const lap = async (name: string, f: () => Promise<any>) => {
  const t = performance.now()
  const u = process.cpuUsage()
  start()
  const r = await f()
  const ms = performance.now() - t
  const c = process.cpuUsage(u)
  console.log(
    name,
    Math.round(ms),
    'cpu',
    Math.round(c.user / 1000),
    Math.round(c.system / 1000),
    JSON.stringify(
      stop().map(([k, v]) => `${v.n} ${k} ${Math.round(v.ms)}ms`),
      null,
      1
    )
  )
  return r
}
test('proto', async () => {
  const scene = (await lap('open', () => YearScene.open())) as YearScene
  const calls = () => {
    const m = new Map<string, number>()
    for (const c of scene.sandbox.calls()) {
      const k = `${c.service}:${c.operation}`
      m.set(k, (m.get(k) ?? 0) + 1)
    }
    scene.sandbox.clearCalls()
    console.log(
      [...m]
        .sort((a, b) => b[1] - a[1])
        .map(([k, n]) => `${n} ${k}`)
        .join(', ')
    )
  }
  calls()
  const show = (r: any) => console.log(r.status, r.out.slice(0, 1500), r.err.slice(0, 1500))
  show(await lap('apply', () => scene.run('apply')))
  calls()
  show(await lap('nightly', () => scene.run('nightly')))
  calls()
  scene.wait(24 * 60)
  show(await lap('nightly2', () => scene.run('nightly')))
  calls()
  show(
    await lap('request', () =>
      scene.runAs(
        'p050-acme',
        'request',
        '--subject',
        'p050',
        '--entitlement',
        `${['gold', 'iron', 'zinc'][50 % 3]}/read`,
        '--expires',
        '14d',
        '--reason',
        'A good reason',
        '--yes'
      )
    )
  )
  calls()
  await scene.close()
}, 600000)

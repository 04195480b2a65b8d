import { start, stop } from './proto.ts'
import { test } from 'vitest'
import { Session } from 'node:inspector/promises'
import { writeFileSync, readFileSync } from 'node:fs'
const kids = () => {
  const f = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return [Number(f[13]) * 10, Number(f[14]) * 10] as const
}
import { YearScene } from './scene.ts'
test('proto', async () => {
  const scene = await YearScene.open()
  for (let n = 0; n < 6; n++) {
    scene.wait(24 * 60)
    await scene.run('apply')
    await scene.run('nightly')
  }
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  for (const what of ['nightly', 'apply']) {
    const u = process.cpuUsage()
    const k = kids()
    const t = performance.now()
    start()
    for (let n = 0; n < 8; n++) {
      scene.wait(24 * 60)
      await scene.run(what)
    }
    const c = process.cpuUsage(u)
    console.log(
      what,
      'each wall',
      (performance.now() - t) / 8,
      'cpu',
      c.user / 8000,
      c.system / 8000,
      'kids',
      (kids()[0] - k[0]) / 8,
      (kids()[1] - k[1]) / 8,
      'processes',
      stop().reduce((a, [, v]) => a + v.n, 0) / 8
    )
  }
  const { profile } = await session.post('Profiler.stop')
  writeFileSync('/tmp/year.cpuprofile', JSON.stringify(profile))
  await scene.close()
}, 600000)

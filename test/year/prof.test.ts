import { test } from 'vitest'
import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { Year } from './year.ts'
test('prof', async () => {
  const year = await Year.open(1)
  for (let n = 0; n < 4; n++) await year.live()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  for (let n = 0; n < 5; n++) await year.live()
  const { profile } = await session.post('Profiler.stop')
  writeFileSync('/tmp/year.cpuprofile', JSON.stringify(profile))
  console.log(
    execFileSync('git', ['-C', year.hands.git.dir, 'log', '--format=%cI %s', '-40', 'refs/heads/evidence'], {
      encoding: 'utf8'
    })
  )
  await year.close()
}, 600000)

import { expect, test } from 'vitest'
import { at, BASE, grant, grantPath } from '../support/book.ts'
import { inScene, told } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const FILE = `events/${PATH}.jsonl`

test('a record that can’t be read grows by what happens, not with every run', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const whole = scene.repository.evidence()[FILE] ?? ''
    scene.repository.forge(FILE, `${whole}{"event":"issued"}\n`)
    const events = () => scene.repository.evidence()[FILE]?.split('\n').length
    expect([told(await scene.apply()), events()]).toEqual([['held grant aws-prod/billing-read/alice'], 4])
    await scene.apply()
    expect(events()).toBe(4)
    scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
    expect([told(await scene.apply()), events()]).toEqual([['done revoke aws-prod/billing-read/alice'], 5])
    expect([told(await scene.apply()), events()]).toEqual([[], 5])
  })
})

test('a line that was cut in the middle of its writing spoils one more line and no further one', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    scene.repository.forge(FILE, (scene.repository.evidence()[FILE] ?? '').slice(0, -20))
    const counts: number[] = []
    for (let run = 0; run < 4; run++) {
      await scene.apply()
      counts.push((scene.repository.evidence()[FILE] ?? '').split('\n').length - 1)
    }
    expect(counts).toEqual([1, 2, 2, 2])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  })
})

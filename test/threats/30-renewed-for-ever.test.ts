import { expect, test } from 'vitest'
import { at, BASE, entitlement, grant, type Files } from '../support/book.ts'
import { inScene, told, type Scene } from '../support/scene.ts'

const FOLDER = 'grants/emergency/aws-prod/billing-read'
const EMERGENCY = `${FOLDER}/alice.yaml`
const FILES: Files = {
  ...BASE,
  'grants/systems/aws-prod/billing-read/entitlement.yaml': `${entitlement('billing-read')}emergency: {approvers: ["@acme/on-call"], maxDuration: 2h}\n`
}
const INCIDENT = (number: number): string => `incident: INC-${number}\n`
const review = (start: string) => `grants/retrospectives/aws-prod/billing-read/alice.${start}.yaml`
const REVIEW = 'incident: INC-1\nhappened: Refunds failed\ndone: Restarted it\nverdict: accepted\n'

/** Lets everybody who must approve approve these files at an instant, and applies. */
async function merged(scene: Scene, time: string, more: Files): Promise<readonly string[]> {
  scene.sandbox.clock.set(at(`2026-11-20T${time}:00Z`))
  scene.repository.commit({ ...FILES, ...more })
  return told(await scene.applyMerged()).filter((line) => !line.startsWith('unchanged'))
}

const codes = (scene: Scene, path: string) =>
  scene.repository.events(path).flatMap(({ event, code }) => (event === 'held' ? [code] : []))
const holds = (scene: Scene, time: string) =>
  scene.mayAssume('alice', 'billing-read', at(`2026-11-20T${time}:00Z`))
const until = (end: string, incident = 1) => grant(`2026-11-20T${end}:00Z`, INCIDENT(incident))

const GIVEN = ['done grant emergency/aws-prod/billing-read/alice']

test('renewed once is enough: the next end is not taken over, whatever the file is made of', async () => {
  await inScene(FILES, async (scene) => {
    await scene.applyMerged()
    expect(await merged(scene, '09:00', { [EMERGENCY]: until('10:30') })).toEqual(GIVEN)
    expect(await merged(scene, '10:00', { [EMERGENCY]: until('11:30') })).toEqual([
      'done extend emergency/aws-prod/billing-read/alice'
    ])
    // Longer, in the same file.
    await merged(scene, '11:00', { [EMERGENCY]: until('12:30') })
    expect([codes(scene, EMERGENCY), holds(scene, '11:29'), holds(scene, '11:30')]).toEqual([
      ['emergency-renewals'],
      true,
      false
    ])
    // Shorter is less, and always taken over.
    expect(await merged(scene, '11:15', { [EMERGENCY]: until('11:20') })).toContain(
      'done shorten emergency/aws-prod/billing-read/alice'
    )
    // Deleted, and asked for again after a while, of another incident and in a folder.
    const beside = `${FOLDER}/more/alice.yaml`
    await merged(scene, '12:00', { [beside]: until('13:00', 3) })
    expect([codes(scene, beside), holds(scene, '12:30')]).toEqual([['emergency-renewals'], false])
  })
})

test('a review counts from its merge on, if all of it had ended by then, and for good', async () => {
  await inScene(FILES, async (scene) => {
    await scene.applyMerged()
    await merged(scene, '09:00', { [EMERGENCY]: until('10:00') })
    // Written while it goes on, by whoever wants no questions later.
    const early = { [review('20261120T0900Z')]: REVIEW }
    await merged(scene, '09:30', { [EMERGENCY]: until('10:00'), ...early })
    expect(scene.repository.events(EMERGENCY).some(({ event }) => event === 'reviewed')).toBe(false)
    await merged(scene, '09:40', { [EMERGENCY]: until('10:30'), ...early })
    await merged(scene, '10:20', { [EMERGENCY]: until('11:00'), ...early })
    expect([codes(scene, EMERGENCY), holds(scene, '10:30')]).toEqual([['emergency-renewals'], false])
    // After its end the same file, looked at again, counts; a review of another time never does.
    await merged(scene, '10:40', { ...early, [review('20261119T0900Z')]: REVIEW })
    expect(scene.repository.events(EMERGENCY).at(-1)).toMatchObject({ event: 'revoked' })
    await merged(scene, '10:50', { [review('20261120T0900Z')]: `# again\n${REVIEW}` })
    expect(scene.repository.events(EMERGENCY).at(-1)).toMatchObject({
      event: 'reviewed',
      verdict: 'accepted',
      from: '2026-11-20T09:00:00Z',
      until: '2026-11-20T10:30:00Z'
    })
    // Reviewed is reviewed, though its file be gone.
    expect(await merged(scene, '11:00', { [EMERGENCY]: until('12:00', 2) })).toEqual(GIVEN)
  })
})

test('overdue, there is no other emergency, though the first one’s file was taken away early', async () => {
  const logs = 'grants/systems/aws-prod/logs-read/entitlement.yaml'
  const files = {
    ...FILES,
    [logs]: `${FILES[logs] ?? ''}emergency: {approvers: ["@acme/on-call"], maxDuration: 2h}\n`
  }
  const other = 'grants/emergency/aws-prod/logs-read/alice.yaml'
  await inScene(files, async (scene) => {
    await scene.applyMerged()
    await merged(scene, '09:00', { [logs]: files[logs] ?? '', [EMERGENCY]: until('11:00') })
    await merged(scene, '09:10', { [logs]: files[logs] ?? '' })
    expect(scene.repository.events(EMERGENCY).at(-1)).toMatchObject({ event: 'revoked' })
    const asks = { ...files, [other]: grant('2026-11-23T10:00:00Z', INCIDENT(2)) }
    scene.sandbox.clock.set(at('2026-11-23T09:20:00Z'))
    scene.repository.commit(asks)
    await scene.applyMerged()
    expect(codes(scene, other)).toEqual(['emergency-blocked'])
    scene.writes()
    // Where it was merged before, but is judged only now, it isn't issued either.
    scene.repository.commit({ ...asks, [other]: grant('2026-11-23T10:10:00Z', INCIDENT(3)) })
    expect(told(await scene.apply())).toContain('refused grant emergency/aws-prod/logs-read/alice')
    expect(scene.writes()).not.toContain('PutUserPolicy')
  })
})

test('pushed past the rules, none is issued at all', async () => {
  await inScene(FILES, async (scene) => {
    await scene.applyMerged()
    scene.writes()
    scene.repository.commit({ ...FILES, [EMERGENCY]: until('10:30') })
    await scene.applyPushed()
    expect([scene.writes(), scene.mayAssume('alice', 'billing-read')]).toEqual([[], false])
  })
})

import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { environmentOf, run } from '../support/repository.ts'
import { inScene } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
/** Put together here, so that no scanner takes this file for a leak. */
const SECRETS = {
  'an AWS access key': ['AKIA', 'IOSFODNN7EXAMPL2'].join(''),
  'a GitHub token': `ghp_${'a1B2'.repeat(9)}`,
  'a private key': ['-----BEGIN ', 'PRIVATE KEY-----'].join('')
}

const MERGED = { arrival: 'merged' } as const

// What was refused before fails no run again: the second apply ends with 0.
const COMMANDS = [
  ['validate', 1],
  ['validate --format json', 1],
  ['validate --format github', 1],
  ['validate --format sarif', 1],
  ['plan --head HEAD', 1],
  ['plan --head HEAD --format json', 1],
  ['plan --head HEAD --format markdown', 1],
  ['apply', 1],
  ['apply --format json', 0]
] as const

test.each(Object.entries(SECRETS))(
  'a file that holds %s is refused, and nobody prints it',
  async (_, secret) => {
    const files = { ...BASE, [PATH]: grant('2026-12-14', `ticket: ${JSON.stringify(secret)}\n`) }
    await inScene(BASE, async (scene) => {
      await scene.apply()
      scene.repository.commit(files)
      for (const [command, wanted] of COMMANDS) {
        const { status, out, err } = await run(scene.repository, scene.sandbox, command.split(' '), MERGED)
        expect(`${command} ${status}`).toBe(`${command} ${wanted}`)
        expect(out + err).not.toContain(secret)
      }
      expect(scene.writes()).toEqual([])
      expect(JSON.stringify(scene.repository.evidence())).not.toContain(secret)
    })
  }
)

test('keys of ours are in no message, no log and no record, whatever goes wrong', async () => {
  await inScene({ ...BASE, [PATH]: grant('2026-12-14') }, async ({ repository, sandbox }) => {
    const environment = environmentOf(sandbox)
    const secret = environment['AWS_SECRET_ACCESS_KEY'] ?? ''
    const wrong = { ...environment, AWS_SECRET_ACCESS_KEY: `${secret.slice(0, -4)}AAAA` }
    const told: string[] = []
    for (const [kind, env] of [
      ['denied', environment],
      ['error-before', environment],
      ['drop-before', environment],
      ['throttle', environment],
      [null, wrong]
    ] as const) {
      sandbox.setFaults(kind === null ? [] : [{ service: 'iam', kind, times: 100 }])
      for (const command of ['plan', 'apply']) {
        const { status, out, err } = await run(repository, sandbox, [command], { environment: env })
        expect(`${kind} ${command} ${status > 0}`).toBe(`${kind} ${command} true`)
        told.push(out, err)
      }
    }
    sandbox.setFaults([])
    const all = told.join('') + JSON.stringify(repository.evidence())
    expect(all).not.toContain(secret)
    expect(all).not.toContain(wrong.AWS_SECRET_ACCESS_KEY)
    expect(all).not.toMatch(/Signature=|Credential=|x-amz-security-token/iu)
  })
})

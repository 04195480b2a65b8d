import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signerOf } from '../../src/evidence/signer-key.ts'
import { BASE } from '../support/book.ts'
import { Repository, run, type Ran } from '../support/repository.ts'

let repository: Repository
/** A folder beside a repository. */
let folder: string

beforeAll(() => {
  repository = new Repository()
  repository.commit(BASE)
  folder = join(repository.root, '.git', 'keys')
  mkdirSync(folder)
})

afterAll(() => repository.remove())

function keygen(...args: readonly string[]): Promise<Ran> {
  return run(repository, null, ['keygen', ...args])
}

test('the private half goes into a file that only its owner may read, the public half is printed', async () => {
  const file = join(folder, 'key.pem')
  const before = process.umask(0)
  const ran = await keygen('--out', file, '--format', 'json').finally(() => process.umask(before))
  const signer = signerOf(readFileSync(file, 'utf8'))
  const line = `${signer.publicKey} grantbook-2026-11-20`
  expect([ran.status, JSON.parse(ran.out)]).toEqual([0, { format: 1, ok: true, signer: line }])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(execFileSync('git', ['-C', repository.root, 'status', '--porcelain'], { encoding: 'utf8' })).toBe('')
  const secret = readFileSync(file, 'utf8').split('\n')[1] ?? ''
  expect(secret.length).toBe(64)
  expect(ran.out + ran.err).not.toContain(secret)
  const again = await keygen('--out', file)
  expect([again.status, again.out]).toEqual([2, ''])
  expect(again.err).toContain('it exists, and nothing is overwritten')
  expect(signerOf(readFileSync(file, 'utf8')).publicKey).toBe(signer.publicKey)
})

test('the settings take the line that is printed', async () => {
  const ran = await keygen('--out', join(folder, 'settings.pem'))
  const line = ran.out.split('\n')[0] ?? ''
  const settings = (BASE['grants/grantbook.yaml'] ?? '').replace(/signers: \[.*?\]/u, `signers: ["${line}"]`)
  repository.commit({ ...BASE, 'grants/grantbook.yaml': settings })
  const validated = await run(repository, null, ['validate', '--head', 'HEAD', '--format', 'json'])
  expect(validated.out).not.toContain('grantbook.yaml')
})

test('a link is never followed, and standard output is no file', async () => {
  const aim = join(folder, 'aim')
  symlinkSync(aim, join(folder, 'link.pem'))
  expect((await keygen('--out', join(folder, 'link.pem'))).status).toBe(2)
  expect(statSync(aim, { throwIfNoEntry: false })).toBe(undefined)
  writeFileSync(aim, 'mine')
  expect((await keygen('--out', join(folder, 'link.pem'))).status).toBe(2)
  expect(readFileSync(aim, 'utf8')).toBe('mine')
  for (const args of [
    ['--out', '-'],
    ['--out', ''],
    [],
    ['--out', join(folder, 'none', 'key.pem')],
    ['key.pem']
  ]) {
    const ran = await keygen(...args)
    expect([args, ran.status, ran.out]).toEqual([args, 2, ''])
  }
})

test('a key inside the repository is warned of', async () => {
  const ran = await keygen('--out', 'key.pem')
  expect([ran.status, ran.err]).toEqual([
    0,
    'key.pem lies inside the repository. Move it away before anybody commits it.\n'
  ])
})

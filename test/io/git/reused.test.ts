import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ObjectReader } from '../../../src/io/git/cat-file.ts'
import { keep, KEPT_MAIN } from '../../../src/io/git/kept-refs.ts'
import { treeListing } from '../../../src/io/git/tree.ts'
import { Repository } from '../../support/repository.ts'

const ALICE = 'grants/people/alice.yaml'

let repository: Repository
let other: Repository
beforeEach(() => {
  repository = new Repository()
  other = new Repository()
})
afterEach(() => {
  repository.remove()
  other.remove()
})

/** Puts the other repository in this one's place. */
function exchange(): void {
  renameSync(join(repository.root, '.git'), join(repository.root, '.git-before'))
  renameSync(join(other.root, '.git'), join(repository.root, '.git'))
}

async function read(id: string): Promise<string | undefined> {
  const reader = new ObjectReader(repository.root)
  try {
    return (await reader.read([id])).get(id)?.toString()
  } finally {
    reader.close()
  }
}

describe('what is used again', () => {
  test('a reader sees what came after the one whose process it goes on with', async () => {
    repository.commit({ [ALICE]: 'one' })
    expect(await read(repository.git('rev-parse', `HEAD:${ALICE}`).trim())).toBe('one')
    repository.commit({ [ALICE]: 'two' })
    const id = repository.git('rev-parse', `HEAD:${ALICE}`).trim()
    expect(await read(id)).toBe('two')
    repository.git('repack', '-q', '-a', '-d')
    repository.commit({ [ALICE]: 'three' })
    repository.git('repack', '-q', '-a', '-d')
    expect(await read(repository.git('rev-parse', `HEAD:${ALICE}`).trim())).toBe('three')
    expect(await read(id)).toBe('two')
  })

  test('neither process nor answer is of another repository at the same path', async () => {
    const commit = repository.commit({ [ALICE]: 'one' })
    const id = repository.git('rev-parse', `HEAD:${ALICE}`).trim()
    other.commit({ [ALICE]: 'other' })
    expect(await read(id)).toBe('one')
    expect([...(await treeListing(repository.root, commit)).entries.keys()]).toEqual([ALICE])
    exchange()
    expect(await read(id)).toBeUndefined()
    await expect(treeListing(repository.root, commit)).rejects.toThrow('git ls-tree failed')
  })

  test('a reader that is closed in the middle of an answer leaves nothing of it to the next one', async () => {
    repository.commit({ [ALICE]: 'x'.repeat(200_000), 'grants/people/bob.yaml': 'bob' })
    const [alice = '', bob = ''] = [ALICE, 'grants/people/bob.yaml'].map((path) =>
      repository.git('rev-parse', `HEAD:${path}`).trim()
    )
    const reader = new ObjectReader(repository.root)
    const cut = async (): Promise<void> => {
      // By then it has asked and git has not answered.
      await Promise.resolve()
      await Promise.resolve()
      reader.close()
    }
    const [answer] = await Promise.allSettled([reader.read([alice]), cut()])
    expect(answer.status).toBe('rejected')
    expect(await read(bob)).toBe('bob')
  })

  test('a ref is kept where it should stand, packed or not', async () => {
    const first = repository.commit({ [ALICE]: 'one' })
    const second = repository.commit({ [ALICE]: 'two' })
    const stands = (): string => repository.git('rev-parse', KEPT_MAIN).trim()
    for (const id of [first, first, second, first]) {
      await keep(repository.root, KEPT_MAIN, id)
      expect(stands()).toBe(id)
    }
    repository.git('pack-refs', '--all')
    await keep(repository.root, KEPT_MAIN, second)
    expect(stands()).toBe(second)
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { generateCodeowners } from '../../../src/approval/codeowners/generate.ts'
import { BASE, bookOf, entitlement, grant, grantPath, type Files } from '../../support/book.ts'
import { Repository } from '../../support/repository.ts'
import { branchOf, type Branch } from './pull-scene.ts'

const repository = new Repository()
afterAll(() => repository.remove())

const ALICE = grantPath('billing-read', 'alice')
const BOB = grantPath('billing-read', 'bob')
const READ = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
const OWNED: Files = { ...BASE, '.github/CODEOWNERS': generateCodeowners(bookOf(BASE).book) ?? '' }

async function told<T>(branch: Promise<Branch>, tell: (branch: Branch) => T): Promise<T> {
  const one = await branch
  one.change.after.close()
  one.approved.source.close()
  return tell(one)
}

const changes = ({ change }: Branch) =>
  change.changes.map(({ action, subject, risk }) => [action, subject, risk])
const problems = ({ change }: Branch) => change.problems.map(({ file, code }) => [file, code])

describe('what a pull request changes', () => {
  it('is told with the tier of what is given', async () => {
    const head = { ...BASE, [ALICE]: grant('2026-12-14') }
    expect(await told(branchOf(repository, BASE, head), changes)).toEqual([['grant', 'alice', 'medium']])
  })

  it('is told by the tier that it had, where what it was given by goes too', async () => {
    const { [READ]: _gone, ...head } = BASE
    const base = { ...BASE, [ALICE]: grant('2026-12-14') }
    expect(await told(branchOf(repository, base, head), changes)).toEqual([['revoke', 'alice', 'medium']])
  })

  it('is told by the tier that it gets', async () => {
    const base = { ...BASE, [ALICE]: grant('2026-12-14') }
    const high = entitlement('billing-read').replace('risk: medium', 'risk: low')
    const head = { ...base, [READ]: high, [BOB]: grant('2026-12-14') }
    expect(await told(branchOf(repository, base, head), changes)).toEqual([['grant', 'bob', 'low']])
  })

  it('holds for the approved tree with its files, and for nothing that main has besides', async () => {
    const tip = { ...BASE, [BOB]: grant('2026-12-14') }
    const head = { ...BASE, [ALICE]: grant('2026-12-14') }
    const found = await told(branchOf(repository, BASE, head, tip), ({ change, approved }) => [
      change.after.tree.entries.has(ALICE),
      approved.source.tree.entries.has(ALICE),
      change.after.tree.entries.has(BOB)
    ])
    expect(found).toEqual([true, false, true])
  })
})

describe('what is wrong with it', () => {
  it('is what it brings, and not what was there', async () => {
    const base = { ...BASE, [grantPath('billing-read', 'nobody')]: grant('2026-12-14') }
    const head = {
      ...base,
      [grantPath('billing-read', 'nobody')]: grant('2026-12-15'),
      [grantPath('billing-read', 'noone')]: grant('2026-12-14')
    }
    expect(await told(branchOf(repository, base, head), problems)).toEqual([
      [grantPath('billing-read', 'noone'), 'subject-unknown']
    ])
  })

  it('is what lasts too long, if it says so now', async () => {
    const base = { ...BASE, [ALICE]: grant('2028-12-14') }
    const head = { ...base, [BOB]: grant('2028-12-14') }
    expect(await told(branchOf(repository, base, head), problems)).toEqual([[BOB, 'expires-too-far']])
  })

  it('is what would be refused for it too', async () => {
    const head = {
      ...BASE,
      [grantPath('billing-read', 'noone')]: grant('2026-12-14'),
      [ALICE]: grant('2026-12-14')
    }
    const refused = ({ change }: Branch) => change.refused.map(({ grant: file, code }) => [file, code])
    expect(await told(branchOf(repository, BASE, head), refused)).toEqual([
      [grantPath('billing-read', 'noone'), 'subject-unknown']
    ])
  })

  it('in conflict with main is that alone', async () => {
    const base = { ...BASE, [ALICE]: grant('2026-12-14') }
    const tip = { ...base, [ALICE]: grant('2026-12-15') }
    const head = { ...base, [ALICE]: 'nonsense: true\n' }
    expect(await told(branchOf(repository, base, head, tip), problems)).toEqual([[ALICE, 'merge-conflict']])
  })

  it('is a CODEOWNERS that it leaves behind', async () => {
    const owners = entitlement('billing-read').replace('@acme/billing', '@acme/finance')
    const stale: Files = { ...OWNED, [READ]: owners }
    const { '.github/CODEOWNERS': _was, ...book } = stale
    const mended = { ...stale, '.github/CODEOWNERS': generateCodeowners(bookOf(book).book) ?? '' }
    expect(await told(branchOf(repository, OWNED, stale), problems)).toEqual([
      ['.github/CODEOWNERS', 'codeowners-stale']
    ])
    expect(await told(branchOf(repository, OWNED, mended), problems)).toEqual([])
  })

  it('is no CODEOWNERS that was wrong before, nor one that it doesn’t concern', async () => {
    const wrong = { ...OWNED, '.github/CODEOWNERS': '* @acme/nobody\n' }
    const owners = entitlement('billing-read').replace('@acme/billing', '@acme/finance')
    expect(await told(branchOf(repository, wrong, { ...wrong, [READ]: owners }), problems)).toEqual([])
    expect(
      await told(branchOf(repository, wrong, { ...wrong, [ALICE]: grant('2026-12-14') }), problems)
    ).toEqual([])
  })
})

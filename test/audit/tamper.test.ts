import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/approval/facts.ts'
import {
  objectId,
  readCommitObject,
  signCommitObject,
  writeCommitObject
} from '../../src/evidence/commit-object.ts'
import { judgeStep } from '../../src/evidence/verify.ts'
import type { ChainState } from '../../src/evidence/chain.ts'
import { Auditor } from '../../src/evidence/audit/auditor.ts'
import { CORES } from '../../src/commands/connectors.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { auditHistory, codes, stepsOf, type History } from './history.ts'
import { begun, DAY, finished, FIRST, held, HOUR, landApproved, T0, wholeStory } from './story.ts'

// Whoever may write the branch, or the store that holds it, changes it in every way there is. The sample record is
// whole: genesis, a request, its approval, issuance, shortening, revocation.

const history = wholeStory()
const { objects, commits } = history
const main = history.mainLine()
const mainTrees = new Map(history.main.map(({ commit, files }) => [commit, objects.tree(files)]))
const pristine = commits.map((id) => ({
  id,
  object: objects.get(id),
  tree: readCommitObject(objects.get(id))?.tree ?? ''
}))

/** Number of problems of a branch, up to its first ones. */
function problemsOf(branch: readonly string[]): number {
  const auditor = new Auditor({ signer: null, main, connector: (name) => CORES.get(name) ?? null })
  for (const step of stepsOf(objects, branch, mainTrees)) {
    auditor.step(step)
    if (auditor.count > 0) return auditor.count
  }
  return auditor.finish().count
}

/**
 * The branch with other files in one of its commits. What comes after it is put upon it again as it was, each commit with
 * its old signature, for the key is not the forger's; or with none, or with his own.
 */
function rewritten(
  index: number,
  change: (files: Map<string, { mode: string; blob: string }>) => void,
  sign: 'old' | 'none' | 'foreign' = 'old'
): readonly string[] {
  const files = new Map(objects.files(pristine[index]?.tree ?? ''))
  change(files)
  return upon(
    commits.slice(0, index),
    [objects.tree(files), ...pristine.slice(index + 1).map(({ tree }) => tree)],
    index,
    sign
  )
}

/** Puts trees upon a branch, with the dates, words and signatures of the commits that had their place. */
function upon(
  branch: readonly string[],
  trees: readonly string[],
  from: number,
  sign: 'old' | 'none' | 'foreign'
): readonly string[] {
  const made = [...branch]
  for (const [offset, tree] of trees.entries()) {
    const was = readCommitObject(pristine[from + offset]?.object ?? new Uint8Array())
    const bare = writeCommitObject(tree, made.at(-1) ?? null, was?.committer ?? '', was?.message ?? '')
    const foreign = testSigner(7)
    const signature = sign === 'old' ? was?.signature : sign === 'foreign' ? foreign.sign(bare) : null
    made.push(objects.put('commit', signature ? signCommitObject(bare, signature) : bare))
  }
  return made
}

/** Every file that a commit added or changed, with its content. */
function touched(index: number): readonly (readonly [path: string, bytes: Buffer])[] {
  const before =
    index === 0 ? new Map<string, { blob: string }>() : objects.files(pristine[index - 1]?.tree ?? '')
  return [...objects.files(pristine[index]?.tree ?? '')].flatMap(([path, { blob }]) =>
    before.get(path)?.blob === blob ? [] : [[path, Buffer.from(objects.get(blob))] as const]
  )
}

const ALL = pristine.map((_, index) => index)

test('the record itself is in order', () => {
  expect(problemsOf(commits)).toBe(0)
})

/** Each step as it is, with what is known before it: an audit judges it by nothing else, so one step tells. */
const steps = (() => {
  const forms = new Map<string, Form | null>()
  let state: ChainState = { head: null, signers: new Set<string>(), form: () => null }
  return [...stepsOf(objects, commits, mainTrees)].map((step) => {
    const known = new Map(forms)
    const before: ChainState = { ...state, form: (path) => known.get(path) ?? null }
    for (const { path, after } of step.changes)
      if (path.startsWith('approved/')) forms.set(path.slice('approved/'.length), after)
    state = { ...state, head: step.id, signers: judgeStep(before, step).signers }
    return { before, step }
  })
})()

/** Every byte with GRANTBOOK_FULL=1; else every fourth, others in each commit. */
const STEP = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 4

/** All places of these bytes, from the first on, at which one changed bit goes unseen. */
function unseen(bytes: Uint8Array, first: number, problems: (other: Buffer) => number): readonly number[] {
  const missed: number[] = []
  const other = Buffer.from(bytes)
  for (let at = first % STEP; at < other.length; at += STEP) {
    other[at] = (other[at] ?? 0) ^ 1
    if (problems(other) === 0) missed.push(at)
    other[at] = (other[at] ?? 0) ^ 1
  }
  return missed
}

describe('every changed byte is detected', () => {
  test.each(ALL)('of every file that commit %i touched, all ids made anew', (index) => {
    const { before, step } = steps[index] ?? {}
    if (!before || !step) throw new Error('no step')
    let seen = 0
    for (const [path, bytes] of touched(index)) {
      const missed = unseen(bytes, index, (other) => {
        seen++
        const blob = objectId('blob', other, step.id)
        const changes = step.changes.map((change) =>
          change.path === path ? { ...change, after: { mode: '100644', blob } } : change
        )
        const content = (id: string) => (id === blob ? other : step.content(id))
        // Another file is another tree, whichever: its id stands in the commit, whose signature is the old one.
        const object = Buffer.from(
          Buffer.from(step.object)
            .toString('latin1')
            .replace(/^tree \w{40}/u, `tree ${blob}`),
          'latin1'
        )
        const genesis =
          step.genesis && path.startsWith('approved/') ? { ...step.genesis, own: blob } : step.genesis
        return judgeStep(before, {
          id: objectId('commit', object, step.id),
          object,
          changes,
          content,
          genesis
        }).problems.length
      })
      expect([path, missed]).toEqual([path, []])
    }
    expect(seen).toBeGreaterThan(500 / STEP)
  })

  test.each(ALL)('of the object of commit %i, its id made anew or kept', (index) => {
    const { before, step } = steps[index] ?? {}
    if (!before || !step) throw new Error('no step')
    expect(judgeStep(before, step).problems).toEqual([])
    const anew = (object: Buffer) =>
      judgeStep(before, { ...step, id: objectId('commit', object, step.id), object })
    expect(unseen(step.object, index, (object) => anew(object).problems.length)).toEqual([])
    expect(
      unseen(step.object, index, (object) => judgeStep(before, { ...step, object }).problems.length)
    ).toEqual([])
  })

  test('and whatever a step’s rules tell, the audit tells', () => {
    const branch = rewritten(2, (files) =>
      files.set('README.md', { mode: '100644', blob: objects.text('x') })
    )
    const audited = auditHistory(history, { commits: branch })
    expect(codes(audited).slice(0, 2)).toEqual(['path', 'signature'])
  })
})

describe('every line', () => {
  const places = ALL.flatMap((index) =>
    touched(index).flatMap(([path, bytes]) => {
      if (path.startsWith('approved/')) return []
      const lines = bytes.toString('utf8').split('\n').slice(0, -1)
      return lines.map((_, line) => ({ index, path, lines, line }))
    })
  )
  const withLines = (index: number, path: string, lines: readonly string[]) =>
    rewritten(index, (files) => {
      const text = lines.map((line) => `${line}\n`).join('')
      files.set(path, { mode: '100644', blob: objects.text(text) })
    })

  test('is seen to be dropped', () => {
    expect(places.length).toBe(36)
    const missed = places.filter(
      ({ index, path, lines, line }) => problemsOf(withLines(index, path, lines.toSpliced(line, 1))) === 0
    )
    expect(missed).toEqual([])
  })

  test('is seen if it stands twice', () => {
    const missed = places.filter(
      ({ index, path, lines, line }) =>
        problemsOf(withLines(index, path, lines.toSpliced(line, 0, lines[line] ?? ''))) === 0
    )
    expect(missed).toEqual([])
  })

  test('is seen if it is swapped with any other', () => {
    const missed = places.flatMap(({ index, path, lines, line }) =>
      lines.flatMap((other, to) => {
        if (to <= line) return []
        const swapped = lines.with(line, other).with(to, lines[line] ?? '')
        return problemsOf(withLines(index, path, swapped)) === 0 ? [`${index} ${path} ${line} ${to}`] : []
      })
    )
    expect(missed).toEqual([])
  })
})

describe('every history that is', () => {
  test.each(ALL)('unsigned from commit %i on', (index) => {
    expect(problemsOf(rewritten(index, () => undefined, 'none'))).toBeGreaterThan(0)
  })

  test.each(ALL)('signed by another key from commit %i on', (index) => {
    expect(problemsOf(rewritten(index, () => undefined, 'foreign'))).toBeGreaterThan(0)
  })

  test.each(ALL.slice(0, -1))('without commit %i', (index) => {
    expect(problemsOf(commits.toSpliced(index, 1))).toBeGreaterThan(0)
    const trees = pristine.toSpliced(index, 1).map(({ tree }) => tree)
    expect(problemsOf(upon(commits.slice(0, index), trees.slice(index), index + 1, 'old'))).toBeGreaterThan(0)
  })

  test('reordered, two commits at a time', () => {
    const missed = commits.flatMap((one, left) =>
      commits.flatMap((other, right) =>
        left < right && problemsOf(commits.with(left, other).with(right, one)) === 0 ? [[left, right]] : []
      )
    )
    expect(missed).toEqual([])
  })

  test.each(ALL)('merged at commit %i', (index) => {
    const was = readCommitObject(pristine[index]?.object ?? new Uint8Array())
    const side = objects.put(
      'commit',
      writeCommitObject(pristine[0]?.tree ?? '', null, was?.committer ?? '', 'side\n')
    )
    const bare = writeCommitObject(
      was?.tree ?? '',
      commits[index - 1] ?? null,
      was?.committer ?? '',
      'Record\n'
    )
    const text = Buffer.from(bare).toString('utf8').replace('\nauthor', `\nparent ${side}\nauthor`)
    const signed = signCommitObject(Buffer.from(text), history.signer.sign(Buffer.from(text)))
    expect(problemsOf([...commits.slice(0, index), objects.put('commit', signed)])).toBeGreaterThan(0)
  })

  test('put before the first commit, or begun in the middle', () => {
    expect(problemsOf(commits.slice(1))).toBeGreaterThan(0)
    const empty = writeCommitObject(objects.tree(new Map()), null, `x <x> ${T0 / 1000} +0000`, 'before\n')
    expect(problemsOf([objects.put('commit', empty), ...commits])).toBeGreaterThan(0)
  })
})

describe('whoever holds the key', () => {
  // Signatures can't tell then; the rules of the chain still tell a record that contradicts itself or main.
  const signedAnew = (drop: (line: string) => boolean): History => {
    const made = wholeStory()
    const branch: string[] = []
    for (const [index, id] of made.commits.entries()) {
      const read = readCommitObject(made.objects.get(id))
      const files = new Map(made.objects.files(read?.tree ?? ''))
      for (const [path, { blob }] of files) {
        if (path.startsWith('approved/')) continue
        const lines = Buffer.from(made.objects.get(blob)).toString('utf8').split('\n').slice(0, -1)
        const text = lines
          .filter((line) => !drop(line))
          .map((line) => `${line}\n`)
          .join('')
        if (text === '') files.delete(path)
        else files.set(path, { mode: '100644', blob: made.objects.text(text) })
      }
      const bare = writeCommitObject(
        made.objects.tree(files),
        branch.at(-1) ?? null,
        read?.committer ?? '',
        `${index}\n`
      )
      branch.push(made.objects.put('commit', signCommitObject(bare, made.signer.sign(bare))))
    }
    made.commits.splice(0, made.commits.length, ...branch)
    return made
  }
  test.each([
    ['genesis', ['genesis']],
    ['requested', ['request-missing']],
    ['approved', ['approved']],
    ['reduced', ['approved']]
  ])('can’t leave out "%s" unseen', (kind, expected) => {
    const found = codes(auditHistory(signedAnew((line) => line.includes(`"event":"${kind}"`))))
    expect(found).toEqual(expect.arrayContaining(expected))
  })

  test('is seen to have cut or rewritten the record only by a head that was noted elsewhere', () => {
    const whole = wholeStory()
    const noted = whole.commits.at(-1)
    for (let length = 1; length < whole.commits.length; length++) {
      const cut = whole.commits.slice(0, length)
      expect(
        codes(auditHistory(whole, { commits: cut })).filter((code) => code !== 'ended-not-revoked')
      ).toEqual([])
      expect(cut).not.toContain(noted)
    }
  })
})

test('a run that ends a day later tells that a revocation was left out', () => {
  const made = issuedAlone()
  expect(codes(auditHistory(made))).toEqual([])
  const late = T0 + 30 * DAY
  made.append({ events: [finished(made, 'run-9', late)], at: late })
  expect(codes(auditHistory(made))).toEqual(['ended-not-revoked'])
})

function issuedAlone(): History {
  const made = begun()
  const when = T0 + HOUR
  landApproved(made, { text: FIRST, pull: 1, when })
  made.append({ events: [held(made, 'issued', FIRST, '2026-12-15T00:00:00Z', when)], at: when })
  return made
}

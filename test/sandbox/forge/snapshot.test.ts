import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AT, HERE, Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.start()
})
afterAll(() => stage.close())

describe('a snapshot', () => {
  test('holds everything, and everything can be put back', async () => {
    const number = await stage.pull('request')
    const before = stage.forge.snapshot()
    const tip = stage.tip('main')
    const kit = stage.kit('bob-acme')
    await kit.pulls.merge({ ...HERE, pull_number: number })
    await kit.git.createRef({ ...HERE, ref: 'refs/heads/later', sha: tip })
    await stage.clone()
    await stage.commit('x', '1')
    await stage.inClone('push', '-q', 'origin', 'HEAD:pushed', ':request')
    stage.forge.restore(before)
    expect(stage.forge.snapshot()).toEqual(before)
    expect((await kit.pulls.get({ ...HERE, pull_number: number })).data).toMatchObject({
      state: 'open',
      merged: false
    })
    const { out } = await stage.git('ls-remote', stage.forge.url('acme/access', 'bob-acme'))
    expect(out.split('\n').map((line) => line.split('\t')[1])).toEqual([
      'HEAD',
      'refs/heads/main',
      'refs/heads/request',
      'refs/pull/1/head'
    ])
    // The same again gives the same.
    const { data } = await kit.pulls.merge({ ...HERE, pull_number: number })
    stage.forge.restore(before)
    expect((await kit.pulls.merge({ ...HERE, pull_number: number })).data.sha).toBe(data.sha)
    await stage.inClone('push', '-q', 'origin', 'HEAD:again', ':request')
    expect(stage.repository.refs.has('refs/heads/request')).toBe(false)
  })

  test('isn’t changed by what comes later', async () => {
    const before = stage.forge.snapshot()
    const written = JSON.stringify([...before.state.repositories.values()].map((one) => [...one.refs]))
    await stage.branch('more')
    expect(JSON.stringify([...before.state.repositories.values()].map((one) => [...one.refs]))).toBe(written)
  })
})

test('starting over by the control URL', async () => {
  await stage.branch('late')
  stage.sandbox.clock.set(AT + 1000)
  const answer = await fetch(`${stage.sandbox.control}/reset`, { method: 'POST', body: '{"state": true}' })
  expect(answer.status).toBe(200)
  expect([...stage.repository.refs.keys()]).toEqual(['refs/heads/main'])
  expect([stage.repository.pulls.size, stage.repository.activity.length, stage.sandbox.clock.now()]).toEqual([
    0,
    0,
    AT
  ])
})

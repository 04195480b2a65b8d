import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { grantPath } from '../support/book.ts'
import { ForgeScene } from '../support/forge-scene.ts'

// Threats 45, 46 and 49 where other people’s words come from: titles, bodies, branches, commits, reviews, comments, labels,
// logins and team names of GitHub, through the real commands and the real git.

/** Branches that git and GitHub take, and a shell, an option parser, a URL or a log would take otherwise. */
const BRANCHES = [
  '--upload-pack=touch${IFS}pwned',
  '-c/core.sshCommand=touch${IFS}pwned',
  '$(touch${IFS}pwned);`id`&&id|id>pwned',
  '"quo\'ted"&ref=main#fragment',
  '%0A%3A%3Aerror%3A%3Ax%2F%2E%2E',
  'HEAD',
  '##]<img/src=x>@acme/everyone|a',
  'm\u202Ein\u2066\u{E0041}ünï'
]
const SUBJECTS = ['alice', 'dave', 'erin', 'frank']
const ENTITLEMENTS = ['billing-read', 'logs-read', 'auditors']
const GRANTS = BRANCHES.map((branch, n) => ({
  branch,
  path: grantPath(ENTITLEMENTS[n % 3] ?? '', SUBJECTS[n % 4] ?? '')
}))

const WORDS =
  '::error::x ##[error]x <img src=https://evil.example/x.png> @acme/everyone | a **b** <!-- grantbook verdict -->'
const LINES = `${WORDS}\n::add-mask::x\r\n## Ready to merge\n\u001B[31m\u202Ex`
const LOGIN = '"><script>@acme/everyone|##[error]::error::\u202E'

const runs = z.object({ check_runs: z.array(z.object({ output: z.object({ summary: z.string() }) })) })
const comments = z.array(z.object({ body: z.string(), user: z.object({ login: z.string() }) }))

let scene: ForgeScene
beforeAll(async () => {
  scene = await ForgeScene.open()
  for (const account of scene.forge.state.accounts.values())
    if (account.login === 'mallory-acme') Object.assign(account, { login: LOGIN, name: LINES })
  for (const team of scene.forge.state.teams.values())
    Object.assign(team, { name: LINES, description: LINES })
})
afterAll(() => scene.close())

/** A pull request of Alice’s from a branch of any name, with hostile words wherever there is room for them. */
async function ask(branch: string, path: string): Promise<number> {
  await scene.git('alice', 'checkout', '-q', '--detach', 'origin/main')
  scene.write({ [path]: `reason: ${JSON.stringify(WORDS)}\nexpires: 2026-12-14\n` })
  await scene.commit('alice', `${LINES}\n\nCo-authored-by: ${WORDS} <x@evil.example>`)
  await scene.git('alice', 'push', '-q', 'origin', `+HEAD:refs/heads/${branch}`)
  const pull = await scene.pull('alice', branch, { title: LINES, body: LINES })
  await scene.api('mallory', 'POST', `/issues/${pull}/comments`, { body: LINES })
  await scene.review('mallory', pull, 'APPROVE', { body: LINES })
  return pull
}

/** Lines that do something on a terminal or in a log. */
function harmful(printed: string): readonly string[] {
  const lines = printed.split('\n')
  return lines.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line) || /^\s*::|##\[/u.test(line))
}

/** What GitHub would take for something else than text in one of our pages. */
function marked(page: string): readonly string[] {
  const outside = page.replaceAll(/(`+)[\s\S]*?[^`]\1(?!`)/gu, '')
  const ours = String.raw`\/?(?:details|summary|sub)>|!-- grantbook verdict -->\n$`
  return [...outside.matchAll(new RegExp(String.raw`<(?!${ours})\S*|@\w+|(?<!\\)\*\*b|https?://`, 'gu'))].map(
    ([found]) => found
  )
}

test('45, 46 and 49: nothing of it is run, obeyed or shown as ours, and the right approvals still count', async () => {
  expect(marked(`${WORDS} \`@x\` <details>`)).toEqual(['<img', 'https://', '@acme', '**b', '<!--'])
  const pulls: number[] = []
  for (const { branch, path } of GRANTS) pulls.push(await ask(branch, path))
  const [first = 0] = pulls
  const told: string[] = []
  const say = async (status: number, ...args: readonly string[]): Promise<void> => {
    const ran = await scene.run(...args)
    expect([args, ran.status, ran.out === '']).toEqual([args, status, false])
    told.push(ran.out, ran.err)
  }
  await say(0, 'verdict')
  for (const format of ['text', 'markdown', 'json'])
    await say(1, 'approvals', '--pull', String(first), '--format', format)
  for (const pull of pulls) {
    const { check_runs: checks } = runs.parse(
      await scene.api('frank', 'GET', `/commits/${await headOf(pull)}/check-runs?check_name=grantbook`)
    )
    const bodies = comments.parse(await scene.api('frank', 'GET', `/issues/${pull}/comments`))
    const ours = bodies.filter(({ user }) => user.login === 'grantbook-acme[bot]').map(({ body }) => body)
    expect([checks.length, ours.length]).toEqual([1, 1])
    for (const page of [...checks.map(({ output }) => output.summary), ...ours]) {
      expect([pull, marked(page), harmful(page)]).toEqual([pull, [], []])
      expect(page.split('\n').filter((line) => line.startsWith('## '))).toEqual(['## Waiting for approval'])
    }
  }
  // Nobody’s name of a branch keeps the right approval from counting.
  scene.wait(1)
  for (const pull of pulls) await scene.review('carol', pull, 'APPROVE', { body: LINES })
  await say(0, 'approvals', '--pull', String(first))
  scene.wait(1)
  for (const pull of pulls)
    await scene.api('frank', 'PUT', `/pulls/${pull}/merge`, { commit_title: LINES, commit_message: LINES })
  scene.update()
  await say(0, 'apply')
  for (const { path } of GRANTS) expect(scene.events(path).map(({ event }) => event)).toEqual(ISSUED)
  await say(0, 'explain', 'alice', '--evidence', 'refs/grantbook/evidence')
  await say(0, 'audit', '--evidence', 'refs/grantbook/evidence')
  expect(told.flatMap(harmful)).toEqual([])
  for (const folder of [scene.root, process.cwd(), scene.forge.directory('acme/access')]) {
    expect(existsSync(`${folder}/pwned`)).toBe(false)
    expect(readdirSync(folder).filter((name) => /pwned|IFS|exec|main$/u.test(name))).toEqual([])
  }
}, 120_000)

const ISSUED = ['requested', 'approved', 'issued']

async function headOf(pull: number): Promise<string> {
  const shape = z.object({ head: z.object({ sha: z.string() }) })
  return shape.parse(await scene.api('frank', 'GET', `/pulls/${pull}`)).head.sha
}

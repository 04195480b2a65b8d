import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'
import { rsaPem, testPem } from '../support/keys.ts'

// Threat 52: our keys, when GitHub, git or AWS fail in the middle of a command and say back what they were sent.

/** A way to GitHub on which an answer may be somebody’s who says back all that he was sent. */
class Parrot {
  /** Which requests he answers, and with what; null: none. */
  answers: { readonly status: number; readonly to: (method: string, url: string) => boolean } | null = null
  /** How many he did. */
  said = 0
  #server: Server | null = null
  #target = new URL('http://127.0.0.1')

  async open(target: string): Promise<string> {
    this.#target = new URL(target)
    const server = createServer((from, to) => this.#serve(from, to))
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  #serve(from: IncomingMessage, to: ServerResponse): void {
    const { method = '', url = '', headers } = from
    if (this.answers?.to(method, url)) {
      this.said++
      const sent = String(headers.authorization)
      const [, basic = ''] = sent.split(' ')
      const words = `You sent ${sent}, that is ${Buffer.from(basic, 'base64').toString('latin1')}, to ${url}`
      to.writeHead(this.answers.status, words.replaceAll(/[^ -~]/gu, '?').slice(0, 300), {
        'content-type': 'application/json',
        'www-authenticate': 'Basic realm="GitHub"'
      })
      to.end(JSON.stringify({ message: words, errors: [{ message: words }], documentation_url: words }))
      return
    }
    const { hostname, port } = this.#target
    const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    onward.on('error', () => to.destroy())
    from.pipe(onward)
  }
}

const PATH = grantPath('billing-read', 'alice')
const parrot = new Parrot()
let scene: ForgeScene
let merged: Moment
let environment: Readonly<Record<string, string>>
beforeAll(async () => {
  scene = await ForgeScene.open()
  await scene.request('alice', 'ask', { [PATH]: grant('2026-12-14') }, ['carol'])
  merged = scene.save()
  const through = await parrot.open(scene.github.git)
  environment = {
    ...scene.environment(),
    GITHUB_SERVER_URL: through,
    GITHUB_API_URL: `${through}${new URL(scene.github.api).pathname}`
  }
})
afterAll(async () => {
  await parrot.close()
  await scene.close()
})

/** Every form in which one of our secrets could be printed. */
function leaked(printed: string): readonly string[] {
  const token = environment['GITHUB_TOKEN'] ?? ''
  const secrets = [
    token,
    token.slice(0, -1),
    Buffer.from(`x-access-token:${token}`).toString('base64'),
    environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...testPem(1)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('---'))
  ]
  expect(secrets.filter((one) => one.length < 16)).toEqual([])
  return secrets.filter((one) => printed.includes(one))
}

const isApi = (url: string): boolean => url.startsWith('/api/')
const WHERE: readonly {
  readonly where: string
  readonly statuses: readonly number[]
  readonly to: (method: string, url: string) => boolean
  /** Beside apply. */
  readonly others?: boolean
}[] = [
  { where: 'any call of the API', statuses: [401, 403, 500], to: (_, url) => isApi(url), others: true },
  { where: 'any call of git', statuses: [401, 403, 500], to: (_, url) => !isApi(url), others: true },
  { where: 'a push', statuses: [403], to: (_, url) => url.endsWith('/git-receive-pack') },
  {
    where: 'a check run',
    statuses: [500],
    to: (method, url) => method === 'POST' && url.endsWith('/check-runs')
  }
]
const OTHERS = [
  ['verdict', '--pull', '1'],
  ['genesis', '--by', 'grace'],
  ['audit', '--evidence', 'refs/grantbook/evidence']
]

test.each(WHERE)('52: said back in the answer to $where', async ({ statuses, to, others }) => {
  await scene.restore(merged)
  for (const status of statuses) {
    parrot.answers = { status, to }
    parrot.said = 0
    const { out, err } = await scene.runWith({ environment }, 'apply')
    expect([err, parrot.said > 0, leaked(out + err)]).toEqual([err, true, []])
  }
  for (const command of others === true ? OTHERS : []) {
    const { out, err } = await scene.runWith({ environment }, ...command)
    expect([command, leaked(out + err), out + err === '']).toEqual([command, [], false])
  }
  parrot.answers = null
  const record = await scene.git('frank', '-C', scene.forge.directory('acme/access'), 'log', '-p', 'evidence')
  expect(leaked(record)).toEqual([])
})

test('52: nobody there to answer, and addresses with a password in them', async () => {
  const token = environment['GITHUB_TOKEN'] ?? ''
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`
  await new Promise((resolve) => closed.close(resolve))
  const inUrl = scene.github.git.replace('//', `//x-access-token:${token}@`)
  for (const over of [
    { GITHUB_API_URL: nobody },
    { GITHUB_SERVER_URL: nobody },
    { AWS_ENDPOINT_URL_IAM: nobody },
    { GITHUB_SERVER_URL: inUrl },
    { GITHUB_API_URL: `${inUrl}/api/v3` },
    { GITHUB_REPOSITORY: `acme/${token}` },
    { GITHUB_REPOSITORY: token }
  ]) {
    for (const command of [['apply'], ['verdict', '--pull', '1']]) {
      const ran = await scene.runWith({ environment: { ...environment, ...over } }, ...command)
      const [name] = Object.keys(over)
      const unable = ran.status === 2 || name?.startsWith('AWS')
      expect([name, unable, leaked(ran.out + ran.err), ran.out + ran.err === '']).toEqual([
        name,
        true,
        [],
        false
      ])
    }
  }
})

test('52: a signing key that is none, or is not well written', async () => {
  const pem = testPem(1)
  const body = pem.split('\n')[1] ?? ''
  for (const key of [
    pem.replaceAll('\n', ' '),
    pem.replace(/-----END.*/su, ''),
    body,
    pem.replace(body, `${body.slice(0, -8)}!!!!!!!!`),
    JSON.stringify({ key: pem }),
    pem.replaceAll('\n', String.raw`\n`),
    rsaPem()
  ]) {
    const ran = await scene.runWith({ environment: { ...environment, GRANTBOOK_SIGNING_KEY: key } }, 'apply')
    expect([ran.status, ran.out, leaked(ran.err)]).toEqual([2, '', []])
    const lines = key.split('\n').filter((line) => line.length > 16 && !line.startsWith('-'))
    expect(lines.filter((line) => ran.err.includes(line.slice(0, 16)))).toEqual([])
    expect(ran.err).toContain('GRANTBOOK_SIGNING_KEY must be')
  }
})

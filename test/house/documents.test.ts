import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { effectiveWindow } from '../../src/book/effective.ts'
import { COMMANDS } from '../../src/commands/registry.ts'
import { compile } from '../../src/connectors/aws-iam/compile.ts'
import { statementText } from '../../src/connectors/aws-iam/statement.ts'
import { ROOT } from '../../scripts/house/root.ts'
import { acmeBook } from '../sample/acme.ts'

const { book } = await acmeBook()
const readme = await read('README.md')

function read(path: string): Promise<string> {
  return readFile(ROOT + path, 'utf8')
}

/** The fenced blocks of a language, without their fences. */
function blocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] ?? '')
}

async function documents(): Promise<readonly string[]> {
  const docs = await readdir(`${ROOT}docs`, { recursive: true })
  return [
    'README.md',
    'CONTRIBUTING.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
  ]
}

test('files shown in the README are those of the sample', async () => {
  const named = blocks(readme, 'yaml').flatMap((block) => {
    const [first = '', ...rest] = block.split('\n')
    return first.startsWith('# grants/') ? [{ path: first.slice(2), text: rest.join('\n') }] : []
  })
  expect(named.map(({ path }) => path)).toEqual([
    'grants/systems/aws-prod/billing-read/alice.yaml',
    'grants/systems/aws-prod/billing-read/entitlement.yaml'
  ])
  for (const { path, text } of named)
    expect(text).toBe((await read(path)).replace(/^# yaml-language-server.*\n/u, ''))
})

test('the statement shown in the README is the one that the grant becomes', () => {
  const grant = book.grants.get('grants/systems/aws-prod/billing-read/alice.yaml')
  const window = grant && effectiveWindow(book, grant).window
  const target = grant && book.entitlements.get(grant.name)?.data.target
  if (!window || !target) throw new Error('The sample has no such grant.')
  const pieces = compile([{ grant: grant.path, entitlement: grant.name, target, ...window }])
  const [shown = ''] = blocks(readme, 'json')
  expect(pieces.map((piece) => JSON.stringify(JSON.parse(statementText(piece))))).toEqual([
    JSON.stringify(JSON.parse(shown))
  ])
})

test('the README counts the sample right', () => {
  const told =
    /: (\d+) people, (\d+) workloads .*?\n?.*?(\d+) AWS accounts, (\d+) entitlements, (\d+) grants/su.exec(
      readme
    )
  expect(told?.slice(1).map(Number)).toEqual([
    book.people.size,
    book.workloads.size,
    book.systems.size,
    book.entitlements.size,
    book.grants.size
  ])
})

test('the README lists exactly the commands there are', () => {
  const listed = [...readme.matchAll(/^\| `npx grantbook (\w+)` \|/gmu)].map((match) => match[1])
  expect(listed).toEqual(COMMANDS.map((command) => command.name))
})

test('every script that the documents name exists', async () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(await read('package.json'))
  const texts = await Promise.all((await documents()).map(read))
  const named = new Set(
    texts.flatMap((text) => [...text.matchAll(/npm run ([\w-]+)/gu)].map((match) => match[1] ?? ''))
  )
  expect([...named].filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  expect(named.has('demo')).toBe(true)
})

test('every link and every path that the documents name leads somewhere', async () => {
  const broken: string[] = []
  for (const path of await documents()) {
    const text = await read(path)
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map((match) =>
      posix.join(posix.dirname(path), match[1] ?? '')
    )
    const named = [...text.matchAll(/`((?:src|docs|test|scripts|bench|schemas|\.ci)\/[\w./-]*)`/gu)].map(
      (match) => match[1] ?? ''
    )
    for (const target of [...links, ...named])
      if (!existsSync(ROOT + target)) broken.push(`${path}: ${target}`)
  }
  expect(broken).toEqual([])
})

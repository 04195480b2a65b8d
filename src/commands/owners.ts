import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CODEOWNERS_PATH } from '../approval/codeowners/generate.ts'
import { ownersOf } from '../approval/codeowners/match.ts'
import type { Ownership } from '../approval/ownership.ts'
import { UnableError, UsageError } from '../book/errors.ts'
import { plainLine } from '../render/escape.ts'
import { renderJson } from '../render/json.ts'
import type { OwnersDocument } from '../render/output/owners.ts'
import type { CommandModule, Common, Io } from './command.ts'

/** Where GitHub looks, in this order. Source: docs.github.com, "About code owners", CODEOWNERS file location. */
const PLACES = [CODEOWNERS_PATH, 'CODEOWNERS', 'docs/CODEOWNERS']

/** `grantbook owners`: who owns paths by CODEOWNERS, as GitHub sees it. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook owners grants/systems/aws-prod/billing-read/alice.yaml',
  describe: (c) => {
    c.argument('[paths...]', 'paths from the repository’s root; they need not exist').option(
      '--codeowners <file>',
      'this file instead of the repository’s own (- reads standard input)'
    )
  },
  run: async (paths, options, common, io) => {
    if (paths.length === 0) throw new UsageError('owners needs at least one path.')
    const owners = ownersOf(await readText(options['codeowners'], common, io))
    const found = paths.map((path) => [path, owners(path.replace(/^(?:\.?\/)+/u, ''))] as const)
    io.out(common.format === 'json' ? renderJson(documentOf(found)) : found.map(renderLine).join(''))
    return 0
  }
}

type Found = readonly (readonly [string, Ownership | null])[]

async function readText(file: unknown, { root }: Common, io: Io): Promise<string> {
  if (file === '-') return io.stdin()
  const given = typeof file === 'string' ? resolve(io.cwd, file) : null
  const path = given ?? PLACES.map((place) => join(root, place)).find((place) => existsSync(place))
  if (path === undefined)
    throw new UnableError(`There is no ${CODEOWNERS_PATH} here. Name a file with --codeowners.`)
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UnableError(`${plainLine(path)} can’t be read.`, { cause })
  }
}

function documentOf(found: Found): OwnersDocument {
  // Not an object literal: a path may be called `__proto__`.
  const paths = Object.fromEntries(
    found.map(([path, owned]) => [path, owned && { owners: [...owned.owners], line: owned.line }])
  )
  return { format: 1, ok: true, paths }
}

function renderLine([path, owned]: Found[number]): string {
  const who =
    owned === null
      ? 'no line matches'
      : `${owned.owners.length === 0 ? 'un-owned' : owned.owners.join(' ')} (line ${owned.line})`
  return `${plainLine(path)}: ${plainLine(who)}\n`
}

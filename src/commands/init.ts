import { join, relative, resolve } from 'node:path'
import { CODEOWNERS_PATH, generateCodeowners } from '../approval/codeowners/generate.ts'
import { UsageError } from '../book/errors.ts'
import { newBook, newRunner } from '../init/files.ts'
import { openWorkingTree } from '../io/source.ts'
import { logLine } from '../render/escape.ts'
import { renderJson } from '../render/json.ts'
import type { InitDocument } from '../render/output/init.ts'
import { VERSION } from '../version.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { answersOf, placeholderKey } from './init/ask.ts'
import { writeNew, type Written } from './init/write.ts'

/** `grantbook init DIR`: writes the files of a new book, and with `--runner` those of its runner repository. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook init access --repository acme/access --app grantbook-acme',
  describe: (c) => {
    c.argument('<dir>', 'folder of the new repository; files that are there already stay as they are')
      .option('--runner <dir>', 'write the hardened form: what proves and applies goes into this repository')
      .option('--repository <owner/name>', 'the repository on GitHub')
      .option('--app <slug>', 'the GitHub App')
      .option('--uses <owner/name@commit>', 'the Grantbook action that the workflows use')
      .option('--signer <key>', 'SSH public key that signs the evidence')
  },
  run: async ([dir = '', ...more], options, common, io) => {
    if (more.length > 0) throw new UsageError(`init takes one folder, but was also given "${more[0] ?? ''}".`)
    const folder = resolve(io.cwd, dir)
    const runner = typeof options['runner'] === 'string' ? resolve(io.cwd, options['runner']) : null
    if (runner === folder)
      throw new UsageError('--runner must be another folder: the point is that they are apart.')
    const asks = io.terminal.out && io.terminal.err && process.stdin.isTTY && common.format === 'text'
    const answers = await answersOf(options, io, asks)
    const book = newBook(answers, {
      placeholderKey: placeholderKey(),
      version: VERSION,
      runner: runner !== null
    })
    const written = [await writeNew(folder, book), await writeCodeowners(folder)]
    if (runner !== null) {
      const there = await writeNew(runner, newRunner(answers, VERSION))
      const named = (path: string): string => relative(folder, join(runner, path))
      written.push({ written: there.written.map(named), kept: there.kept.map(named) })
    }
    tell(written, folder, common, io)
    return 0
  }
}

/** CODEOWNERS as the files that now stand there generate it; those may be others than ours. */
async function writeCodeowners(folder: string): Promise<Written> {
  const source = openWorkingTree(folder)
  try {
    const text = generateCodeowners((await source.load()).book)
    return await writeNew(folder, new Map(text === null ? [] : [[CODEOWNERS_PATH, text]]))
  } finally {
    source.close()
  }
}

function tell(all: readonly Written[], folder: string, { format, quiet }: Common, io: Io): void {
  const files = all.flatMap(({ written }) => written).toSorted()
  if (!quiet) {
    for (const path of all.flatMap(({ kept }) => kept).toSorted())
      io.err(`${logLine(path)} is there already and was left as it is.\n`)
  }
  if (format === 'json') {
    io.out(renderJson({ format: 1, ok: true, files } satisfies InitDocument))
    return
  }
  for (const path of files) io.out(`${logLine(path)}\n`)
  io.out(
    `${files.length} files written to ${logLine(folder)}. Replace what is marked CHANGE ME; README.md says what is next.\n`
  )
}

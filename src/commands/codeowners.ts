import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CODEOWNERS_PATH, generateCodeowners } from '../approval/codeowners/generate.ts'
import { codeownersProblems } from '../approval/codeowners/problems.ts'
import { UsageError } from '../book/errors.ts'
import { requireGrants } from '../io/load.ts'
import { openWorkingTree } from '../io/source.ts'
import { renderJson } from '../render/json.ts'
import type { CodeownersDocument } from '../render/output/codeowners.ts'
import type { CommandModule } from './command.ts'
import { isUndecided, loadDeciding } from './steps/codeowners.ts'

/** `grantbook codeowners`: writes `.github/CODEOWNERS` as the working tree's files generate it. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook codeowners --check',
  describe: (c) => {
    c.option('--check', 'write nothing; exit 1 if the file is stale')
  },
  run: async (args, options, { root, format }, io) => {
    if (args.length > 0)
      throw new UsageError(`codeowners takes no arguments, but was given "${args[0] ?? ''}".`)
    const source = openWorkingTree(root)
    try {
      requireGrants(source)
      const book = await loadDeciding(source)
      const generated = isUndecided(book) ? null : generateCodeowners(book)
      const bytes = await source.bytes(CODEOWNERS_PATH)
      const text = bytes === null ? null : new TextDecoder().decode(bytes)
      const stale = text !== generated
      const [problem] = generated === null ? [] : codeownersProblems(text, generated, true)
      const check = options['check'] === true
      const ok = generated !== null && !(check && problem)
      if (generated === null)
        io.err(
          'error: Who owns what can’t be told: a file that decides it has an error. Run "npx grantbook validate".\n'
        )
      else if (check && problem) io.err(`${CODEOWNERS_PATH}: error: ${problem.message} ${problem.fix}\n`)
      else if (!check && stale) {
        await mkdir(dirname(join(root, CODEOWNERS_PATH)), { recursive: true })
        await writeFile(join(root, CODEOWNERS_PATH), generated)
      }
      const document: CodeownersDocument = { format: 1, ok, stale }
      if (format === 'json') io.out(renderJson(document))
      else if (ok) io.out(`${CODEOWNERS_PATH} ${stale ? 'written' : 'is as the files generate it'}\n`)
      return ok ? 0 : 1
    } finally {
      source.close()
    }
  }
}

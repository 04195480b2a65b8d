import type { CommandModule } from './command.ts'

/** `grantbook validate`: every finding of the book, or of what a change brings. */
export const command: CommandModule = {
  formats: ['text', 'json', 'github', 'sarif'],
  example: 'npx grantbook validate --base origin/main --format github',
  describe: (c) => {
    c.option('--base <ref>', 'report only what differs from the findings of this commit').option(
      '--head <ref>',
      'judge what merging this commit into --base would give; nothing is read from the working tree'
    )
  },
  run: async () => 0
}

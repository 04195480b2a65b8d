import { expect, test } from 'vitest'
import { BASE, grant, grantPath } from '../support/book.ts'
import { inScene } from '../support/scene.ts'
import { run } from '../support/repository.ts'

const COMMAND = '::add-mask::x'
const GROUP = '##[group]x'
/** A reason whose lines would be commands to the log of a workflow, if they were printed as they are. */
const REASON = `Close of the month\n\n${COMMAND}\n${GROUP}\n\u001B[31mred`
const yaml = (reason: string): string => `reason: ${JSON.stringify(reason)}\nexpires: 2026-12-14\n`
const PATH = grantPath('billing-read', 'alice')
const HOSTILE = {
  ...BASE,
  [PATH]: yaml(REASON),
  // Names of files and of fields come from outside as well.
  'grants/people/::error::x.yaml': 'name: x\n',
  'grants/##[error]x.yaml': 'a: b\n',
  [grantPath('logs-read', 'bob')]: `"${COMMAND}": 1\n"${GROUP}": 2\n${grant('2026-12-14')}`
}

/** Lines that a runner would take for commands. */
function commands(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => /^\s*::/u.test(line) || line.includes('##['))
}

test.each([
  ['validate', 'text'],
  ['validate', 'json'],
  ['validate', 'sarif'],
  ['plan', 'text'],
  ['plan', 'markdown'],
  ['plan', 'json'],
  ['apply', 'text'],
  ['apply', 'json']
])('%s --format %s prints no command of a file’s', async (command, format) => {
  await inScene(HOSTILE, async ({ repository, sandbox }) => {
    const { out, err } = await run(repository, sandbox, [command, '--format', format])
    expect(out).not.toBe('')
    expect(commands(out + err)).toEqual([])
    expect(out + err).not.toContain('\u001B')
  })
})

test('validate --format github prints its own commands, one a finding, and no other', async () => {
  await inScene(HOSTILE, async ({ repository }) => {
    const { out, err } = await run(repository, null, ['validate', '--format', 'github'])
    const json = await run(repository, null, ['validate', '--format', 'json'])
    const { findings }: { findings: readonly object[] } = JSON.parse(json.out)
    const lines = commands(out + err)
    expect(findings.length).toBeGreaterThan(3)
    expect(lines.length).toBe(findings.length)
    expect(
      lines.filter((line) => !/^::(?:error|warning|notice) file=grants\/[^:,]*,line=\d+,/u.test(line))
    ).toEqual([])
    expect(out).not.toContain('##[')
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DemoFailure, Teller } from '../../scripts/demo/teller.ts'
import { ROOT } from '../../scripts/house/root.ts'

test('npm run demo tells the story that the README shows, and leaves nothing behind', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'demo-test-'))
  const demo = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/demo/main.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary }
  })
  const left = (await readdir(temporary)).filter((name) => !name.startsWith('tsx-'))
  await rm(temporary, { recursive: true })
  const shown = /<!-- demo -->\n```text\n([\s\S]*?)```\n<!-- \/demo -->/u.exec(
    await readFile(`${ROOT}README.md`, 'utf8')
  )
  expect({ ...demo, stdout: demo.stdout }).toMatchObject({ status: 0, stderr: '' })
  expect(demo.stdout).toBe(shown?.[1])
  expect(left).toEqual([])
})

test('a fact that does not hold ends the story', () => {
  const teller = new Teller(() => {}, false)
  expect(() => teller.fact('two and two are five', false, 'four')).toThrow(
    new DemoFailure('Not so: two and two are five\nfour')
  )
})

function tell(colours: boolean): string {
  const lines: string[] = []
  const teller = new Teller((text) => lines.push(text), colours)
  teller.chapter('Begin')
  teller.command('npx grantbook validate')
  teller.show('a\n\nb\n')
  teller.fact('so', true)
  return lines.join('')
}

test('colours come only where they are wanted', () => {
  expect(tell(false)).toBe('\n1. Begin\n   $ npx grantbook validate\n     a\n\n     b\n   ✓ so\n')
  expect(tell(true)).toContain('\u001B[1m1. Begin\u001B[22m')
})

import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { THREATS, TRUSTED } from '../threats/list.ts'

/**
 * `docs/threats.md`: every threat that a test in `test/threats/` attacks, with what holds against it. A test belongs to
 * the threat whose number begins its name, so that a threat without a test can't stand in the table.
 */
export async function generate(): Promise<Map<string, string>> {
  const names = await readdir(fileURLToPath(new URL('../../test/threats', import.meta.url)))
  const tests = names.filter((name) => /^\d\d-.+\.test\.ts$/u.test(name)).toSorted()
  const rows = [...THREATS].flatMap(([number, { threat, holds }]) => {
    const own = tests.filter((name) => Number(name.slice(0, 2)) === number)
    const links = own.map((name) => `[${name}](../test/threats/${name})`).join('<br>')
    return own.length === 0 ? [] : [`| ${number} | ${threat} | ${holds} | ${links} |`]
  })
  const trusted = TRUSTED.map(({ who, could, notices }) => `| ${who} | ${could} | ${notices} |`)
  return new Map([['docs/threats.md', [HEAD, ...rows, TRUST_HEAD, ...trusted, ''].join('\n')]])
}

const HEAD = `# Threats

How somebody might get access that nobody approved, keep it past its end, make the record lie, or break something on
the way, and what holds against it. Each line was attacked: the test named after it tries, and fails. Numbers are
stable; lines that concern approvals and GitHub come with them.

| | threat | what holds | test |
|---|---|---|---|`

const TRUST_HEAD = `
## Whom you still trust

| who | could | what notices or limits it |
|---|---|---|`

import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { RULES, THREATS, TRUSTED } from '../threats/list.ts'

const FOLDER = new URL('../../test/threats/', import.meta.url)
/** `45, 46 and 49: ` at the beginning of a test's name. */
const NUMBERS = /\('(\d\d?(?:(?:, | and )\d\d?)*): /gu

/**
 * `docs/threats.md`: the nine rules and every threat that a test attacks, with what holds against it, and whom one still
 * trusts. The table can't name a threat without a test.
 */
export async function generate(): Promise<Map<string, string>> {
  const tests = await testsOfThreats()
  const linksOf = (number: number): readonly string[] => [
    ...(tests.get(number) ?? []).map((name) => link(`threats/${name}`)),
    ...(THREATS.get(number)?.also ?? []).map(link)
  ]
  const rules = RULES.map(({ file, name, threats, cases }, n) => {
    const held = threats.map((number) => `[${number}](#threat-${number})`).join(', ')
    const files = cases.map((one) => link(`approval/cases/${one}.ts`)).join('<br>')
    return `| ${n + 1} | [${name}](../src/approval/rules/${file}.ts) | ${held} | ${files} |`
  })
  const threats = [...THREATS].flatMap(([number, { threat, holds }]) =>
    tests.has(number)
      ? [
          `| <a id="threat-${number}"></a>${number} | ${threat} | ${holds} | ${linksOf(number).join('<br>')} |`
        ]
      : []
  )
  const trusted = TRUSTED.map(
    ({ who, could, limits, notices }) => `| ${who} | ${could} | ${limits} | ${notices} |`
  )
  const text = [HEAD, ...rules, THREATS_HEAD, ...threats, TRUST_HEAD, ...trusted, ''].join('\n')
  return new Map([['docs/threats.md', text]])
}

/**
 * Files of `test/threats/` by the threat that they attack: the one whose number begins their name, and those whose numbers
 * begin the name of a test in them.
 */
export async function testsOfThreats(): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, string[]>()
  const names = await readdir(fileURLToPath(FOLDER))
  for (const name of names.filter((one) => /^\d\d-.+\.test\.ts$/u.test(one)).toSorted()) {
    const text = await readFile(new URL(name, FOLDER), 'utf8')
    const inside = [...text.matchAll(NUMBERS)].flatMap(([, list = '']) => list.split(/, | and /u))
    for (const number of new Set([name.slice(0, 2), ...inside].map(Number)))
      found.set(number, [...(found.get(number) ?? []), name])
  }
  return found
}

function link(path: string): string {
  return `[${path.replace(/^threats\//u, '')}](../test/${path})`
}

const HEAD = `# Threats

How somebody might get access that nobody approved, keep it past its end, make the record lie, or break something on
the way, and what holds against it. Each line was attacked: the tests named beside it try, and fail. Those called
*on-the-forge* go the whole way: real pushes, reviews and merges on a local GitHub, the real commands, a local AWS.

Numbers are stable, and there are 52. Two of them have no test yet, because what they attack isn't there yet: 48, script
in an HTML report (there is no such report), and 50, fields overridden in an issue form (a request is a pull request, made
by hand or by \`grantbook request\`; no form is read).

## The nine rules of the proof

What each rule says is in [approvals.md](approvals.md#the-nine-rules); here is what it holds against.

| | rule | threats | its own cases |
|---|---|---|---|`

const THREATS_HEAD = `
## The threats

| | threat | what holds | tests |
|---|---|---|---|`

const TRUST_HEAD = `
## Whom you still trust

An approval proves that a person's account gave it, not that the person read what it was given for.

| who | could | what limits it | what notices it |
|---|---|---|---|`

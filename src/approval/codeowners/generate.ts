import type { Book } from '../../book/book.ts'
import type { Entitlement } from '../../book/kinds/entitlement.ts'

/** Where the generated file lies; the first of the three places in which GitHub looks. */
export const CODEOWNERS_PATH = '.github/CODEOWNERS'

const HEAD = `# Generated from the files under grants/ by "npx grantbook codeowners". Don't edit: change those and run it again.
# The last line that matches a path wins.
`

/**
 * The CODEOWNERS text of a book, from the one table of who owns what. It doesn't depend on time. Null without valid
 * settings: nobody is then known to own anything.
 */
export function generateCodeowners(book: Book): string | null {
  const settings = book.settings?.data
  if (!settings) return null
  const { governance, security } = settings
  const lines: string[] = [line('*', [governance])]
  const systems = [...book.systems.values()].toSorted(byId)
  const entitlements = [...book.entitlements.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { data, name } of entitlements)
    lines.push(line(`/grants/systems/${name}/`, everyone(data.approvers)))
  for (const { name } of entitlements)
    lines.push(line(`/grants/systems/${name}/entitlement.yaml`, [governance]))
  for (const { id } of systems) lines.push(line(`/grants/systems/${id}/system.yaml`, [governance]))
  for (const { data, name } of entitlements) {
    if (data.emergency) lines.push(line(`/grants/emergency/${name}/`, data.emergency.approvers))
  }
  lines.push(line('/grants/suspensions/', [security]))
  for (const { data, id } of systems)
    lines.push(line(`/grants/out-of-band/${id}/`, [...loginOf(book, data.owner), governance]))
  for (const { data, name } of entitlements)
    lines.push(line(`/grants/retrospectives/${name}/`, [...loginOf(book, data.owner), governance]))
  return HEAD + lines.join('')
}

/** Everybody whom `approvers` names, each once; what lists of lists mean beyond that CODEOWNERS can't say. */
export function everyone(approvers: Entitlement['approvers']): readonly string[] {
  return [...new Set(approvers.flat())]
}

function loginOf(book: Book, person: string): readonly string[] {
  const login = book.people.get(person)?.data.github
  return login === undefined ? [] : [`@${login}`]
}

function line(pattern: string, owners: readonly string[]): string {
  return `${[pattern, ...new Set(owners)].join(' ')}\n`
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

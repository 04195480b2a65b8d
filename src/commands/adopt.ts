import type { Entry } from '../book/book.ts'
import { UsageError } from '../book/errors.ts'
import { few } from '../book/few.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import { adoptables, subjectsOf, type Adoptable } from '../compose/adoption.ts'
import { plainLine } from '../render/escape.ts'
import type { AdoptDocument } from '../render/output/adopt.ts'
import { adoptBody, adoptTitle } from '../render/propose/adopt.ts'
import type { RequestView } from '../render/propose/request.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { CONNECTORS } from './connectors.ts'
import { complete } from './steps/propose/complete.ts'
import { foundFile } from './steps/propose/found-file.ts'
import { requireEntitlement } from './steps/propose/names.ts'
import { openRequest } from './steps/propose/open-request.ts'
import type { OpenPrompts, Prompts } from './steps/propose/prompts.ts'
import { openStand, type Stand } from './steps/propose/stand.ts'
import { tellRefused, type OpenedDocument } from './steps/propose/tell.ts'
import { openTerminal } from './steps/propose/terminal-prompts.ts'
import { wishOf, type Wish } from './steps/propose/wish.ts'

/** `grantbook adopt FILE`: asks for the ordinary grant that gives just what was found outside. */
export const command: CommandModule = adoptCommand(openTerminal)

/** The same with another way to ask a person. */
export function adoptCommand(openPrompts: OpenPrompts): CommandModule {
  return {
    formats: ['text', 'json'],
    example:
      'npx grantbook adopt grants/out-of-band/aws-prod/user.alice-1a2b3c4d.yaml --expires 14d --reason "Audit of the second half year"',
    describe: (c) => {
      c.argument('<file>', 'file about access found outside, on the default branch or asked for by our App')
        .option('--entitlement <system/id>', 'which entitlement, if several give just something of it')
        .option('--expires <end>', 'a day, an instant, or how long from now: 8h, 14d')
        .option('--reason <text>', 'why')
        .option('--ticket <ticket>', 'where it was agreed, if the risk asks for it')
        .option('--requester <person>', 'who asks (default: whose token this is)')
        .option('--task <url>', 'for a workload: what it is needed for')
    },
    run: async ([file = ''], options, common, io) => {
      const wish = wishOf(options)
      const prompts = await openPrompts(common, io)
      const stand = await openStand(common, io)
      try {
        const { entry, system } = await foundFile(file, stand, io.cwd)
        return await adopt(stand, { entry, system, wish, prompts }, common, io)
      } finally {
        stand.source.close()
      }
    }
  }
}

interface Adopting {
  readonly entry: Entry<OutOfBand>
  readonly system: string
  readonly wish: Wish
  readonly prompts: Prompts | null
}

function document(told: OpenedDocument): AdoptDocument {
  return told
}

async function adopt(
  stand: Stand,
  { entry, system, wish, prompts }: Adopting,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { book } = stand
  const at = book.systems.get(system)
  const core = at && CONNECTORS.get(at.data.connector)?.core
  if (!at || !core || core.checkSettings(at.data.settings).length > 0)
    return tellRefused(`System "${system}" has no file that can be followed.`, common, io, document)
  const context = { id: system, entry: at, repository: book.settings?.data.repository ?? '' }
  const { principal } = entry.data
  const subjects = subjectsOf(principal, book, { core, context })
  const [subject, ...others] = subjects
  if (subject === undefined || others.length > 0)
    return tellRefused(whyNobody(principal, system, subjects), common, io, document)
  const all = adoptables(entry.data, book, { core, context })
  const name = await entitlementOf(stand, all, wish, prompts)
  const fits = all.filter(({ entitlements }) => entitlements.some((one) => one.name === name))
  if (name === null || fits.length === 0)
    return tellRefused(whyNothing(all, system, name), common, io, document)
  const wanted = await complete(stand, { ...wish, subject, entitlement: name }, prompts)
  const rest = all.filter((one) => !fits.includes(one)).map(({ item }) => item)
  const items = fits.map(({ item }) => item)
  const policy = at.data.outOfBand
  const words = {
    branch: `adopt/${name}/${subject}`,
    title: adoptTitle,
    body: (view: RequestView) => adoptBody(view, { path: entry.path, principal, items, rest, policy }),
    document
  }
  return openRequest(stand, wanted, words, null, common, io)
}

/** The entitlement that is meant: the one named, or the only one that fits; null: none fits. Throws UsageError. */
async function entitlementOf(
  { book }: Stand,
  all: readonly Adoptable[],
  { entitlement }: Wish,
  prompts: Prompts | null
): Promise<string | null> {
  if (entitlement !== null) return requireEntitlement(book, entitlement).name
  const names = [...new Set(all.flatMap(({ entitlements }) => entitlements.map(({ name }) => name)))]
  const [only, ...more] = names
  if (only === undefined) return null
  if (more.length === 0) return only
  if (prompts)
    return prompts.choose(
      'Several entitlements give just something of it. Which one?',
      names.map((value) => ({ value, label: plainLine(value) })),
      null
    )
  throw new UsageError(
    `Several entitlements give just something of what was found: ${names.join(', ')}. Say which by --entitlement, and adopt one after the other.`
  )
}

function whyNobody(principal: string, system: string, subjects: readonly string[]): string {
  if (subjects.length > 1)
    return `${principal} is the account of several: ${subjects.join(', ')}. Mend their files first.`
  return `No file says whose account ${principal} is, so nobody can be granted anything there. Add it to "accounts" of a person or workload (below "${system}"), have that approved, and adopt then; or decide to revoke it.`
}

/** What can't be adopted, and what to do instead. */
function whyNothing(all: readonly Adoptable[], system: string, name: string | null): string {
  const which = name === null ? `No entitlement of "${system}" gives` : `"${name}" doesn’t give`
  const lines = all.map(({ item, target }) => {
    if (target === null) return `${item.id}: no entitlement can say this; decide to tolerate or to revoke it`
    return `${item.id}: it would take the target ${JSON.stringify(target)}`
  })
  return `${which} just what was found, not less and not more. ${few(lines, MOST, { between: '; ' })}. Write an entitlement with such a target first (grants/systems/${system}/ID/entitlement.yaml), have it approved, and adopt then.`
}

const MOST = 10

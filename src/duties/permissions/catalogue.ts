import { asciiLower } from './ascii-lower.ts'
import type { ActionData } from './types.ts'

/** What AWS says of one action. */
export interface ActionFacts {
  /** As AWS spells it: `iam:PassRole`. */
  readonly name: string
  /**
   * What its resources look like, without `arn:<partition>:`; see {@link ActionData.formats}. Empty: it is about no
   * resource, and only a statement on `*` allows it.
   */
  readonly formats: readonly string[]
}

/** The actions of AWS, read from the data service by service as they are asked for. */
export interface Catalogue {
  /** An action by its name in whatever case; null: AWS has none of that name. */
  readonly find: (action: string) => ActionFacts | null
  /** Actions of the services whose name fits; every service without a test. In the data's order. */
  readonly list: (wanted?: (service: string) => boolean) => readonly ActionFacts[]
  /** Names of all services, as they stand before the colon. */
  readonly services: readonly string[]
}

const opened = new WeakMap<ActionData, Catalogue>()

/** Opens the data; what was read of it is kept with it. */
export function catalogueOf(data: ActionData): Catalogue {
  const known = opened.get(data)
  if (known) return known
  const made = open(data)
  opened.set(data, made)
  return made
}

function open(data: ActionData): Catalogue {
  const read = new Map<string, ReadonlyMap<string, ActionFacts>>()
  const actionsOf = (service: string): ReadonlyMap<string, ActionFacts> => {
    const known = read.get(service)
    if (known) return known
    const made = readService(service, data)
    read.set(service, made)
    return made
  }
  const services = Object.keys(data.services)
  return {
    find: (action) => {
      const lower = asciiLower(action)
      return actionsOf(lower.slice(0, Math.max(0, lower.indexOf(':')))).get(lower) ?? null
    },
    list: (wanted = () => true) =>
      services.filter(wanted).flatMap((service) => [...actionsOf(service).values()]),
    services
  }
}

function readService(service: string, data: ActionData): ReadonlyMap<string, ActionFacts> {
  const actions = new Map<string, ActionFacts>()
  const text = Object.hasOwn(data.services, service) ? data.services[service] : undefined
  for (const group of text?.split(';') ?? []) {
    const [numbers = '', names = ''] = group.split(':')
    const formats = numbers === '' ? [] : numbers.split(',').map((number) => formatOf(Number(number), data))
    for (const name of names.split(' ')) {
      actions.set(asciiLower(`${service}:${name}`), { name: `${service}:${name}`, formats })
    }
  }
  return actions
}

function formatOf(number: number, data: ActionData): string {
  const format = data.formats[number]
  if (format === undefined) throw new Error(`the data of AWS's actions has no format ${number}`)
  return format
}

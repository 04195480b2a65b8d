import { writeInstant } from '../../book/instant.ts'
import type { ShortLived } from '../../connectors/short-lived.ts'
import type { Credential } from '../../nightly/inventory.ts'
import { markdownCode, markdownText } from '../escape.ts'

const MOST = 100
/** Workloads whose ways are written out; the others are named. */
const MOST_WAYS = 10

/** Everything that lasts in one system. */
export interface ShownInventory {
  readonly credentials: readonly Credential[]
  /** How workloads that have some could do without, by workload. */
  readonly ways: ReadonlyMap<string, readonly ShortLived[]>
}

/** The inventory of keys and passwords, folded; nothing where there are none. */
export function inventoryParts({ credentials, ways }: ShownInventory): readonly string[] {
  if (credentials.length === 0) return []
  const faulty = credentials.filter(({ fault }) => fault !== null).length
  const rows = credentials.slice(0, MOST).map(rowOf)
  const more = credentials.length > MOST ? [`_and ${credentials.length - MOST} more._`] : []
  const shown = [...ways].slice(0, MOST_WAYS)
  const rest = [...ways.keys()].slice(MOST_WAYS)
  return [
    `<details><summary>All keys and passwords that don’t end by themselves: ${credentials.length}, of which ${faulty} with something to mend</summary>`,
    ['| who | whose | what | made | used | |', '|---|---|---|---|---|---|', ...rows].join('\n'),
    ...more,
    ...shown.flatMap(([workload, list]) => list.flatMap((one) => wayParts(workload, one))),
    ...(rest.length > 0 ? [`_Likewise: ${rest.map(markdownText).join(', ')}._`] : []),
    '</details>'
  ]
}

function rowOf({ name, holder, what, since, used, fault }: Credential): string {
  const whose = holder === null ? 'nobody’s' : `${holder.kind} ${markdownText(holder.id)}`
  const made = since === null ? 'not told' : writeInstant(since).slice(0, 'YYYY-MM-DD'.length)
  return `| ${markdownText(name)} | ${whose} | ${markdownText(what)} | ${made} | ${used} | ${fault === null ? '' : `**${fault}**`} |`
}

function wayParts(workload: string, { run, way, trust }: ShortLived): readonly string[] {
  const said = `**${markdownText(workload)} without a key** (${markdownCode(run)}): ${markdownText(way)}`
  return trust === null ? [said] : [said, fenced(JSON.stringify(trust, null, 2))]
}

/** Text as a block of code, in a fence that is longer than any in it. Controls are escaped by JSON; the rest is shown. */
function fenced(json: string): string {
  const safe = json
    .replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u007f-\u009f]/gu, '\ufffd')
    .replaceAll('##[', '#\\u0023[')
  const runs = [...safe.matchAll(/`+/gu)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return `${fence}json\n${safe}\n${fence}`
}

import { few } from '../../book/few.ts'
import { writeInstant } from '../../book/instant.ts'
import type { Fate } from '../../nightly/fates.ts'
import type { Sighting } from '../../nightly/outside.ts'
import { markdownText } from '../escape.ts'

/** So many lines are shown, and so many names in one of them: the files themselves name everything. */
const MOST_LINES = 300
const MOST_NAMES = 12

/** One thing on one principal. */
export interface OutsideRow {
  readonly fate: Fate
  readonly sighting: Sighting
}

/** Whoever can give himself anything first, then what was seen first. */
export function dangerFirst(rows: readonly OutsideRow[]): readonly OutsideRow[] {
  return rows.toSorted(
    (a, b) =>
      Number(isAdmin(b.fate)) - Number(isAdmin(a.fate)) || a.fate.seen.firstSeen - b.fate.seen.firstSeen
  )
}

/** Whether whoever has it can give himself anything. */
export function isAdmin({ item }: Pick<Fate, 'item'>): boolean {
  return item.severity === 'administrator'
}

/** A table of things found outside, what many have alike in one line, and how many lines more there are. */
export function outsideTable(rows: readonly OutsideRow[]): readonly string[] {
  const alike = new Map<string, string[]>()
  for (const row of rows) {
    const rest = restOf(row)
    const names = alike.get(rest)
    if (names) names.push(row.sighting.principal.name)
    else alike.set(rest, [row.sighting.principal.name])
  }
  const lines = [...alike].slice(0, MOST_LINES).map(([rest, names]) => `| ${namesIn(names)} | ${rest} |`)
  const more = alike.size > MOST_LINES ? [`_and ${alike.size - MOST_LINES} more, all in the files._`] : []
  const head = [
    '| who | has | | first seen | made by | last used | decide by |',
    '|---|---|---|---|---|---|---|'
  ]
  return [[...head, ...lines].join('\n'), ...more]
}

function namesIn(names: readonly string[]): string {
  return few(names, MOST_NAMES, { say: markdownText })
}

/** The line without whom it is about. */
function restOf({ fate: { seen, item, state, until, why } }: OutsideRow): string {
  const risk = isAdmin({ item }) ? '**administrator**' : ''
  const due =
    state === 'over'
      ? `**over** (${markdownText(why)})`
      : state === 'adopted'
        ? `adopted: ${markdownText(why)}`
        : `${state === 'tolerated' ? 'tolerated until ' : ''}${writeInstant(until)}`
  const kept = item.why === null ? '' : ` _(never removed by us: ${markdownText(item.why)})_`
  const used = seen.lastUsed === null ? 'not known' : writeInstant(seen.lastUsed)
  return `${markdownText(seen.what)}${kept} | ${risk} | ${writeInstant(seen.firstSeen)} | ${markdownText(seen.by)} | ${used} | ${due}`
}

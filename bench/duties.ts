import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BookBuilder } from '../src/book/builder.ts'
import type { Book } from '../src/book/book.ts'
import type { PathIdentity } from '../src/book/paths.ts'
import type { FileEntry } from '../src/book/tree.ts'
import { conflicts } from '../src/duties/conflict.ts'
import { Holdings } from '../src/duties/holdings.ts'
import { dutySubjects } from '../src/findings/reach-duties.ts'
import { itemsOf } from '../src/findings/rule-items.ts'
import { inTurn, runNode, type Run } from './measure.ts'
import type { Row } from './table.ts'

const NOW = Date.UTC(2026, 10, 20, 9)
const TIMES = 3
const RULES = 1000
const SYSTEMS = 20
const ENTITLEMENTS = 500
const DUTIES = 125
const EACH = 5
const EVERYTHING = { self: true, through: new Set(['owned', 'backup', 'canRun'] as const) }

/** What one measured process says of itself: seconds of the judging alone, peak bytes beyond those after loading. */
interface Measured {
  readonly seconds: number
  /** Of all threads, those of the garbage collector too. */
  readonly cpu: number
  readonly bytes: number
  readonly pairs: number
  readonly found: number
}

const PARTS = ['whole', 'floor', 'one', 'again', 'index'] as const
type Part = (typeof PARTS)[number]

/**
 * Judging whole books by a thousand rules, half of them globs, at three sizes, and one changed grant in the largest.
 * Loading isn't measured: `validate` does that. The floor goes over the same (holding, rule) pairs and only counts.
 */
export async function benchDuties(): Promise<Row[]> {
  const rows: Row[] = []
  for (const grants of [25_000, 50_000, 100_000]) {
    const [run, floor] = await inTurn(TIMES, [
      () => measured('whole', grants),
      () => measured('floor', grants)
    ])
    if (!run || !floor) continue
    const { pairs, found } = told(run)
    const label = `${grants.toLocaleString('en')} grants, ${pairs.toLocaleString('en')} (holding, rule) pairs, ${found.toLocaleString('en')} conflicts`
    rows.push({
      what: `separation of duties, whole book, ${label}`,
      run,
      floor,
      floorIs: 'one pass over the pairs that counts'
    })
  }
  const [cold, again, index] = await inTurn(TIMES, [
    () => measured('one', 100_000),
    () => measured('again', 100_000),
    () => measured('index', 100_000)
  ])
  if (!cold || !again || !index) return rows
  const floorIs = 'going once through all workloads and rules'
  const what = `separation of duties, one changed grant of 100,000, the ${told(cold).pairs} pairs that it touches`
  return [
    ...rows,
    { what: `${what}, just loaded`, run: cold, floor: index, floorIs },
    { what: `${what}, after another one`, run: again, floor: index, floorIs }
  ]
}

async function measured(part: Part, grants: number): Promise<Run> {
  const args = ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), part, String(grants)]
  const run = await runNode(args, fileURLToPath(new URL('..', import.meta.url)))
  if (run.status !== 0) throw new Error(`${part} ended with status ${run.status}`)
  const { seconds, bytes } = told(run)
  return { ...run, seconds, bytes }
}

function told({ output }: Run): Measured {
  const {
    seconds = 0,
    cpu = 0,
    bytes = 0,
    pairs = 0,
    found = 0
  } = Object.fromEntries(
    output
      .trim()
      .split(' ')
      .map((text) => [text.split('=')[0] ?? '', Number(text.split('=')[1])])
  )
  return { seconds, cpu, bytes, pairs, found }
}

/** In the measured process. What is counted beside it is counted in a book of its own, so that nothing is indexed before. */
function measure(part: Part, grants: number): Measured {
  const book = makeBook(grants)
  const judge = (subject: string): number =>
    conflicts({ book, now: NOW, subjects: dutySubjects([book], new Set([subject])) }).length
  const [first = '', second = ''] = book.people.keys()
  switch (part) {
    case 'whole':
      return timed(pairsOf(makeBook(grants)), () => conflicts({ book, now: NOW }).length)
    case 'floor': {
      const pairs = pairsOf(book)
      return timed(pairs, () => count(pairs))
    }
    case 'again':
      judge(second)
      return timed(touchedBy(first, grants), () => judge(first))
    case 'one':
      return timed(touchedBy(first, grants), () => judge(first))
    case 'index':
    default:
      return timed([], () => {
        const seen = new Set<string>()
        for (const { data } of book.workloads.values()) seen.add(data.owner)
        for (const { id } of book.rules.values()) seen.add(id)
        return seen.size
      })
  }
}

function touchedBy(subject: string, grants: number): readonly (readonly number[])[] {
  const book = makeBook(grants)
  return pairsOf(book, dutySubjects([book], new Set([subject])))
}

function timed(pairs: readonly (readonly number[])[], run: () => number): Measured {
  globalThis.gc?.()
  globalThis.gc?.()
  const loaded = process.memoryUsage.rss()
  forgetPeak()
  const cpu = process.cpuUsage()
  const began = process.hrtime.bigint()
  const found = run()
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  const { user, system } = process.cpuUsage(cpu)
  const peak = peakBytes()
  return {
    seconds,
    cpu: (user + system) / 1e6,
    bytes: Math.max(0, peak - loaded),
    pairs: pairs.reduce((sum, list) => sum + list.length, 0),
    found
  }
}

/** Lets the largest resident size be counted anew, where the system can; else it is that of loading at least. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
}

/** The rules, by number, of each holding of each subject: everything that is there to be judged. */
function pairsOf(
  book: Book,
  subjects: Iterable<string> = [...book.people.keys(), ...book.workloads.keys()]
): readonly (readonly number[])[] {
  const rules = [...book.rules.values()].flatMap(({ data }) => ('hold' in data ? [data] : []))
  const numbers = new Map(
    [...book.entitlements.values()].map((entry) => [
      entry.name,
      rules.flatMap((rule, number) => (itemsOf(rule, entry).length > 0 ? [number] : []))
    ])
  )
  const holdings = new Holdings(book, NOW)
  const lists: (readonly number[])[] = []
  for (const subject of subjects)
    for (const { id } of holdings.carriers(subject, EVERYTHING))
      for (const { entitlement } of holdings.conferred(id)) lists.push(numbers.get(entitlement.name) ?? [])
  return lists
}

function count(pairs: readonly (readonly number[])[]): number {
  const counts = new Uint32Array(RULES)
  for (const list of pairs) for (const rule of list) counts[rule] = (counts[rule] ?? 0) + 1
  return counts.reduce((sum, one) => sum + one, 0)
}

const NOTHING = new Uint8Array()
const padded = (n: number, width: number): string => String(n).padStart(width, '0')
const nameOf = (n: number): string =>
  `aws-${padded(n % SYSTEMS, 2)}/role-${padded(Math.floor(n / SYSTEMS), 3)}`

/** A loaded book: four fifths of the subjects people, every workload with an owner and a backup, some that run others. */
function makeBook(grants: number): Book {
  const builder = new BookBuilder({ entries: new Map() })
  const add = (path: string, identity: PathIdentity, data: unknown): void => {
    const entry: FileEntry = { path, mode: '100644', blob: '', size: null }
    builder.add(entry, identity, NOTHING, data)
  }
  let state = 1
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below
  const subjects = grants / EACH
  const people = (subjects * 4) / 5
  const person = (n: number): string => `person-${padded(n % people, 6)}`
  const workload = (n: number): string => `workload-${padded(n % (subjects - people), 6)}`
  add('grants/grantbook.yaml', { kind: 'settings' }, { orphans: { grace: '7d' }, risk: undefined })
  for (let n = 0; n < people; n++)
    add(
      `grants/people/${person(n)}.yaml`,
      { kind: 'person', id: person(n) },
      { name: 'Somebody', email: 'x@acme.example' }
    )
  for (let n = 0; n < subjects - people; n++) {
    add(
      `grants/workloads/${workload(n)}.yaml`,
      { kind: 'workload', id: workload(n) },
      {
        owner: person(random(people)),
        backup: person(random(people)),
        expires: '2027-05-31',
        ...(n % 10 === 0 ? { canRun: [workload(n + 1)] } : {})
      }
    )
  }
  for (let n = 0; n < ENTITLEMENTS; n++) {
    const [system = '', id = ''] = nameOf(n).split('/')
    const duties = n % 2 === 0 ? { duties: [`duty-${padded((n / 2) % DUTIES, 3)}`] } : {}
    add(
      `grants/systems/${nameOf(n)}/entitlement.yaml`,
      { kind: 'entitlement', system, id },
      { target: {}, risk: 'low', subjects: [], ...duties }
    )
  }
  for (let n = 0; n < RULES; n++) {
    const [hold, atMost] = n % 2 === 0 ? [exact(n / 2), 1] : [globs(n), 2]
    add(
      `grants/rules/rule-${n}.yaml`,
      { kind: 'rule', id: `rule-${n}` },
      { title: `Rule ${n}`, hold, atMost }
    )
  }
  const held = new Set<string>()
  for (let n = 0; n < grants; n++) {
    const at = Math.floor(n / EACH)
    const who = at < people ? person(at) : workload(at - people)
    let name = nameOf(random(ENTITLEMENTS))
    while (held.has(`${name} ${who}`)) name = nameOf(random(ENTITLEMENTS))
    held.add(`${name} ${who}`)
    const [system = '', entitlement = ''] = name.split('/')
    const starts = n % 3 === 0 ? { starts: `2026-12-${padded(1 + (n % 28), 2)}` } : {}
    add(
      `grants/systems/${name}/${who}.yaml`,
      { kind: 'grant', system, entitlement, subject: who },
      {
        reason: 'Work on a data set',
        expires: `2027-0${1 + (n % 9)}-15`,
        ...starts
      }
    )
  }
  return builder.finish()
}

/** An entitlement and a duty that two others confer. */
function exact(n: number): readonly string[] {
  return [nameOf(n), `duty:duty-${padded((n * 3) % DUTIES, 3)}`]
}

/** A few entitlements of one system, and a duty or two. */
function globs(n: number): readonly string[] {
  const system = `aws-${padded(n % SYSTEMS, 2)}`
  return [`${system}/role-*${n % 10}`, `duty:duty-*${padded(n % 100, 2)}`]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', grants = '0'] = process.argv.slice(2)
  const part = PARTS.find((one) => one === name)
  if (!part) throw new Error(`no part "${name}"`)
  const { seconds, cpu, bytes, pairs, found } = measure(part, Number(grants))
  process.stdout.write(`seconds=${seconds} cpu=${cpu} bytes=${bytes} pairs=${pairs} found=${found}\n`)
}

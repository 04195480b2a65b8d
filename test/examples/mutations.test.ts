import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Document, isMap, isSeq, parseDocument, Scalar, type Node, type Pair } from 'yaml'
import { KINDS } from '../../src/book/kinds/index.ts'
import type { Kind } from '../../src/book/paths.ts'
import type { Pointer } from '../../src/book/place.ts'
import { judge, type Told } from '../book/judge.ts'

// Every key of every accepted example, each dropped, retyped, misspelt and doubled. What is then still accepted is so
// for a reason that stands here; everything else is refused, with a place.

type Mutation = 'dropped' | 'retyped' | 'misspelt' | 'doubled'
const MUTATIONS: readonly Mutation[] = ['dropped', 'retyped', 'misspelt', 'doubled']

/** Why a changed file may still be accepted: [kind, key's path, how it was changed, reason]. `*` stands for any step. */
const ACCEPTED: readonly (readonly [Kind, string, Mutation, string])[] = [
  ['settings', 'risk.*.maxTotal', 'dropped', 'without it the tier limits single grants only'],
  ['person', 'github', 'dropped', 'a person needs no GitHub account; github-incomplete tells of the pair'],
  ['person', 'githubId', 'dropped', 'a person needs no GitHub account; github-incomplete tells of the pair'],
  ['person', 'manager', 'dropped', 'not everybody has one'],
  ['person', 'ends', 'dropped', 'most people stay'],
  ['person', 'accounts', 'dropped', 'not everybody has one; account-missing tells of those who need it'],
  ['person', 'accounts.*', 'dropped', 'account-missing tells of those who need it'],
  ['person', 'accounts.*', 'misspelt', 'any id may stand here; system-unknown tells whether it exists'],
  ['workload', 'backup', 'dropped', 'optional'],
  ['workload', 'canRun', 'dropped', 'optional'],
  ['workload', 'accounts', 'dropped', 'account-missing tells of those who need it'],
  ['workload', 'accounts.*', 'dropped', 'account-missing tells of those who need it'],
  ['workload', 'accounts.*', 'misspelt', 'any id may stand here; system-unknown tells whether it exists'],
  ['system', 'known', 'dropped', 'optional'],
  ['system', 'settings.readRole', 'dropped', 'optional: then the caller’s own credentials are used'],
  ['system', 'settings.writeRole', 'dropped', 'optional: then the caller’s own credentials are used'],
  ['system', 'settings.remediateRole', 'dropped', 'optional: then nothing is remediated'],
  ['system', 'settings.instance', 'dropped', 'has a default'],
  ['entitlement', 'maxDuration', 'dropped', 'then the tier’s limit holds'],
  ['entitlement', 'duties', 'dropped', 'optional'],
  ['entitlement', 'emergency', 'dropped', 'then there is no break-glass: less access'],
  ['entitlement', 'includes', 'dropped', 'then it is no bundle: less access'],
  ['entitlement', 'target', 'dropped', 'a bundle needs none; target-missing tells of the others'],
  ['entitlement', 'task', 'dropped', 'then grants end with their task: less access'],
  ['entitlement', 'target.statements.*.conditions.StringEquals.aws:RequestedRegion', 'retyped', 'one value or a list of values'],
  ['entitlement', 'target.statements.*.conditions.Bool.aws:MultiFactorAuthPresent', 'retyped', 'one value or a list of values'],
  ['entitlement', 'target.statements.*.conditions', 'dropped', 'the shape allows none; the change is seen as broadening by plan and owners'],
  ['entitlement', 'target.statements.*.conditions.*', 'dropped', 'the shape allows it; the change is seen as broadening by plan and owners'],
  ['entitlement', 'target.statements.*.conditions.*.*', 'dropped', 'the shape allows it; the change is seen as broadening by plan and owners'],
  ['entitlement', 'target.statements.*.conditions.*', 'misspelt', 'the connector’s check of conditions tells of unknown operators'],
  ['entitlement', 'target.statements.*.conditions.*.*', 'misspelt', 'condition keys are an open set of AWS'],
  ['grant', 'starts', 'dropped', 'then it begins when it is issued'],
  ['grant', 'ticket', 'dropped', 'ticket-missing tells where the tier asks for one'],
  ['grant', 'requester', 'dropped', 'needed only where the author is not the subject'],
  ['grant', 'task', 'dropped', 'task-missing tells where the subject is a workload'],
  ['emergency', 'starts', 'dropped', 'then it begins when it is issued'],
  ['emergency', 'ticket', 'dropped', 'the incident stands for it'],
  ['emergency', 'requester', 'dropped', 'needed only where the author is not the subject'],
  ['emergency', 'task', 'dropped', 'task-missing tells where the subject is a workload'],
  ['suspension', 'until', 'dropped', 'then it stands until it is removed: less access'],
  ['out-of-band', 'owner', 'dropped', 'toleration-incomplete tells where it is needed'],
  ['out-of-band', 'reason', 'dropped', 'toleration-incomplete tells where it is needed'],
  ['rule', 'severity', 'dropped', 'then it is an error: stricter'],
  ['rule', 'through', 'dropped', 'then everything counts: stricter'],
  ['rule', 'systems', 'dropped', 'then all systems: stricter']
]

function whyAccepted(kind: Kind, pointer: Pointer, mutation: Mutation): string | undefined {
  return ACCEPTED.find(([k, path, m]) => {
    if (k !== kind || m !== mutation) return false
    const steps = path.split('.')
    return steps.length === pointer.length && steps.every((step, index) => step === '*' || step === String(pointer[index]))
  })?.[3]
}

/** Where every key of a document is. */
function keysOf(node: unknown, at: Pointer = []): Pointer[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => keysOf(item, [...at, index]))
  if (!isMap(node)) return []
  return (node.items as Pair<Scalar<string>, Node>[]).flatMap(pair => [[...at, pair.key.value], ...keysOf(pair.value, [...at, pair.key.value])])
}

/** A value of another type than this one. */
function other(document: Document, value: unknown): Node {
  const made = isMap(value) || isSeq(value) ? 'text' : typeof (value as Scalar).value === 'string' ? 12_345 : ['list']
  return document.createNode(made)
}

function mutate(text: string, pointer: Pointer, mutation: Mutation): string {
  const document = parseDocument(text, { uniqueKeys: false })
  const map: unknown = pointer.length === 1 ? document.contents : document.getIn(pointer.slice(0, -1), true)
  if (!isMap(map)) throw new Error('not in a mapping')
  const pairs = map.items as Pair<Scalar<string>, Node>[]
  const index = pairs.findIndex(pair => pair.key.value === pointer.at(-1))
  const pair = pairs[index]
  if (!pair) throw new Error('no such key')
  if (mutation === 'dropped') pairs.splice(index, 1)
  else if (mutation === 'retyped') pair.value = other(document, pair.value)
  else if (mutation === 'misspelt') pair.key.value = `${pair.key.value}x`
  else pairs.push(document.createPair(pair.key.value, pair.value) as Pair<Scalar<string>, Node>)
  return document.toString()
}

/** What stands at the place that a finding names. */
function textAt(text: string, { line, column }: Told): string {
  return (text.split('\n')[line - 1] ?? '').slice(column - 1)
}

function expectRefused(text: string, pointer: Pointer, mutation: Mutation, told: readonly Told[]): void {
  const [first] = told
  if (!first) throw new Error(`accepted for no stated reason: ${mutation} ${pointer.join('.')}\n${text}`)
  for (const { message, fix } of told) expect(`${message} ${fix}`).not.toContain('undefined')
  const key = String(pointer.at(-1))
  if (mutation === 'doubled') {
    expect([first.code, told.length]).toEqual(['yaml-duplicate-key', 1])
    expect(textAt(text, first)).toMatch(new RegExp(`^["']?${key}["']?:`, 'u'))
  }
  // One misspelt key is one finding. Where the key tells the forms of a union apart, it is about the form.
  if (mutation === 'misspelt') expect(told.map(t => t.code)).toEqual([first.code === 'field-choice' ? 'field-choice' : 'field-unknown'])
  if (first.code === 'field-unknown') expect(textAt(text, first)).toMatch(/^["']?[^"':]+x["']?:/u)
  if (mutation === 'retyped') expect(textAt(text, first)).toMatch(/^(?:text|12345|\[|- |-$|list|"?[\w:]+"?: ?$)/u)
}

describe('every key of every accepted example', () => {
  const counts: Record<Mutation, { refused: number; accepted: number }> = {
    dropped: { refused: 0, accepted: 0 },
    retyped: { refused: 0, accepted: 0 },
    misspelt: { refused: 0, accepted: 0 },
    doubled: { refused: 0, accepted: 0 }
  }
  const used = new Set<string>()

  it.each(Object.keys(KINDS) as Kind[])('of kind %s, dropped, retyped, misspelt and doubled', kind => {
    const folder = fileURLToPath(new URL(`${kind}/valid/`, import.meta.url))
    for (const file of readdirSync(folder)) {
      const text = readFileSync(folder + file, 'utf8')
      for (const pointer of keysOf(parseDocument(text).contents)) {
        for (const mutation of MUTATIONS) {
          const changed = mutate(text, pointer, mutation)
          const told = judge(kind, new TextEncoder().encode(changed))
          const why = whyAccepted(kind, pointer, mutation)
          if (told.length === 0 && why !== undefined) {
            counts[mutation].accepted++
            used.add(why)
          } else {
            expectRefused(changed, pointer, mutation, told)
            counts[mutation].refused++
          }
        }
      }
    }
  })

  it('is counted', () => {
    const lines = MUTATIONS.map(m => `  ${m.padEnd(9)} ${counts[m].refused} refused, ${counts[m].accepted} accepted for a stated reason`)
    const total = MUTATIONS.reduce((sum, m) => sum + counts[m].refused + counts[m].accepted, 0)
    console.log(`mutated examples: ${total}\n${lines.join('\n')}`)
    expect(total).toBeGreaterThan(800)
    expect([counts.doubled.accepted, counts.doubled.refused]).toEqual([0, total / 4])
    // A reason that no file needs any more would only hide the next mistake.
    expect(ACCEPTED.map(([, , , why]) => why).filter(why => !used.has(why))).toEqual([])
  })
})

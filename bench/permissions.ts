import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileSets, makeAnalyser } from '../src/duties/permissions/analyse.ts'
import { catalogueOf } from '../src/duties/permissions/catalogue.ts'
import { BUILT_IN_SETS } from '../src/duties/permissions/sets/index.ts'
import type { Identity, PolicyStatement, Role } from '../src/duties/permissions/types.ts'
import { IAM_ACTIONS } from '../src/generated/iam-actions.js'
import { inTurn, runNode, type Run } from './measure.ts'
import type { Row } from './table.ts'

const SELF = fileURLToPath(import.meta.url)
const ACCOUNT = '100000000000'
const PEOPLE = 20_000
const DISTINCT = 5000
const ENTITLEMENTS = 2000
const TIMES = 3

/** 20,000 people with 5,000 distinct sets of entitlements against all built-in action sets, in one thread. */
export async function benchPermissions(): Promise<Row[]> {
  const [run, floor] = await inTurn(TIMES, [() => part('analyse'), () => part('floor')])
  return run && floor
    ? [
        {
          what: `permissions, ${PEOPLE.toLocaleString('en')} people, ${DISTINCT.toLocaleString('en')} distinct sets`,
          run,
          floor,
          floorIs: 'making the same people and writing their statements as JSON, one thread'
        }
      ]
    : []
}

async function part(what: string): Promise<Run> {
  const run = await runNode(['--import', 'tsx', SELF, what], dirname(dirname(SELF)))
  if (run.status !== 0) throw new Error(`permissions ${what} ended with status ${run.status}:\n${run.output}`)
  return run
}

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const CONDITION = { StringEquals: { 'aws:RequestedRegion': ['eu-central-1'] } }

/** Roles of entitlements as they are written: some actions of one or two services, on some resources. */
function makeRoles(): ReadonlyMap<string, Role> {
  const next = numbers(7)
  const catalogue = catalogueOf(IAM_ACTIONS)
  const services = catalogue.services.map((service) => catalogue.list((each) => each === service))
  // Those that the paths are about more often than the other four hundred.
  const often = ['iam', 'lambda', 'ec2', 's3', 'kms', 'logs', 'ecs', 'glue', 'ssm', 'rds'].map((name) =>
    catalogue.services.indexOf(name)
  )
  const statements = (n: number): readonly PolicyStatement[] =>
    Array.from({ length: 2 + next(5) }, (_, index) => {
      const at = next(2) === 0 ? often[next(often.length)] : next(services.length)
      const actions = services[at ?? 0] ?? []
      const service = catalogue.services[at ?? 0] ?? ''
      const some = Array.from({ length: 1 + next(8) }, () => actions[next(actions.length)]?.name ?? '')
      return {
        effect: next(15) === 0 ? 'Deny' : 'Allow',
        actions: next(20) === 0 ? [`${service}:*`] : next(6) === 0 ? [`${service}:Get*`, ...some] : some,
        notActions: [],
        resources: next(3) === 0 ? ['*'] : [`arn:aws:${service}:*:${ACCOUNT}:*/team-${n}-${index}/*`],
        notResources: [],
        conditions: next(6) === 0 ? CONDITION : {}
      }
    })
  return new Map(
    Array.from({ length: ENTITLEMENTS }, (_, n) => {
      const name = arnOf(n)
      const source = { grant: null, what: `policy of role-${n}`, statements: statements(n) }
      return [name, { name, sources: [source], boundary: null, unread: [], assumes: [], trusts: isUser }]
    })
  )
}

function isUser(who: string): boolean {
  return who.includes(':user/')
}

function arnOf(n: number): string {
  return `arn:aws:iam::${ACCOUNT}:role/entitlements/role-${n}`
}

function makePerson(n: number): Identity {
  const next = numbers((n % DISTINCT) + 1)
  const held = Array.from({ length: 2 + next(7) }, () => next(ENTITLEMENTS))
  const end = { DateLessThan: { 'aws:CurrentTime': ['2027-01-31T00:00:00Z'] } }
  return {
    name: `arn:aws:iam::${ACCOUNT}:user/person-${n}`,
    sources: [...new Set(held)].map((role) => ({
      grant: `grants/systems/aws/role-${role}/person-${n}.yaml`,
      what: `aws/role-${role}`,
      statements: [
        {
          effect: 'Allow',
          actions: ['sts:AssumeRole'],
          notActions: [],
          resources: next(1000) === 0 ? ['*'] : [arnOf(role)],
          notResources: [],
          conditions: end
        }
      ]
    })),
    boundary: null,
    unread: [],
    assumes: []
  }
}

function main(what: string | undefined): void {
  const roles = makeRoles()
  const people = Array.from({ length: PEOPLE }, (_, n) => makePerson(n))
  if (what === 'floor') {
    const length = people.reduce((sum, person) => sum + JSON.stringify(person).length, 0)
    process.stdout.write(`${length + JSON.stringify([...roles.values()]).length}\n`)
    return
  }
  const began = process.hrtime.bigint()
  const world = { role: (arn: string) => roles.get(arn) ?? null, known: [...roles.keys()] }
  const analyser = makeAnalyser(world, compileSets(BUILT_IN_SETS, IAM_ACTIONS))
  const found = { sure: 0, unsure: 0 }
  for (const person of people)
    for (const { certainty } of analyser.analyse([person]).found) found[certainty]++
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  process.stdout.write(`${analyser.distinct()} distinct, ${JSON.stringify(found)}, ${seconds.toFixed(3)} s\n`)
}

if (process.argv[1] === SELF) main(process.argv[2])

import { Console } from './console.ts'
import { EVENTS } from './events/index.ts'
import { Hands } from './hands.ts'
import { INVARIANTS } from './invariants/index.ts'
import { settleLimbo, type Limbo } from './limbo.ts'
import { Model, type Standing } from './model.ts'
import type { Outside } from './outside.ts'
import { Dice } from './random.ts'
import { YearScene } from './scene.ts'
import { errorsIn, toldBy, type Told } from './told.ts'
import { weatherOf, type Pace } from './weather.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** So many days; then the clone is packed. */
const FORTNIGHT = 14
/** By this day everything is tried that has never happened. */
const SOON = 15

/** A pull request on its way, and what it means once it is merged as it should be. */
export interface Change {
  readonly number: number
  /** Files that it touches: nobody touches them meanwhile. */
  readonly paths: readonly string[]
  /** Who approves it; nobody: it is merged all the same. */
  readonly approvers: readonly string[]
  /** Not before this. */
  readonly due: number
  /** Whether there is still reason to merge it. */
  readonly wanted: (year: Year) => boolean
  readonly effect: (year: Year) => void
}

/** What stood, or may stand, after the runs so far. */
export interface Expected {
  /** What should stand since the last run that told of no trouble. */
  sure: ReadonlyMap<string, Standing>
  /** What later runs, which told of trouble, were to bring; in order. */
  readonly tried: ReadonlyMap<string, Standing>[]
}

/** A simulated year: everything that happens in it, day by day, from one seed. */
export class Year {
  readonly scene: YearScene
  readonly hands: Hands
  readonly console: Console
  readonly dice: Dice
  readonly pace: Pace
  readonly model = new Model()
  readonly changes: Change[] = []
  /** Files that somebody is about to change. */
  readonly busy = new Set<string>()
  readonly outside: Outside[] = []
  /** When what a night saw, and is gone by now, was to go. */
  readonly dated = new Map<string, number>()
  readonly expected: Expected = { sure: new Map(), tried: [] }
  /** What was deleted at once and no run has judged yet. */
  readonly limbo: Limbo[] = []
  /** Grants of which the record was seen to have the issuance. */
  recorded: ReadonlySet<string> = new Set()
  /** Principals whose policies of ours somebody spoilt since the last run (`gold user/p020`). */
  readonly tampered = new Set<string>()
  /** Whether an emergency was merged since the last apply. */
  hurried = false
  /** Branches of ours that somebody closed or deleted: the next night opens them again. */
  readonly meddled = new Set<string>()
  /** Principals with whom anything happened since the last morning (`gold user/p020`). */
  readonly touched = new Set<string>()
  /** What the runs since the last morning said. */
  told: Told[] = []
  /** What the last ones before it said. */
  heard: Told[] = []
  /** Whether the weather was fair in each of them. */
  fair: boolean[] = []
  /** What happened, for whoever looks for the reason of a violation. */
  readonly diary: string[] = []
  /** How often what happened. */
  readonly counts = new Map<string, number>()
  day = 0
  #numbers = 0
  #wrong: string[] = []

  private constructor(scene: YearScene, seed: number, pace: Pace) {
    this.scene = scene
    this.pace = pace
    this.dice = new Dice(seed)
    this.hands = new Hands(scene.sandbox)
    this.console = new Console(scene.sandbox)
  }

  static async open(seed: number, pace: Pace): Promise<Year> {
    return new Year(await YearScene.open(), seed, pace)
  }

  get now(): number {
    return this.scene.now
  }

  /** What the last runs said: where none came since the last morning, what they said before holds still. */
  get lastTold(): readonly Told[] {
    return this.told.length > 0 ? this.told : this.heard
  }

  /** A number that nothing else has. */
  next(): number {
    return ++this.#numbers
  }

  note(kind: string, what: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
    this.diary.push(`day ${this.day} ${new Date(this.now).toISOString()} ${kind}: ${what}`)
  }

  /** One day: people's doings, apply after the day's merges, the night, and what must hold the next morning. */
  async live(): Promise<readonly string[]> {
    this.day++
    const begin = Math.floor(this.now / DAY) * DAY
    this.#at(begin + 9 * HOUR)
    for (const { kind, perDay, happen } of EVENTS) {
      let times = this.#timesOf(kind, perDay * this.pace.events)
      for (; times > 0; times--) {
        this.scene.wait(this.dice.between(1, 9))
        const what = await happen(this)
        if (what !== null) this.note(kind, what)
      }
    }
    this.#merge(begin)
    const weather = weatherOf(this.dice, this.day, this.pace)
    // Until one was reviewed, an emergency has its apply: else some weeks would have none that gave anything.
    const isUrgent = this.hurried && !this.counts.has('review an emergency')
    if (weather.applies || isUrgent) await this.run('apply', [])
    this.#at(begin + DAY + 2 * HOUR + 17 * MINUTE)
    if (weather.nights) await this.run('nightly', weather.faults)
    else this.note('missed night', '')
    this.#at(begin + DAY + 8 * HOUR)
    this.hands.pack()
    if (this.day % FORTNIGHT === 0) this.scene.pack()
    return this.#judge()
  }

  /** How often something happens today. What never did is tried more and more, so that some weeks have all of it. */
  #timesOf(kind: string, perDay: number): number {
    const times = Math.floor(perDay) + Number(this.dice.chance(perDay % 1))
    return this.counts.has(kind) ? times : Math.max(times, Number(this.dice.chance(this.day / SOON)))
  }

  /** Runs one of our commands, in whatever weather, and notes what should stand after it. */
  async run(
    command: Told['command'],
    faults: Parameters<YearScene['sandbox']['setFaults']>[0]
  ): Promise<void> {
    const { sandbox } = this.scene
    this.hurried = false
    sandbox.clearCalls()
    sandbox.setFaults(faults)
    const began = this.now
    const told = toldBy(command, await this.scene.run(command, '--format', 'json'))
    sandbox.setFaults([])
    this.told.push(told)
    this.fair.push(faults.length === 0)
    const failed = told.died || told.outcomes.some(({ state }) => state === 'failed')
    if (!failed) this.#wrong.push(...settleLimbo(this))
    const wanted = this.model.standing(began)
    if (faults.length > 0) this.note('bad weather', JSON.stringify(faults))
    if (failed) this.expected.tried.push(wanted)
    else {
      this.expected.sure = wanted
      this.expected.tried.length = 0
      this.tampered.clear()
    }
    if (command === 'nightly' && !failed && errorsIn(told).length === 0) this.meddled.clear()
    for (const one of this.outside) {
      if (command === 'nightly') this.#seen(one, began, told)
      // An apply looks only where people decided that something goes (docs/nightly.md), and then at everything there.
      else if (this.#isDecidedIn(one.system)) one.earliest ??= began
    }
    for (const { principal, system } of wanted.values())
      if (failed) this.touched.add(`${system} ${principal}`)
  }

  #isDecidedIn(system: Outside['system']): boolean {
    return this.outside.some((other) => other.system === system && other.revokedAt !== null)
  }

  #seen(one: Outside, at: number, told: Told): void {
    // A night that came to nothing may have recorded it all the same.
    one.earliest ??= at
    if (told.died) return
    const failed = told.outcomes.some(
      ({ grant, state, system }) => grant === null && state === 'failed' && system === one.system
    )
    const left = told.pulls.some(
      ({ branch, state }) => branch === `grantbook/outside/${one.system}` && /^(?:left|waiting)$/u.test(state)
    )
    if (!failed && !left && errorsIn(told).length === 0) one.latest ??= at
  }

  #merge(begin: number): void {
    this.#at(begin + 16 * HOUR)
    for (const change of this.changes.filter(({ due }) => due <= this.now)) {
      this.changes.splice(this.changes.indexOf(change), 1)
      for (const path of change.paths) this.busy.delete(path)
      const [by = 'p000'] = change.approvers
      if (!change.wanted(this)) {
        this.hands.close(by, change.number)
        continue
      }
      for (const who of change.approvers) this.hands.review(who, change.number)
      this.scene.wait(1)
      if (!this.hands.merge(by, change.number)) this.hands.close(by, change.number)
      else if (change.approvers.length > 0) change.effect(this)
      else for (const path of change.paths) this.model.unapproved.add(path)
      this.scene.wait(1)
    }
    if (this.now > begin + 17 * HOUR) throw new Error('the day has too few hours')
    this.#at(begin + 17 * HOUR)
  }

  async #judge(): Promise<readonly string[]> {
    const found = this.#wrong.map((what) => `day ${this.day}: ${what}`)
    this.#wrong = []
    for (const { check, name } of INVARIANTS)
      for (const what of await check(this)) found.push(`day ${this.day}: ${name}: ${what}`)
    if (this.told.length > 0) this.heard = this.told
    this.told = []
    this.fair = []
    this.touched.clear()
    return found
  }

  #at(instant: number): void {
    if (instant > this.now) this.scene.sandbox.clock.set(instant)
  }

  async close(): Promise<void> {
    this.console.close()
    await this.scene.close()
  }
}

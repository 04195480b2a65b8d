import { accounts } from './chapters/1-accounts.ts'
import { genesis } from './chapters/2-genesis.ts'
import { request } from './chapters/3-request.ts'
import { approval } from './chapters/4-approval.ts'
import { apply } from './chapters/5-apply.ts'
import { around } from './chapters/6-around.ts'
import { duties } from './chapters/7-duties.ts'
import { time } from './chapters/8-time.ts'
import { night } from './chapters/9-night.ts'
import { emergency } from './chapters/10-emergency.ts'
import { leaver } from './chapters/11-leaver.ts'
import { record } from './chapters/12-record.ts'
import type { Chapter } from './chapter.ts'
import { foreignDocuments, foreignText } from './foreign.ts'
import { whereToLook } from './keep.ts'
import { openStage, type Stage } from './stage.ts'
import { DemoFailure, Teller } from './teller.ts'

const CHAPTERS: readonly Chapter[] = [
  accounts,
  genesis,
  request,
  approval,
  apply,
  around,
  duties,
  time,
  night,
  emergency,
  leaver,
  record
]

/** How the story is told. */
export interface Telling {
  readonly write: (text: string) => void
  readonly colours: boolean
  /** Resolves when what was built up may go; null: at once. */
  readonly keep: (() => Promise<void>) | null
}

/** Tells the story and returns its exit status: 1 if something in it wasn't as it should be. Leaves nothing behind. */
export async function tell({ write, colours, keep }: Telling): Promise<0 | 1> {
  const teller = new Teller(write, colours)
  const stage = await openStage(teller)
  try {
    await play(stage, CHAPTERS)
    if (keep) {
      write(whereToLook(stage))
      await keep()
    }
    return 0
  } catch (error) {
    if (!(error instanceof DemoFailure)) throw error
    write(`\n${error.message}\n`)
    return 1
  } finally {
    await stage.close()
  }
}

async function play(stage: Stage, chapters: readonly Chapter[]): Promise<void> {
  const { teller } = stage
  teller.say('Grantbook: access as files. The clock stands at 2026-11-20T09:00:00Z.')
  const granted = new Set(['auditors'])
  const before = foreignText(stage, granted)
  for (const chapter of chapters) {
    teller.chapter(chapter.title)
    await chapter.play(stage)
  }
  teller.chapter('What was never ours')
  const documents = foreignDocuments(before)
  teller.fact(
    `all ${documents} policy documents of others are byte for byte as before, the quarantine among them`,
    foreignText(stage, granted) === before
  )
}

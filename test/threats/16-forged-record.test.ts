import { expect, test } from 'vitest'
import { BASE, grant, grantPath, NOW } from '../support/book.ts'
import { testSigner } from '../support/keys.ts'
import { inScene } from '../support/scene.ts'
import { common, TestRecord } from '../io/git/evidence-scene.ts'
import { writeLine } from '../../src/evidence/lines.ts'

const ALICE = grantPath('billing-read', 'alice')
const EVENTS = `events/${ALICE}.jsonl`

test('nothing is done on the word of a record with a line that nobody signed', async () => {
  await inScene({ ...BASE, [ALICE]: grant('2026-12-14') }, async (scene) => {
    await scene.apply()
    const good = scene.repository.git('rev-parse', 'evidence').trim()
    scene.repository.commit({ ...BASE, [ALICE]: grant('2026-12-20') })
    scene.writes()
    const text = scene.repository.git('show', `${good}:${EVENTS}`)
    const forgeries = {
      dropped: text.slice(text.indexOf('\n') + 1),
      doubled: text + text,
      changed: text.replace('2026-12', '2027-12'),
      longer: `${text}{"event":"issued"}\n`
    }
    for (const [kind, forged] of Object.entries(forgeries)) {
      scene.repository.forge(EVENTS, forged)
      const ran = await scene.apply()
      expect([kind, ran.status, ran.out, scene.writes()]).toEqual([kind, 1, '', []])
      expect(ran.err).toMatch(/^error: The branch "evidence" can’t be trusted\. Commit [0-9a-f]{40}/u)
      scene.repository.git('update-ref', 'refs/heads/evidence', good)
    }
    expect((await scene.apply()).status).toBe(0)
  })
})

test('a record that was cut, begun anew or goes another way is told by the head that was noted elsewhere', async () => {
  const record = new TestRecord()
  try {
    const first = await record.genesis()
    const beat = {
      ...common(null, null),
      event: 'finished' as const,
      id: 'a',
      closes: [],
      sealed: null,
      counts: {}
    }
    const done = await record.store().append(first, [{ subject: 'Beat', events: [beat], moves: [] }], NOW)
    const anchor = done.state === 'done' ? done.head : ''
    const at = async (head: string | null): Promise<string> => {
      record.git(
        'update-ref',
        ...(head === null ? ['-d', 'refs/heads/evidence'] : ['refs/heads/evidence', head])
      )
      return record
        .store({ anchor })
        .read()
        .then(
          () => 'accepted',
          (error: unknown) => String(error)
        )
    }
    expect(await at(anchor)).toBe('accepted')
    expect(await at(first)).toContain('a part of the record was cut off or rewritten')
    expect(await at(null)).toContain('The branch "evidence" is gone')
    record.git('update-ref', 'refs/heads/evidence', first)
    // Even the key’s own holder can’t take back what was noted.
    const other = record.craft({
      'runs/2026-11.jsonl': `${record.git('show', `${first}:runs/2026-11.jsonl`)}${writeLine({ ...beat, id: 'b' })}`
    })
    expect(await at(other)).toContain('a part of the record was cut off or rewritten')
    const stranger = testSigner(9)
    record.git('update-ref', 'refs/heads/evidence', anchor)
    const forged = record.craft({}, { signer: stranger })
    expect(await at(forged)).toContain('which was no signer then')
  } finally {
    record.remove()
  }
})

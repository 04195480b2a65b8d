import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ancestry } from '../../../src/sandbox/forge/git/ancestry.ts'

/** A history: for each commit those before it that are its parents. */
const histories = fc
  .array(fc.uniqueArray(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 14 })
  .map((drawn) =>
    drawn.map((parents, index) => [...new Set(index === 0 ? [] : parents.map((n) => n % index))])
  )

test('ancestors, merge bases and what each side lacks are those of the definition, for every pair', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const ancestry = new Ancestry((id) => history[Number(id)]?.map(String) ?? null)
      const above = history.map((_, id) => {
        const found = new Set([id])
        for (const one of found) for (const parent of history[one] ?? []) found.add(parent)
        return found
      })
      for (const [a, ofA] of above.entries()) {
        for (const [b, ofB] of above.entries()) {
          expect(ancestry.isAncestor(String(a), String(b))).toBe(ofB.has(a))
          const [left, right] = [
            [...ofA].filter((one) => !ofB.has(one)),
            [...ofB].filter((one) => !ofA.has(one))
          ]
          expect(ancestry.apart(String(a), String(b))).toEqual({ left: left.length, right: right.length })
          const common = [...ofA].filter((one) => ofB.has(one))
          const best = common.filter(
            (one) => !common.some((other) => other !== one && above[other]?.has(one))
          )
          expect(ancestry.mergeBases(String(a), String(b))?.toSorted()).toEqual(best.map(String).toSorted())
        }
      }
    })
  )
})

test('where a commit can’t be read there is no answer', () => {
  const ancestry = new Ancestry((id) => (id === 'young' ? ['old'] : null))
  const answers = [
    ancestry.isAncestor('old', 'young'),
    ancestry.mergeBases('young', 'young'),
    ancestry.apart('young', 'old')
  ]
  expect(answers).toEqual([null, null, null])
})

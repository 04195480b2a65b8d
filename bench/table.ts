import type { Run } from './measure.ts'

/** One line of the table: what was run, beside the least that it could have cost in the same run. */
export interface Row {
  readonly what: string
  readonly run: Run
  readonly floor: Run
  readonly floorIs: string
}

const seconds = (n: number) => `${n.toFixed(3)} s`
const mebibytes = (n: number) => `${Math.round(n / 1024 / 1024)} MiB`

/** A Markdown table, so that it can be put into the documents as it is. */
export function table(rows: readonly Row[]): string {
  return [
    '| what | time | memory | floor | time of the floor | ratio |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ what, run, floor, floorIs }) =>
        `| ${what} | ${seconds(run.seconds)} | ${mebibytes(run.bytes)} | ${floorIs} | ${seconds(floor.seconds)} | ${(run.seconds / floor.seconds).toFixed(2)} |`
    )
  ].join('\n')
}

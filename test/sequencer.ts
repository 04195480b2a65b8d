import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = /\/test\/(?:year\/year|crash\/[a-z-]+|demo\/demo)\.test\.ts$/u

/** Starts the files that take longest first: at the end they would keep one processor busy and leave the others idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // vitest's own way to sort files, not an array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

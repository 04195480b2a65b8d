import type { Stage } from './stage.ts'

/** One chapter of the story. It tells each fact in a line and throws DemoFailure if one isn't so. */
export interface Chapter {
  readonly title: string
  readonly play: (stage: Stage) => Promise<void>
}

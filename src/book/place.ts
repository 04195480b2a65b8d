/** A place in a file of the repository. Lines and columns count from 1, columns in UTF-16 units; a whole file is 1:1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The way from a file's root to a node: keys and indexes. Empty = the whole file. */
export type Pointer = readonly (string | number)[]

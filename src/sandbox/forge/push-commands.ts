/** One line of a push: a ref is to go from one object to another; forty zeros: none. */
export interface PushCommand {
  readonly ref: string
  readonly before: string
  readonly after: string
}

/** What `git push` sends to `git-receive-pack`. */
export interface Push {
  readonly commands: readonly PushCommand[]
  /** Empty: nothing but deletions, or of objects that are there. */
  readonly pack: Buffer
}

/** Reads the commands, passes over push options, and gives the pack. */
export function readPush(body: Buffer): Push {
  const commands: PushCommand[] = []
  let options = false
  const first = readLines(body, 0, (line) => {
    const found = /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)(?:\0(.*))?/u.exec(line)
    if (!found) return
    commands.push({ before: found[1] ?? '', after: found[2] ?? '', ref: found[3] ?? '' })
    if (/(?:^| )push-options(?: |$)/u.test(found[4] ?? '')) options = true
  })
  const start = options ? readLines(body, first, () => undefined) : first
  return { commands, pack: body.subarray(start) }
}

/** Reads lines until the list ends; gives where what follows begins. */
function readLines(body: Buffer, from: number, take: (line: string) => void): number {
  let at = from
  while (at + 4 <= body.length) {
    // A line begins with its own length in four hexadecimal digits; 0000 ends the list.
    const length = Number.parseInt(body.toString('latin1', at, at + 4), 16)
    if (!(length >= 4)) return at + 4
    take(body.toString('utf8', at + 4, at + length))
    at += length
  }
  return at
}

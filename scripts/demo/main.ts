// The whole story, through the real command line and git, against a local GitHub and a local IAM: `npm run demo`. Exit 1
// if any of it isn't so. `npm run demo -- --keep` leaves it all running until Ctrl-C and says where to look;
// `npm run demo -- --into README.md` also puts what it told between the file's marks.
import { readFile, writeFile } from 'node:fs/promises'

// The SDK's note about Node versions to come is not part of the story.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
const { tell } = await import('./tell.ts')

// Whoever stops listening, or stops the story, leaves nothing behind either.
process.stdout.on('error', () => process.exit(1))
const interrupted = new Promise<void>((resolve) => {
  process.once('SIGINT', () => (keeping ? resolve() : process.exit(130)))
  process.once('SIGTERM', () => (keeping ? resolve() : process.exit(143)))
})
const keeping = process.argv[2] === '--keep'

const into = process.argv[2] === '--into' ? process.argv[3] : undefined
const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined && into === undefined
let told = ''
const status = await tell({
  colours,
  keep: keeping ? () => interrupted : null,
  write: (text) => {
    process.stdout.write(text)
    told += text
  }
})
if (status === 0 && into !== undefined) {
  const document = await readFile(into, 'utf8')
  const marks = /(?<=<!-- demo -->\n```text\n)[\s\S]*?(?=```\n<!-- \/demo -->)/u
  await writeFile(
    into,
    document.replace(marks, () => told)
  )
}
process.exitCode = status

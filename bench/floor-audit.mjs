// The floor: git comparing the trees of all commits, and giving the blobs of events that they add; nothing is looked at.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

const [dir, pairs] = process.argv.slice(2)
const differ = spawn('git', ['-C', dir, 'diff-tree', '--stdin', '-r', '-z', '--raw', '--no-abbrev'], {
  stdio: [openSync(pairs, 'r'), 'pipe', 'inherit']
})
const reader = spawn('git', ['-C', dir, 'cat-file', '--batch', '--buffer'], {
  stdio: ['pipe', 'pipe', 'inherit']
})
let bytes = 0
reader.stdout.on('data', (chunk) => (bytes += chunk.length))
let rest = ''
for await (const chunk of differ.stdout) {
  rest += chunk.toString('latin1')
  let found = ''
  // Without the files of runs, which the audit reads once.
  rest = rest.replace(/:\d+ \d+ \w+ (\w+) [AM]\0((?!runs)[^\0]*)\0/g, (_all, id) => {
    found += `${id}\n`
    return ''
  })
  reader.stdin.write(found)
}
reader.stdin.end()
reader.on('close', () => console.log(bytes))

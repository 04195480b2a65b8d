import { join } from 'node:path'
import { readApplied, readMade } from '../answers.ts'
import type { Chapter } from '../chapter.ts'
import { APP } from '../forge-world.ts'

export const genesis: Chapter = {
  title: 'Genesis: the files of Acme become the first approved tree',
  play: async ({ as, read, root, run, sign, teller, write }) => {
    const keygen = 'npx grantbook keygen --out apply.pem --format json'
    teller.command(keygen)
    const { signer } = readMade(await run(keygen, 0))
    teller.say(
      'The public half goes into the settings; the private one is a secret of the workflow that applies.'
    )
    const settings = await read('grants/grantbook.yaml')
    await write(
      'grants/grantbook.yaml',
      settings.replace(/signers: \[".*"\]/u, `signers: ["${signer ?? ''} apply-2026"]`)
    )
    sign(await read('apply.pem'))
    await write('.gitignore', '*.pem\nallowed-signers\n')
    const owners = 'npx grantbook codeowners'
    teller.command(owners)
    teller.show((await run(owners, 0)).out)
    const validate = 'npx grantbook validate'
    teller.command(validate)
    teller.show((await run(validate, 0)).out)
    const heidi = as('heidi')
    await heidi.git('add', '--all')
    await heidi.git('commit', '--quiet', '--message=Acme')
    await heidi.git('push', '--quiet', 'origin', 'main')
    const early = await run('npx grantbook apply --format json', 2)
    teller.fact('before genesis nothing can be applied', early.err.includes('genesis'), early.err)
    const begin = 'npx grantbook genesis --by olivia --format json'
    teller.command(begin)
    const { files } = readMade(await run(begin, 0))
    teller.fact(`${files} files are adopted, signed, on the branch “evidence”`, files === 101, String(files))
    const apply = 'npx grantbook apply --format json'
    teller.command(apply)
    const { outcomes } = readApplied(await run(apply, 0))
    const undone = outcomes.filter(({ state }) => state !== 'done')
    teller.fact(
      `${outcomes.length} done, none refused, none failed`,
      undone.length === 0 && outcomes.length === 47,
      JSON.stringify(undone)
    )
    await as(APP).git('fetch', '--quiet', 'origin', 'evidence')
    const signers = join(root, 'allowed-signers')
    await write('allowed-signers', `* namespaces="git" ${signer ?? ''}\n`)
    await as(APP).git('-c', `gpg.ssh.allowedSignersFile=${signers}`, 'verify-commit', 'FETCH_HEAD')
    teller.fact('plain “git verify-commit” accepts what was recorded', true)
  }
}

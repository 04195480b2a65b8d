import { WORKFLOWS } from '../../generated/shipped.js'
import { CHANGE_ME } from '../../init/answers.ts'
import { asShipped, NO_COMMIT } from '../../init/workflows.ts'
import { WORKFLOW_NAMES, type WorkflowName } from '../../init/workflow-names.ts'
import type { DoctorCheck, Told } from '../check.ts'

/** What stands in the repository itself. */
export const FILE_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'workflow-missing',
    severity: 'error',
    where: 'repository',
    doc: 'A workflow that this version ships is not there.',
    *run({ workflows }): Generator<Told> {
      for (const [file, text] of workflows) {
        if (text.ok && text.value === null)
          yield {
            message: `${file} is missing.`,
            fix: 'Run "npx grantbook init ." in the repository: it adds what is missing.',
            file
          }
      }
    }
  },
  {
    code: 'workflow-altered',
    severity: 'error',
    where: 'repository',
    doc: 'A workflow is not as this version ships it. What protects its secrets may be gone.',
    *run({ workflows }): Generator<Told> {
      for (const [file, text] of workflows) {
        if (!text.ok || text.value === null || isShipped(file, text.value)) continue
        yield {
          message: `${file} is not as this version of Grantbook ships it.`,
          fix: 'Compare it with what "npx grantbook init" writes into an empty folder, and take that, or update the action and the file together.',
          file
        }
      }
    }
  },
  {
    code: 'workflow-placeholder',
    severity: 'error',
    where: 'repository',
    doc: 'A workflow uses the action at a commit that does not exist: nobody has said yet which one it is.',
    *run({ workflows }): Generator<Told> {
      for (const [file, text] of workflows) {
        if (text.ok && text.value?.includes(`@${NO_COMMIT}`) === true)
          yield {
            message: `${file} names no commit of the action.`,
            fix: 'Put the full commit of the version that you use there.',
            file
          }
      }
    }
  },
  {
    code: 'placeholder-left',
    severity: 'error',
    where: 'repository',
    doc: 'A value that "init" wrote in place of yours is still there.',
    *run({ placeholders }): Generator<Told> {
      for (const [file, lines] of placeholders) {
        for (const line of lines)
          yield {
            message: `"${CHANGE_ME}" stands here.`,
            fix: 'Set the value, and remove the remark.',
            file,
            line
          }
      }
    }
  },
  {
    code: 'file-mode',
    severity: 'error',
    where: 'repository',
    doc: 'A governed file is executable, a link or a submodule. Only plain files are read.',
    *run({ odd }): Generator<Told> {
      for (const { path, mode } of odd) {
        yield {
          message: `The mode of this file is ${mode}, not 100644.`,
          fix: mode === '100755' ? `git update-index --chmod=-x ${path}` : 'Replace it by a plain file.',
          file: path
        }
      }
    }
  }
]

function isShipped(file: string, text: string): boolean {
  const name = WORKFLOW_NAMES.find((each): each is WorkflowName => file.endsWith(`/${each}`))
  return name !== undefined && asShipped(text) === WORKFLOWS[name]
}

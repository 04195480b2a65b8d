import type { CheckContext } from '../context.ts'
import type { Check, Told } from '../check.ts'

/** A grant, suspension, exception or retrospective is for somebody who has no file. */
export const subjectUnknown: Check = {
  code: 'subject-unknown',
  severity: 'error',
  doc: 'A grant, suspension, exception or retrospective is for somebody who has no file.',
  fix: 'Add the person or workload, or correct the name.',
  *run(context) {
    const { book } = context
    for (const [subject, grants] of book.grantsOfSubject) {
      if (isUnknown(context, subject)) for (const { path } of grants) yield told(subject, path, 'file name')
    }
    for (const { id, path } of book.suspensions.values()) {
      if (isUnknown(context, id)) yield told(id, path, 'file name')
    }
    for (const { subject, path } of book.retrospectives.values()) {
      if (isUnknown(context, subject)) yield told(subject, path, 'file name')
    }
    for (const { data, path } of book.exceptions.values()) {
      if (isUnknown(context, data.subject)) yield { ...told(data.subject, path, 'id'), pointer: ['subject'] }
    }
  }
}

function isUnknown(context: CheckContext, id: string): boolean {
  const { people, workloads } = context.book
  return !people.has(id) && !workloads.has(id) && !context.personExists(id) && !context.workloadExists(id)
}

function told(id: string, file: string, what: string): Told {
  return {
    message: `"${id}" is neither in "people/" nor in "workloads/".`,
    fix: `Add grants/people/${id}.yaml or correct the ${what}.`,
    file,
    pointer: []
  }
}

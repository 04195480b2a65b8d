import { alice, arn, fails, step, type Scenario } from './step.ts'

export const groups: readonly Scenario[] = [
  {
    name: 'who is in a group',
    steps: [
      alice,
      step(
        'createGroup',
        { GroupName: 'auditors' },
        { Group: { GroupName: 'auditors', Arn: arn('group', 'auditors') } }
      ),
      step('addUserToGroup', { GroupName: 'auditors', UserName: 'alice' }),
      step('addUserToGroup', { GroupName: 'auditors', UserName: 'alice' }),
      step(
        'getGroup',
        { GroupName: 'auditors' },
        { Group: { GroupName: 'auditors' }, Users: [{ UserName: 'alice' }] }
      ),
      step('listGroupsForUser', { UserName: 'alice' }, { Groups: [{ GroupName: 'auditors' }] }),
      step('removeUserFromGroup', { GroupName: 'auditors', UserName: 'alice' }),
      step('getGroup', { GroupName: 'auditors' }, { Users: [] }),
      fails('removeUserFromGroup', { GroupName: 'auditors', UserName: 'alice' }, 'NoSuchEntityException'),
      fails('addUserToGroup', { GroupName: 'auditors', UserName: 'nobody' }, 'NoSuchEntityException'),
      fails('addUserToGroup', { GroupName: 'none', UserName: 'alice' }, 'NoSuchEntityException')
    ]
  },
  {
    name: 'a group with members stays',
    motoGap: 'the group is deleted',
    steps: [
      alice,
      step('createGroup', { GroupName: 'g' }),
      step('addUserToGroup', { GroupName: 'g', UserName: 'alice' }),
      fails('deleteGroup', { GroupName: 'g' }, 'DeleteConflictException')
    ]
  },
  {
    name: 'an eleventh group is refused',
    motoGap: 'no quota on groups of a user',
    steps: [
      alice,
      ...Array.from({ length: 11 }, (_, n) => step('createGroup', { GroupName: `g${n}` })),
      ...Array.from({ length: 10 }, (_, n) =>
        step('addUserToGroup', { GroupName: `g${n}`, UserName: 'alice' })
      ),
      fails('addUserToGroup', { GroupName: 'g10', UserName: 'alice' }, 'LimitExceededException')
    ]
  }
]

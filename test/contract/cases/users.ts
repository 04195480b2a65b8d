import { GOOD, POLICY, alice, arn, fails, made, step, type Scenario } from './step.ts'

export const users: readonly Scenario[] = [
  {
    name: 'a user is made, read, listed and deleted',
    steps: [
      step(
        'createUser',
        { UserName: 'alice', Path: '/staff/', Tags: [{ Key: 'team', Value: 'a+b c' }] },
        {
          User: {
            UserName: 'alice',
            Path: '/staff/',
            Arn: arn('user', 'staff/alice'),
            Tags: [{ Key: 'team', Value: 'a+b c' }]
          }
        }
      ),
      step(
        'getUser',
        { UserName: 'alice' },
        { User: { UserName: 'alice', Path: '/staff/', Arn: arn('user', 'staff/alice') } }
      ),
      step('listUsers', {}, { Users: [{ UserName: 'alice' }], IsTruncated: false }),
      step('listUsers', { PathPrefix: '/other/' }, { Users: [], IsTruncated: false }),
      step('deleteUser', { UserName: 'alice' }),
      fails('getUser', { UserName: 'alice' }, 'NoSuchEntityException')
    ]
  },
  {
    name: 'a name is taken once',
    steps: [alice, fails('createUser', { UserName: 'alice' }, 'EntityAlreadyExistsException')]
  },
  {
    name: 'and once without regard to case',
    motoGap: 'names that differ in case stand side by side',
    steps: [alice, fails('createUser', { UserName: 'Alice' }, 'EntityAlreadyExistsException')]
  },
  {
    name: 'a user with an inline policy stays',
    steps: [
      alice,
      step('putUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument: GOOD }),
      fails('deleteUser', { UserName: 'alice' }, 'DeleteConflictException')
    ]
  },
  {
    name: 'a user with an attached policy stays',
    steps: [
      alice,
      made,
      step('attachUserPolicy', { UserName: 'alice', PolicyArn: POLICY }),
      fails('deleteUser', { UserName: 'alice' }, 'DeleteConflictException')
    ]
  },
  {
    name: 'a user with an access key stays',
    motoGap: 'the user is deleted',
    steps: [
      alice,
      step('createAccessKey', { UserName: 'alice' }),
      fails('deleteUser', { UserName: 'alice' }, 'DeleteConflictException')
    ]
  },
  {
    name: 'a user in a group stays',
    motoGap: 'the user is deleted',
    steps: [
      alice,
      step('createGroup', { GroupName: 'g' }),
      step('addUserToGroup', { GroupName: 'g', UserName: 'alice' }),
      fails('deleteUser', { UserName: 'alice' }, 'DeleteConflictException')
    ]
  },
  {
    name: 'a name with a bad character',
    motoGap: 'any name is taken',
    steps: [fails('createUser', { UserName: 'a b' }, 'ValidationError')]
  },
  {
    name: 'a name that is too long',
    motoGap: 'any name is taken',
    steps: [fails('createUser', { UserName: 'a'.repeat(65) }, 'ValidationError')]
  },
  {
    name: 'a user is renamed, and the old name is free',
    steps: [
      alice,
      step('updateUser', { UserName: 'alice', NewUserName: 'alice2', NewPath: '/x/' }),
      fails('getUser', { UserName: 'alice' }, 'NoSuchEntityException'),
      step('getUser', { UserName: 'alice2' }, { User: { Path: '/x/' } })
    ]
  },
  {
    name: 'tags are added, written over and taken away',
    steps: [
      alice,
      step('tagUser', {
        UserName: 'alice',
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '2' }
        ]
      }),
      step('tagUser', { UserName: 'alice', Tags: [{ Key: 'b', Value: '3' }] }),
      step('untagUser', { UserName: 'alice', TagKeys: ['a'] }),
      step('listUserTags', { UserName: 'alice' }, { Tags: [{ Key: 'b', Value: '3' }] })
    ]
  }
]

import { writeInstant } from '../../../book/instant.ts'
import { AwsError } from '../error.ts'
import type { Call, Operations } from '../operation.ts'
import { pageFields, pageOf } from '../paging.ts'
import { RULES } from '../params.ts'
import { sortedBy } from '../snapshot.ts'
import type { User } from '../state.ts'
import { holderArn } from './holders.ts'
import { namedUser, namedUserArn } from './users.ts'

const resource = (call: Call): string => holderArn('User', call)

function login(user: User): NonNullable<User['login']> {
  if (user.login === null)
    throw new AwsError('NoSuchEntity', `Login Profile for User ${user.name} cannot be found.`)
  return user.login
}

function shape(user: User, profile: NonNullable<User['login']>) {
  return {
    UserName: user.name,
    CreateDate: writeInstant(profile.created),
    PasswordResetRequired: profile.resetRequired
  }
}

function serialNumber(call: Call): string {
  return call.params.text('SerialNumber', { ...RULES.any, min: 9, max: 256 })
}

/** Console passwords and MFA devices. A device is known from when it is enabled: virtual ones aren't made first. */
export const signInOperations: Operations = {
  CreateLoginProfile: {
    kind: 'write',
    resource,
    run: (call) => {
      const user = namedUser(call)
      if (user.login !== null)
        throw new AwsError('EntityAlreadyExists', `Login Profile for user ${user.name} already exists.`)
      const profile = { created: call.now, resetRequired: call.params.flag('PasswordResetRequired') ?? false }
      call.state.users.set(user.name, { ...user, login: profile })
      return { LoginProfile: shape(user, profile) }
    }
  },
  GetLoginProfile: {
    kind: 'read',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      return { LoginProfile: shape(user, login(user)) }
    }
  },
  DeleteLoginProfile: {
    kind: 'write',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      login(user)
      call.state.users.set(user.name, { ...user, login: null })
      return null
    }
  },
  EnableMFADevice: {
    kind: 'write',
    resource,
    run: (call) => {
      const user = namedUser(call)
      const serial = serialNumber(call)
      for (const one of call.state.users.values()) {
        if (one.mfa.some((device) => device.serial === serial)) {
          throw new AwsError('EntityAlreadyExists', `MFA device ${serial} is already in use.`)
        }
      }
      if (user.mfa.length >= 8)
        throw new AwsError('LimitExceeded', 'Cannot exceed quota for MFADevicesPerUser: 8')
      call.state.users.set(user.name, { ...user, mfa: [...user.mfa, { serial, enabled: call.now }] })
      return null
    }
  },
  DeactivateMFADevice: {
    kind: 'write',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const serial = serialNumber(call)
      if (!user.mfa.some((one) => one.serial === serial)) {
        throw new AwsError('NoSuchEntity', `MFA device ${serial} of user ${user.name} cannot be found.`)
      }
      call.state.users.set(user.name, { ...user, mfa: user.mfa.filter((one) => one.serial !== serial) })
      return null
    }
  },
  ListMFADevices: {
    kind: 'read',
    resource: namedUserArn,
    run: (call) => {
      const user = namedUser(call)
      const page = pageOf(
        sortedBy(user.mfa, (one) => one.serial),
        (one) => one.serial,
        call
      )
      const devices = page.items.map((one) => ({
        UserName: user.name,
        SerialNumber: one.serial,
        EnableDate: writeInstant(one.enabled)
      }))
      return { MFADevices: devices, ...pageFields(page) }
    }
  }
}

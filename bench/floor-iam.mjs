// The floor: the bulk reads of one account by the unmodified SDK, its answers thrown away.
import { IAMClient, paginateGetAccountAuthorizationDetails, paginateListRoles } from '@aws-sdk/client-iam'

const client = new IAMClient({})
let pages = 0
const filter = { Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy'], MaxItems: 1000 }
for await (const _ of paginateGetAccountAuthorizationDetails({ client }, filter)) pages++
for await (const _ of paginateListRoles({ client }, { MaxItems: 1000 })) pages++
console.log(pages)

import { ApiUrl } from '@linkspan/connector-kit/authorizers/credentials'
import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const Text = z.string().trim().min(1)
const Secret = z.string().min(1)

/** How we and the partner prove who we are to each other, in both directions. */
export const DoiCredentials = z.object({
  doiEndpoint: ApiUrl.describe('Where orders are posted.'),
  doiUsername: Text.describe('HTTP Basic, of what we send.'),
  doiPassword: secret(Secret),
  doiSharedSecret: secret(Secret).optional().describe('Within cXML documents, in both directions; the password unless told.'),
  doiInboundUsername: Text.optional().describe('HTTP Basic, of what the partner sends to us; doiUsername unless told.'),
  doiInboundPassword: secret(Secret).optional().describe('doiPassword unless told.'),
})
export type DoiCredentials = z.infer<typeof DoiCredentials>

/** What the partner must show when it sends to us. */
export const inboundProof = ({ doiUsername, doiPassword, ...more }: DoiCredentials) => ({
  username: more.doiInboundUsername ?? doiUsername,
  password: more.doiInboundPassword ?? doiPassword,
  sharedSecret: more.doiSharedSecret ?? doiPassword,
})

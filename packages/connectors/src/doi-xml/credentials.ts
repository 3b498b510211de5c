import { ApiUrl, clientCertificateFields } from '@linkspan/connector-kit/authorizers/credentials'
import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const Text = z.string().trim().min(1)
const Secret = z.string().min(1)

/** The credentials that we and the partner show each other. */
export const DoiCredentials = z.object({
  doiEndpoint: ApiUrl.describe('Where orders are posted.'),
  doiUsername: Text.describe('HTTP Basic, for what we send.'),
  doiPassword: secret(Secret),
  doiSharedSecret: secret(Secret).optional().describe('In cXML documents, in both directions; doiPassword by default.'),
  doiInboundUsername: Text.optional().describe('HTTP Basic, for what the partner sends to us; doiUsername by default.'),
  doiInboundPassword: secret(Secret).optional().describe('doiPassword by default.'),
  ...clientCertificateFields,
})
export type DoiCredentials = z.infer<typeof DoiCredentials>

/** The credentials that the partner must show when it sends to us. */
export const inboundCredentials = ({ doiUsername, doiPassword, ...more }: DoiCredentials) => ({
  username: more.doiInboundUsername ?? doiUsername,
  password: more.doiInboundPassword ?? doiPassword,
  sharedSecret: more.doiSharedSecret ?? doiPassword,
})

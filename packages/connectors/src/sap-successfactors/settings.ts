import { apiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const { apiUrl, username, password, oauthToken, clientId, clientSecret, tokenUrl, scope } = apiCredentials

export const SfCredentials = z.object({
  apiUrl,
  companyId: z
    .string()
    .trim()
    .regex(/^[\w.-]+$/, 'must be the id of a company (an instance) in SuccessFactors')
    .optional(),
  clientId,
  privateKey: secret(z.string().regex(/^\s*-----BEGIN [A-Z ]+-----/, 'must be PEM text, beginning with "-----BEGIN PRIVATE KEY-----"'))
    .optional()
    .describe('The private key whose certificate is registered for the OAuth client.'),
  privateKeyPassphrase: secret(z.string().min(1)).optional(),
  samlAssertion: secret(z.string().regex(/^[A-Za-z0-9+/=_\s-]+$/, 'must be base64'))
    .optional()
    .describe('A signed SAML assertion that was made elsewhere, as base64, in place of the private key.'),
  username,
  password,
  clientSecret,
  tokenUrl,
  scope,
  oauthToken,
})
export type SfCredentials = z.infer<typeof SfCredentials>

const word = z.string().trim().min(1).max(60)

/** The connector's own settings. */
export const SfSettings = z.object({
  source: z
    .enum(['user', 'employee-central'])
    .default('user')
    .describe('Where employees are read: the entity User, or PerPerson with employments and jobs of Employee Central.'),
  path: z
    .string()
    .trim()
    .regex(/^[^?#\s]+$/, 'must be a path without query')
    .optional()
    .describe('Path of the entity set, if it is another: beginning with "/" from the host\'s root, else below the service root.'),
  userStatuses: z
    .array(z.string().regex(/^\w{1,10}$/))
    .min(1)
    .default(['t', 'f', 'T', 'F', 'e', 'd'])
    .describe('All values of the status of User. Without them SuccessFactors shows active users only.'),
  statuses: z
    .record(word, z.enum(['active', 'on_leave', 'pending', 'terminated']))
    .optional()
    .describe('What statuses mean, as in {"U": "on_leave"}: of User its letters, of Employee Central the codes of emplStatus.'),
  futureHires: z
    .boolean()
    .default(true)
    .describe('Employee Central: also ask for what becomes valid after today, so that people are known before their first day.'),
  paging: z.enum(['cursor', 'snapshot']).default('cursor').describe('How SuccessFactors keeps the pages of a reading together.'),
  countsRows: z.boolean().default(true).describe('Ask how many users there are, and expect as many.'),
  saml: z
    .strictObject({
      issuer: word.optional().describe("The issuer of assertions; the client's id unless told."),
      audience: z.string().trim().min(1).max(200).default('www.successfactors.com'),
      subjectIs: z.enum(['username', 'userId']).default('username').describe('What the credential username is: a login name or a user id.'),
    })
    .prefault({})
    .describe('What assertions say.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).optional().describe('The most bytes of one answer. 64 MiB unless told.'),
})
export type SfSettings = z.infer<typeof SfSettings>

import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

/** Where an ERP answers. Credentials do not belong into a URL: they would be shown to everyone who may read. */
export const ApiUrl = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with https:// or http://' }).refine((text) => {
  if (!URL.canParse(text)) return true // it is refused for that already
  const { username, password } = new URL(text)
  return username === '' && password === ''
}, 'must not hold user and password: enter them in their own fields')

const Text = z.string().trim().min(1)
const Secret = z.string().min(1)
/** Goes into a header, which takes no other characters. */
const HeaderSecret = Secret.regex(/^[\x21-\x7e]+$/, 'must consist of visible ASCII characters: perhaps a line break was copied along')

const Pem = (what: string) => Secret.regex(/^\s*-----BEGIN [A-Z ]+-----/, `must be PEM text, beginning with "-----BEGIN ${what}-----"`)

/** A client certificate, for servers that ask for one in the TLS handshake. */
export const clientCertificateFields = {
  clientCertificate: secret(Pem('CERTIFICATE')).optional().describe('PEM, with the certificates between it and its authority behind it.'),
  clientKey: secret(Pem('PRIVATE KEY')).optional().describe('The private key of clientCertificate: PEM, without a passphrase.'),
}

/** The id of a tenant of Microsoft Entra, or one of its domains. */
export const EntraTenant = z
  .string()
  .trim()
  .regex(/^[\w.-]+$/, 'must be the id of a Microsoft Entra tenant, or its domain')

/** The credential fields that every connector by web service takes. Which of them are used is said in each README. */
export const apiCredentials = {
  apiUrl: ApiUrl,
  username: Text.optional(),
  password: secret(Secret).optional(),
  apiKey: secret(HeaderSecret).optional(),
  apiSecret: secret(Secret).optional(),
  oauthToken: secret(HeaderSecret).optional(),
  clientId: Text.optional(),
  clientSecret: secret(Secret).optional(),
  tokenUrl: ApiUrl.optional(),
  scope: Text.optional(),
  ...clientCertificateFields,
}

export const ApiCredentials = z.object(apiCredentials)
export type ApiCredentials = z.infer<typeof ApiCredentials>

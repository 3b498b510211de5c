import { createPrivateKey, randomUUID } from 'node:crypto'
import { AppError, type Clock } from '@linkspan/core/connector'
import { SignedXml } from 'xml-crypto'
import { buildXml, element } from '../xml/build-xml.ts'

/** What a SAML 2.0 assertion says, and the key that signs it. */
export interface SamlOptions {
  /** PEM: PKCS #8 or PKCS #1, RSA. */
  readonly privateKey: string
  readonly passphrase?: string | undefined
  readonly issuer: string
  /** For whom the token is asked for. */
  readonly subject: string
  readonly audience: string
  /** The URL of the token server. */
  readonly recipient: string
  readonly attributes?: Readonly<Record<string, string | undefined>> | undefined
  /** 10 minutes by default. It is valid from as long before now, for clocks that differ. */
  readonly lifetimeSeconds?: number | undefined
}

const saml = 'urn:oasis:names:tc:SAML:2.0'
const canonical = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/**
 * A signed SAML 2.0 bearer assertion (RFC 7522), as base64. Throws `setup.settings-invalid` if the key cannot be read or is not an RSA key.
 */
export function signSamlAssertion(options: SamlOptions, clock: Clock): string {
  const signature = new SignedXml({
    privateKey: toPem(options),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: canonical,
  })
  signature.addReference({
    xpath: "/*[local-name(.)='Assertion']",
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', canonical],
  })
  signature.computeSignature(assertionOf(options, clock.now().getTime()), {
    prefix: 'ds',
    location: { reference: "/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']", action: 'after' },
  })
  return Buffer.from(signature.getSignedXml(), 'utf8').toString('base64')
}

function assertionOf({ issuer, subject, audience, recipient, attributes = {}, lifetimeSeconds = 600 }: SamlOptions, now: number): string {
  const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()
  const [issued, from, until] = [at(0), at(-lifetimeSeconds), at(lifetimeSeconds)]
  const told = Object.entries(attributes).filter((each): each is [string, string] => each[1] !== undefined)
  const assertion = element(
    'saml2:Assertion',
    { 'xmlns:saml2': `${saml}:assertion`, ID: `_${randomUUID()}`, IssueInstant: issued, Version: '2.0' },
    element('saml2:Issuer', {}, issuer),
    element(
      'saml2:Subject',
      {},
      element('saml2:NameID', { Format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified' }, subject),
      element(
        'saml2:SubjectConfirmation',
        { Method: `${saml}:cm:bearer` },
        element('saml2:SubjectConfirmationData', { NotOnOrAfter: until, Recipient: recipient }),
      ),
    ),
    element(
      'saml2:Conditions',
      { NotBefore: from, NotOnOrAfter: until },
      element('saml2:AudienceRestriction', {}, element('saml2:Audience', {}, audience)),
    ),
    element(
      'saml2:AuthnStatement',
      { AuthnInstant: issued, SessionIndex: randomUUID() },
      element('saml2:AuthnContext', {}, element('saml2:AuthnContextClassRef', {}, `${saml}:ac:classes:X509`)),
    ),
    told.length === 0
      ? undefined
      : element(
          'saml2:AttributeStatement',
          {},
          told.map(([name, value]) => element('saml2:Attribute', { Name: name }, element('saml2:AttributeValue', {}, value))),
        ),
  )
  return buildXml(assertion)
}

function toPem({ privateKey, passphrase }: SamlOptions): string {
  try {
    const key = createPrivateKey({ key: privateKey, passphrase })
    if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs8', format: 'pem' }) as string
  } catch (cause) {
    throw new AppError('setup.settings-invalid', 'The private key cannot be read: enter it as PEM, with its passphrase if it has one', {
      cause,
    })
  }
  throw new AppError('setup.settings-invalid', 'The private key is no RSA key: enter that of the registered OAuth client')
}

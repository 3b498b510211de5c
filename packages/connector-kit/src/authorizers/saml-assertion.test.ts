import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { childrenOf, elementsAt } from '../xml/element.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { signSamlAssertion } from './saml-assertion.ts'

const clock = { now: () => new Date('2026-11-23T10:00:00.000Z') }
/** A new RSA key as PEM, sealed with a passphrase if there is one. */
const newKey = (passphrase?: string) =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }) },
  })
const { privateKey, publicKey } = newKey()
const options = {
  privateKey,
  issuer: 'shop & co.example',
  subject: 'INTEGRATION',
  audience: 'www.successfactors.com',
  recipient: 'https://api4.successfactors.example/oauth/token',
  attributes: { api_key: 'client-1', use_username: undefined },
}

/** The assertion's text, if its signature is that of the key. */
function verified(encoded: string, publicCert: string): string {
  const xml = Buffer.from(encoded, 'base64').toString('utf8')
  const signature = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
  signature.loadSignature(/<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)?.[0] ?? '')
  if (!signature.checkSignature(xml)) throw new Error('The signature is not valid')
  return xml
}

test('an assertion is signed by the key, for the recipient and for ten minutes', async () => {
  const root = await parseXml(verified(signSamlAssertion(options, clock), publicKey))
  const [confirmed] = elementsAt(root, 'Subject/SubjectConfirmation/SubjectConfirmationData')
  expect(confirmed?.attributes).toMatchObject({ Recipient: options.recipient, NotOnOrAfter: '2026-11-23T10:10:00.000Z' })
  const [conditions] = elementsAt(root, 'Conditions')
  expect(conditions?.attributes).toMatchObject({ NotBefore: '2026-11-23T09:50:00.000Z' })
  expect(childrenOf(root, 'Issuer').map(({ text }) => text)).toEqual(['shop & co.example'])
  expect(elementsAt(root, 'Subject/NameID').map(({ text }) => text)).toEqual(['INTEGRATION'])
  expect(elementsAt(root, 'Conditions/AudienceRestriction/Audience').map(({ text }) => text)).toEqual(['www.successfactors.com'])
  const attributes = elementsAt(root, 'AttributeStatement/Attribute')
  expect(attributes.map((each) => [each.attributes.Name, elementsAt(each, 'AttributeValue')[0]?.text])).toEqual([['api_key', 'client-1']])
})

test('a changed assertion, or another key, does not fit the signature', () => {
  const encoded = signSamlAssertion(options, clock)
  const changed = Buffer.from(encoded, 'base64').toString('utf8').replace('INTEGRATION', 'ADMIN')
  expect(() => verified(Buffer.from(changed).toString('base64'), publicKey)).toThrow()
  expect(() => verified(encoded, newKey().publicKey)).toThrow()
})

test('an encrypted key is opened with its passphrase, and other keys are named', () => {
  const sealed = newKey('Sesam')
  verified(signSamlAssertion({ ...options, privateKey: sealed.privateKey, passphrase: 'Sesam' }, clock), sealed.publicKey)
  expect(() => signSamlAssertion({ ...options, privateKey: sealed.privateKey }, clock)).toThrow(/passphrase/)
  const curve = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  expect(() => signSamlAssertion({ ...options, privateKey: curve.privateKey }, clock)).toThrow(/no RSA key/)
})

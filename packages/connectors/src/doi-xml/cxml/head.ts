import { child, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { DocumentHead } from '../documents.ts'
import { instantAt, requiredAt } from '../values.ts'

/** What a message says about itself, apart from the order that its request is about. */
export type CxmlHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>

/**
 * Reads who sent a message and what identifies it. Check the sender before you use anything else from the message. Throws `request.invalid`
 * if the document is not cXML or has no payloadID.
 */
export function readCxmlHead(root: XmlElement): CxmlHead {
  if (root.name !== 'cXML') throw new AppError('request.invalid', `The document is <${root.name}>, and cXML was expected`)
  const credentials = elementsAt(root, 'Header/Sender/Credential')
  const credential = credentials.find((each) => child(each, 'SharedSecret')) ?? credentials[0]
  return {
    payloadId: requiredAt(root, '@payloadID'),
    sender: {
      domain: textAt(credential, '@domain') ?? null,
      identity: textAt(credential, 'Identity') ?? null,
      sharedSecret: textAt(credential, 'SharedSecret') ?? null,
    },
    isTest: textAt(root, 'Request/@deploymentMode') === 'test',
    writtenAt: instantAt(root, '@timestamp'),
  }
}

import { element } from '@linkspan/connector-kit/xml/build-xml'
import { elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { buildRequest, type CxmlMessage, type CxmlParties } from './envelope.ts'

/**
 * A request for the messages that a partner accepts (docs/erp/cxml.md#profile-requests). It changes nothing, so a connection test sends it.
 */
export const buildProfileRequest = (parties: CxmlParties, message: CxmlMessage): string =>
  buildRequest(element('ProfileRequest'), parties, message)

/** The requests that the partner accepts, such as `OrderRequest`, with their URLs. Empty if the answer has no profile. */
export const readProfile = (root: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elementsAt(root, 'Response/ProfileResponse/Transaction').flatMap((each) => {
      const [name, url] = [textAt(each, '@requestName'), textAt(each, 'URL')]
      return name !== undefined && url !== undefined ? [[name, url]] : []
    }),
  )

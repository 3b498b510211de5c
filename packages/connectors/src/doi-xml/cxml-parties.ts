import { type DoiCredentials, inboundCredentials } from './credentials.ts'
import type { CxmlIdentity, CxmlParties } from './cxml/envelope.ts'
import type { CxmlOrderSettings } from './cxml/order-request.ts'
import { CxmlSettings, type DoiSettings } from './settings.ts'

/**
 * Who sends and who receives in cXML, and what else orders need, from the settings; what they leave out is derived from the credentials.
 */
export function cxmlPartiesOf(settings: DoiSettings, credentials: DoiCredentials): CxmlParties & CxmlOrderSettings {
  const { from, to, sender, classification, units, defaultUnit, extrinsics, ...more } = settings.cxml ?? CxmlSettings.parse({})
  const us: CxmlIdentity = from ?? { domain: 'NetworkId', identity: credentials.doiUsername }
  return {
    ...more,
    from: us,
    to: to ?? { domain: 'NetworkId', identity: new URL(credentials.doiEndpoint).hostname },
    sender: sender ?? us,
    sharedSecret: inboundCredentials(credentials).sharedSecret,
    ...(classification && { classification }),
    ...(units && { units }),
    ...(defaultUnit !== undefined && { defaultUnit }),
    ...(extrinsics && { extrinsics }),
  }
}

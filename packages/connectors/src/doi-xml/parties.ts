import { type DoiCredentials, inboundProof } from './credentials.ts'
import type { CxmlIdentity, CxmlParties } from './cxml/envelope.ts'
import type { CxmlOrderSettings } from './cxml/order-request.ts'
import { CxmlSettings, type DoiSettings } from './settings.ts'

/** How we and the partner know each other in cXML. */
export function cxmlOf(settings: DoiSettings, credentials: DoiCredentials): CxmlParties & CxmlOrderSettings {
  const { from, to, sender, classification, units, defaultUnit, extrinsics, ...more } = settings.cxml ?? CxmlSettings.parse({})
  const us: CxmlIdentity = from ?? { domain: 'NetworkId', identity: credentials.doiUsername }
  return {
    ...more,
    from: us,
    to: to ?? { domain: 'NetworkId', identity: new URL(credentials.doiEndpoint).hostname },
    sender: sender ?? us,
    sharedSecret: inboundProof(credentials).sharedSecret,
    ...(classification && { classification }),
    ...(units && { units }),
    ...(defaultUnit !== undefined && { defaultUnit }),
    ...(extrinsics && { extrinsics }),
  }
}

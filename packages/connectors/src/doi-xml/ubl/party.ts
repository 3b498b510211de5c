import { element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import type { Order } from '@linkspan/core/connector'

/** A company in UBL. */
export interface UblParty {
  /** Its electronic address, with a scheme of Peppol such as `0088`. */
  readonly endpoint?: { readonly scheme: string; readonly id: string }
  readonly id?: string
  readonly name?: string
}

/** `Party`. The id and the name of the settings count; without them, those of the order. */
export function ublParty({ endpoint, id, name }: UblParty, orderId?: string, orderName?: string): XmlNode {
  const [partyId, partyName] = [id ?? orderId, name ?? orderName]
  return element('cac:Party', {}, [
    endpoint && element('cbc:EndpointID', { schemeID: endpoint.scheme }, endpoint.id),
    partyId === undefined ? undefined : element('cac:PartyIdentification', {}, element('cbc:ID', {}, partyId)),
    partyName === undefined ? undefined : element('cac:PartyName', {}, element('cbc:Name', {}, partyName)),
  ])
}

/** `DeliveryAddress`. A country that is not a code is written as a name. */
export function deliveryAddress({ line1, line2, city, postalCode, region, country }: NonNullable<Order['shipTo']>): XmlNode {
  const basic = (name: string, text: string | undefined): XmlNode | undefined =>
    text === undefined ? undefined : element(`cbc:${name}`, {}, text)
  return element('cac:DeliveryAddress', {}, [
    basic('StreetName', line1),
    basic('AdditionalStreetName', line2),
    basic('CityName', city),
    basic('PostalZone', postalCode),
    basic('CountrySubentity', region),
    country === undefined
      ? undefined
      : element('cac:Country', {}, basic(/^[A-Z]{2}$/.test(country) ? 'IdentificationCode' : 'Name', country)),
  ])
}

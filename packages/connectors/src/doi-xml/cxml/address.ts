import { element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import type { Order } from '@linkspan/core/connector'

export type Address = NonNullable<Order['shipTo']>

const isCode = (country: string): boolean => /^[A-Z]{2}$/.test(country)

/** The English name of a country code. What is not a code is a name already. */
const countryName = (country: string): string =>
  isCode(country) ? (new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(country) ?? country) : country

/**
 * An address in cXML. It always has a name; the elements that a postal address must have are empty if they are unknown.
 * @param nameless the name of an address that has none
 */
export function addressElement(address: Address, nameless: string, language: string): XmlNode {
  const { name = nameless, line1, city, country = '', email, phone } = address
  const isoCountryCode = isCode(country) ? country : ''
  const hasPlace = line1 !== undefined || city !== undefined || country !== ''
  return element('Address', isoCountryCode === '' ? {} : { isoCountryCode }, [
    element('Name', { 'xml:lang': language }, name),
    hasPlace ? postalAddress(address, isoCountryCode) : undefined,
    email === undefined ? undefined : element('Email', {}, email),
    phone === undefined ? undefined : phoneElement(phone, isoCountryCode),
  ])
}

function postalAddress({ line1, line2, city, region, postalCode, country = '' }: Address, isoCountryCode: string): XmlNode {
  return element('PostalAddress', {}, [
    element('Street', {}, line1),
    line2 === undefined ? undefined : element('Street', {}, line2),
    element('City', {}, city),
    region === undefined ? undefined : element('State', {}, region),
    postalCode === undefined ? undefined : element('PostalCode', {}, postalCode),
    element('Country', { isoCountryCode }, countryName(country)),
  ])
}

/** The whole number in one element, since we do not know where its country and area codes end. */
const phoneElement = (phone: string, isoCountryCode: string): XmlNode =>
  element(
    'Phone',
    {},
    element('TelephoneNumber', {}, element('CountryCode', { isoCountryCode }), element('AreaOrCityCode'), element('Number', {}, phone)),
  )

const base = 'urn:oasis:names:specification:ubl:schema:xsd:'

/** The namespaces of UBL's elements (docs/erp/ubl.md#namespaces). */
export const ublNamespaces = {
  cac: `${base}CommonAggregateComponents-2`,
  cbc: `${base}CommonBasicComponents-2`,
} as const

/** The namespace of a document such as `Order`. */
export const ublDocument = (name: string): string => `${base}${name}-2`

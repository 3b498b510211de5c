/** How a version of OData writes values in filters and keys (docs/erp/sap-s4hana.md#literals-in-filters). */
export type ODataVersion = 'v2' | 'v4'

/** A text: in single quotes, a quote within it doubled. */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A moment: ISO 8601 in UTC. */
export const instantLiteral = (version: ODataVersion, iso: string): string => (version === 'v2' ? `datetimeoffset'${iso}'` : iso)

/** A day, `YYYY-MM-DD`: V2 wants a time without a zone. */
export const dayLiteral = (version: ODataVersion, day: string): string => (version === 'v2' ? `datetime'${day}T00:00:00'` : day)

/** An exact decimal, as text. */
export const decimalLiteral = (version: ODataVersion, decimal: string): string => (version === 'v2' ? `${decimal}M` : decimal)

export const guidLiteral = (version: ODataVersion, guid: string): string => (version === 'v2' ? `guid'${guid}'` : guid)

/** `(…)` behind an entity set: one literal, or several by the names of the key's properties. What a URL may not hold is encoded. */
export function keyPredicate(key: string | Readonly<Record<string, string>>): string {
  const literals = typeof key === 'string' ? [key] : Object.entries(key).map(([name, literal]) => `${name}=${literal}`)
  return `(${literals.map((literal) => encodeURIComponent(literal).replaceAll('%3D', '=').replaceAll('%3A', ':')).join(',')})`
}

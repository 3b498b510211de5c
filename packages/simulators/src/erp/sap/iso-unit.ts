const isoUnits: Readonly<Record<string, string>> = { PC: 'PCE', ST: 'PCE', EA: 'EA', KG: 'KGM', M: 'MTR', SET: 'SET', KAR: 'CT' }

/** The ISO code of an SAP unit (docs/erp/sap-s4hana.md#units-of-measure); empty if it has none. */
export function isoUnit(unit: string): string {
  return isoUnits[unit] ?? ''
}

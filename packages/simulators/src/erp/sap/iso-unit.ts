const isoUnits: Readonly<Record<string, string>> = { PC: 'PCE', ST: 'PCE', EA: 'EA', KG: 'KGM', M: 'MTR', SET: 'SET', KAR: 'CT' }

/** The ISO code of an SAP unit (docs/erp/sap-s4hana.md#units-of-measure); empty if it has none. */
export function isoUnit(unit: string): string {
  return isoUnits[unit] ?? ''
}

/** The SAP unit that an ISO code stands for; undefined if none is assigned to it. */
export const unitOfIso = (code: string): string | undefined => Object.keys(isoUnits).find((unit) => isoUnits[unit] === code)

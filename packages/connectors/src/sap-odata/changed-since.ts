import { dayLiteral, instantLiteral, type ODataVersion } from '@linkspan/connector-kit/odata/literals'

/**
 * The condition for what changed at this time or later. With `orCreated` also for what was created since: some releases leave the change
 * time empty until the first change (docs/erp/sap-s4hana.md#change-times).
 */
export function changedSince(version: ODataVersion, since: string, orCreated: boolean): string {
  const changed = `LastChangeDateTime ge ${instantLiteral(version, since)}`
  return orCreated ? `(${changed} or CreationDate ge ${dayLiteral(version, since.slice(0, 10))})` : changed
}

import type { DataTypeId, TargetPlace } from '@linkspan/core/connector'
import type { DoiSettings } from './settings.ts'

/** Only a template has places of the partner's own; cXML and UBL say where each field is. */
export function placeInMessage(_path: string, _dataType: DataTypeId, { dialect }: DoiSettings): TargetPlace {
  return dialect === 'template'
    ? { kind: 'path' }
    : { kind: 'own', reason: `${dialect === 'ubl' ? 'UBL' : 'cXML'} says itself where each field is.` }
}

import { Link } from '@tanstack/react-router'
import { allOpen } from '../api/mapping-sample.ts'
import type { DataType } from '../api/names.ts'
import { texts } from '../texts/texts.ts'

const words = texts.rejects

interface FixMappingProps {
  readonly connectionId: string
  readonly dataType: DataType
  /** The run that rejected the records; without it, those that are open over all runs. */
  readonly runId?: string
  readonly path: string
  readonly reason: string
  /** Whose mapping it is, if the link stands beside others. */
  readonly name?: string
}

/** Leads to the mapping of a data type, tried on the records that were rejected for a reason. */
export function FixMapping({ connectionId, dataType, runId = allOpen, path, reason, name }: FixMappingProps) {
  return (
    <Link
      to="/erp-connections/$id/mapping/$dataType"
      params={{ id: connectionId, dataType }}
      search={{ rejects: runId, ...(path !== '' && { path }), ...(reason !== '' && { reason }) }}
    >
      {name === undefined ? words.fixMapping : words.fixMappingOf(name)}
    </Link>
  )
}

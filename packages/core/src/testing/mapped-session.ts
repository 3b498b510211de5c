import type { Connector, Session } from '../connector/connector.ts'
import type { RecordSink } from '../connector/sink.ts'
import { FieldMapping, Transformation } from '../mapping/mapping.ts'
import { openMapping } from '../mapping/open-mapping.ts'
import { openReverseMapping } from '../mapping/open-reverse-mapping.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { SourceRecord } from '../records/record.ts'
import { mappedSink } from '../sync/push/mapped-sink.ts'

type Given = Readonly<Record<string, unknown>>

export interface MappedSession extends AsyncDisposable {
  readonly sink: RecordSink
  /** The canonical fields that a pull makes of a row. Throws if the mapping refuses it. */
  read(record: SourceRecord): Promise<Given>
  /** Paths that a push cannot write, with the reasons. */
  readonly readOnly: Readonly<Record<string, string>>
}

/** A session of a connector behind a mapping, as a run has it. `settings` are the connector's own. */
export function mappedSession(
  { connector, session, dataType, settings }: { connector: Connector; session: Session; dataType: DataTypeId; settings: Given },
  given: { readonly fieldMapping?: Given; readonly transformations?: readonly Given[] },
): MappedSession {
  const mappingSettings = {
    fieldMapping: FieldMapping.parse(given.fieldMapping ?? {}),
    transformations: (given.transformations ?? []).map((one) => Transformation.parse(one)),
  }
  const { signal } = new AbortController()
  const own = connector.settings.parse(settings)
  const mapping = openMapping(mappingSettings, signal)
  const reverse = openReverseMapping(mappingSettings, signal, (path) => connector.placeOf?.(path, dataType, own) ?? { kind: 'path' })
  const sink = session.sink?.(dataType)
  if (!sink || !mapping || !reverse) throw new Error('There is nothing to map')
  return {
    sink: mappedSink(sink, { mapping, reverse }),
    readOnly: Object.fromEntries(reverse.plan.fields.flatMap(({ path, readOnly }) => (readOnly ? [[path, readOnly.reason]] : []))),
    async read(record) {
      const mapped = (await mapping.mapperFor([record]))(record)
      if (mapped.kind !== 'mapped') throw new Error(JSON.stringify(mapped))
      return mapped.record.fields
    },
    async [Symbol.asyncDispose]() {
      await mapping[Symbol.asyncDispose]()
      await reverse[Symbol.asyncDispose]()
    },
  }
}

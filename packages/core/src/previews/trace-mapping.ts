import { excerptOf } from '../kernel/excerpt.ts'
import type { Draft, MappingSettings, Transformation } from '../mapping/mapping.ts'
import type { MappingObserver } from '../mapping/open-mapping.ts'
import { parsePath, readPath, type Steps } from '../mapping/path.ts'
import type { SourceRecord } from '../records/record.ts'
import type { TracedField } from './evaluation.ts'

const maxCharacters = 1000

export interface MappingTrace {
  readonly observer: MappingObserver
  /** The way of each field of this record, once it is mapped. */
  of(source: SourceRecord): TracedField[]
}

interface TracedPath {
  readonly field: string
  readonly steps: Steps
}

/** Notes the value of each field of each record after each step of a mapping. */
export function createMappingTrace({ fieldMapping = {}, transformations = [] }: MappingSettings): MappingTrace {
  const named = [...Object.keys(fieldMapping), ...transformations.map(({ field }) => field)]
  const traces = new Map<SourceRecord, TracedField[]>()
  const faultsBefore = new Map<SourceRecord, number>()

  function beginTrace(source: SourceRecord, after: Pick<Draft, 'id' | 'fields'> | null): TracedField[] {
    const trace = pathsOf(source, named).map(({ field, steps }): TracedField => {
      const [found, mapped] =
        field === 'id'
          ? [source.id, after?.id ?? source.id]
          : [readPath(source.fields, steps), readPath(after?.fields ?? source.fields, steps)]
      return { field, found: shown(found), from: fieldMapping[field] ?? null, mapped: shown(mapped), steps: [] }
    })
    traces.set(source, trace)
    return trace
  }

  return {
    observer: {
      begun: (draft) => void beginTrace(draft.source, draft),
      stepped(draft, at) {
        const { field, operation } = transformations[at] as Transformation
        const steps = traces.get(draft.source)?.find((traced) => traced.field === field)?.steps
        const fault = draft.faults[faultsBefore.get(draft.source) ?? 0]
        faultsBefore.set(draft.source, draft.faults.length)
        steps?.push({
          transformation: at,
          operation,
          value: shown(readPath(draft.fields, parsePath(field) ?? [])),
          ...(fault && { error: fault.message }),
        })
      },
    },
    of: (source) => traces.get(source) ?? beginTrace(source, null),
  }
}

/** The id, what the connector found, and what the mapping names, each once. */
function pathsOf(source: SourceRecord, named: readonly string[]): TracedPath[] {
  const fields = new Set(['id', ...Object.keys(source.fields), ...named])
  return [...fields].map((field) => ({ field, steps: parsePath(field) ?? [] }))
}

const shown = (value: unknown): unknown => excerptOf(value, maxCharacters).value

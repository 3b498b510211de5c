import { useMemo, useState } from 'react'
import type { DataTypeDescription, EvaluatedRecord, Evaluation, Mapping, MappingOperation } from '../../api/mapping.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { texts } from '../../texts/texts.ts'
import { withFilters } from './draft.ts'
import css from './editor.module.css'
import { FieldRow } from './field-row.tsx'
import { fieldsOf, foundFields, shownFields, unmappedFields } from './fields.ts'
import { Filters } from './filters.tsx'
import { pathsOf, shortValue } from './paths.ts'
import { type KnownNames, placesOf, suggestionsFor } from './suggest.ts'

const words = texts.mapping

interface MappingPaneProps {
  readonly described: DataTypeDescription
  readonly operations: readonly MappingOperation[]
  readonly mapping: Mapping
  readonly evaluation: Evaluation | undefined
  readonly record: EvaluatedRecord | undefined
  readonly row: unknown
  /** All sampled rows. */
  readonly rows: readonly unknown[]
  readonly knownNames: KnownNames
  readonly onChange: (mapping: Mapping) => void
  readonly onFocus: (field: string) => void
}

/** One row for each canonical field: where it comes from, and what is done with it. */
export function MappingPane({
  described,
  operations,
  mapping,
  evaluation,
  record,
  row,
  rows,
  knownNames,
  onChange,
  onFocus,
}: MappingPaneProps) {
  const [added, setAdded] = useState<readonly string[]>([])
  const all = useMemo(() => fieldsOf(described, words.idField), [described])
  const options = useMemo(() => pathsOf(row).map(({ path, value }) => ({ value: path, note: shortValue(value) })), [row])
  const found = useMemo(() => foundFields(evaluation), [evaluation])
  const places = useMemo(() => placesOf(rows), [rows])
  const suggested = useMemo(() => {
    const fields = evaluation ? unmappedFields(all, mapping, found) : []
    return suggestionsFor(fields, places, knownNames, new Set(Object.values(mapping.fieldMapping)))
  }, [all, mapping, evaluation, found, places, knownNames])
  const { shown, offered } = shownFields(all, mapping, found, added, suggested)
  const traces = new Map(record?.trace?.map((traced) => [traced.field, traced]))
  return (
    <section className={css.pane} aria-label={words.title}>
      <div className={css.paneHead}>
        <h2>{words.fields}</h2>
      </div>
      <ul className={css.rows}>
        {shown.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            mapping={mapping}
            operations={operations}
            options={options}
            traced={traces.get(field.field)}
            suggestion={suggested.get(field.field)}
            onChange={onChange}
            onFocus={() => onFocus(field.field)}
          />
        ))}
      </ul>
      <Choice
        label={words.addField}
        value={undefined}
        none={words.chooseField}
        choices={offered.map(({ field }) => [field, field] as const)}
        onChange={(field) => field !== undefined && setAdded([...added, field])}
      />
      <Filters filters={mapping.filters} onChange={(filters) => onChange(withFilters(mapping, filters))} />
    </section>
  )
}

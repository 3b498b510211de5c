import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { previewRecords } from '../../api/connections.ts'
import type { DataType } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.connectionSettings
const marks = { accepted: 'ok', filtered: 'idle', rejected: 'error' } as const

/** The first records of a data type as the ERP has them, beside what they become. Nothing is stored. */
export function Sample({ connectionId, dataTypes }: { readonly connectionId: string; readonly dataTypes: readonly DataType[] }) {
  const may = useMay('operator')
  const [dataType, setDataType] = useState(dataTypes[0])
  const sample = useMutation({ mutationFn: (asked: DataType) => previewRecords(connectionId, asked) })
  const records = sample.data && 'records' in sample.data ? sample.data.records : null
  return (
    <section className={css.settings}>
      <h2>{words.sample}</h2>
      <p>{words.sampleHint}</p>
      <FilterBar>
        <Choice
          label={texts.streams.dataType}
          value={dataType}
          choices={dataTypes.map((one) => [one, texts.dataTypes[one]])}
          onChange={(next) => setDataType(next ?? dataTypes[0])}
        />
        <ActionButton
          isDisabled={!may || sample.isPending || dataType === undefined}
          onPress={() => dataType !== undefined && sample.mutate(dataType)}
        >
          {sample.isPending ? texts.loading : words.takeSample}
        </ActionButton>
        {!may && <span>{texts.needs('operator')}</span>}
      </FilterBar>
      {sample.error && problem(sample.error)}
      {records?.length === 0 && <p role="status">{words.sampleEmpty}</p>}
      {records && records.length > 0 && (
        <DataTable
          caption={words.sample}
          rows={records}
          keyOf={(record) => `${record.id} ${records.indexOf(record)}`}
          columns={[
            { title: words.recordId, cell: ({ id }) => id || '–' },
            {
              title: texts.connections.status,
              cell: ({ status, errors }) => (
                <>
                  <StateMark mark={marks[status]} word={words.fates[status]} />
                  {errors.map(({ path, message }) => (
                    <div key={`${path} ${message}`}>
                      {path} {message}
                    </div>
                  ))}
                </>
              ),
            },
            { title: words.raw, cell: ({ raw }) => <Fields value={raw} /> },
            { title: words.record, cell: ({ record }) => <Fields value={record} /> },
          ]}
        />
      )}
    </section>
  )
}

/** The fields of a record; folded, because it may have many. */
function Fields({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined) return <>–</>
  const text = JSON.stringify(value, null, 1)
  return (
    <details className={css.json}>
      <summary>{text.replace(/\s+/g, ' ').slice(0, 60)}</summary>
      <pre>{text}</pre>
    </details>
  )
}

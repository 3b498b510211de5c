import type { EvaluatedRecord, Evaluation, Filter } from '../../api/mapping.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { shortValue } from './paths.ts'
import { statusMarks } from './status-marks.ts'

const words = texts.mapping

interface ResultPaneProps {
  readonly evaluation: Evaluation | undefined
  readonly record: EvaluatedRecord | undefined
  readonly savedRecord: EvaluatedRecord | undefined
  readonly filters: readonly Filter[]
  readonly focused: string | undefined
  readonly isWorking: boolean
}

/** What the mapping makes of the row, and of all rows of the sample. */
export function ResultPane({ evaluation, record, savedRecord, filters, focused, isWorking }: ResultPaneProps) {
  return (
    <section className={css.pane} aria-label={words.result}>
      <div className={css.paneHead}>
        <h2>{words.result}</h2>
        {record && <StateMark mark={statusMarks[record.status]} word={words.status[record.status]} />}
        {isWorking && <span className={css.count}>{words.working}</span>}
      </div>
      {record && (
        <>
          {record.filteredBy && <p>{words.filteredBy(filterInWords(filters[record.filteredBy.filter] ?? record.filteredBy))}</p>}
          {record.errors.length > 0 && (
            <ul className={css.errors}>
              {record.errors.map(({ path, message, value }) => (
                <li key={`${path} ${message}`}>
                  <strong>{path}</strong> {message} <code>{shortValue(value)}</code>
                </li>
              ))}
            </ul>
          )}
          <Fields record={record} savedRecord={savedRecord} focused={focused} />
        </>
      )}
      {evaluation && (
        <p className={css.across} role="status">
          {words.across(
            texts.number(evaluation.records.length),
            texts.number(evaluation.accepted),
            texts.number(evaluation.filtered),
            texts.number(evaluation.rejected),
          )}
        </p>
      )}
    </section>
  )
}

const filterInWords = ({ field, operator, value }: Filter): string => `${field} ${operator} ${value === undefined ? '' : shortValue(value)}`

function Fields({ record, savedRecord, focused }: Pick<ResultPaneProps, 'savedRecord' | 'focused'> & { readonly record: EvaluatedRecord }) {
  const [now, before] = [fieldsOf(record), fieldsOf(savedRecord)]
  const wrong = new Set(record.errors.map(({ path }) => path.split('.')[0]))
  const names = [...new Set([...now.keys(), ...wrong])].filter((name): name is string => name !== undefined && name !== '')
  return (
    <dl className={css.fields}>
      {names.map((name) => (
        <div key={name} className={focused?.split(/[.[]/)[0] === name ? css.focusedField : undefined}>
          <dt>{name}</dt>
          <dd>
            <code className={wrong.has(name) ? css.wrong : undefined}>{now.has(name) ? shortValue(now.get(name)) : '–'}</code>
            {savedRecord && shortValue(now.get(name)) !== shortValue(before.get(name)) && (
              <span className={css.differs} title={words.differs}>
                ≠ <code>{before.has(name) ? shortValue(before.get(name)) : '–'}</code>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The record as it would be stored; if it would not be, as far as the mapping came. */
function fieldsOf(record: EvaluatedRecord | undefined): ReadonlyMap<string, unknown> {
  const shown = record?.record ?? record?.mapped
  if (typeof shown === 'object' && shown !== null) return new Map([['id', record?.id], ...Object.entries(shown)])
  const traced = record?.trace?.filter(({ field }) => !/[.[]/.test(field)) ?? []
  return new Map(traced.map(({ field, mapped, steps }) => [field, steps.length > 0 ? steps.at(-1)?.value : mapped]))
}

import type { Filter } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { filterOperators, filterText, filterValue } from './filter-value.ts'

const words = texts.mapping

interface FiltersProps {
  readonly filters: readonly Filter[]
  readonly onChange: (filters: readonly Filter[]) => void
}

/** The conditions that a record must meet. */
export function Filters({ filters, onChange }: FiltersProps) {
  const mayEdit = useMay('operator')
  return (
    <div className={css.filters}>
      <h3>
        {words.filters} {texts.number(filters.length)}
      </h3>
      <small>{words.filtersHint}</small>
      {filters.map((filter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: filters have no other name than their place
        <div key={at} className={css.line}>
          <input
            className={css.input}
            aria-label={words.filterField(at + 1)}
            value={filter.field}
            disabled={!mayEdit}
            onChange={({ target }) => onChange(filters.with(at, { ...filter, field: target.value }))}
          />
          <Choice
            label={words.filterOperator(at + 1)}
            value={filter.operator}
            choices={filterOperators.map((operator) => [operator, operator] as const)}
            onChange={(operator) =>
              operator && onChange(filters.with(at, { ...filter, operator, value: filterValue(operator, filterText(filter.value)) }))
            }
          />
          <input
            className={css.input}
            aria-label={words.filterValue(at + 1)}
            value={filterText(filter.value)}
            disabled={!mayEdit}
            onChange={({ target }) => onChange(filters.with(at, { ...filter, value: filterValue(filter.operator, target.value) }))}
          />
          <ActionButton label={words.removeFilter(at + 1)} isDisabled={!mayEdit} onPress={() => onChange(filters.toSpliced(at, 1))}>
            {words.remove}
          </ActionButton>
        </div>
      ))}
      <ActionButton isDisabled={!mayEdit} onPress={() => onChange([...filters, { field: '', operator: 'eq', value: '' }])}>
        {words.addFilter}
      </ActionButton>
    </div>
  )
}

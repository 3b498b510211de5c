import type { Mapping, MappingOperation, TracedField } from '../../api/mapping.ts'
import { ComboField, type ComboOption } from '../../parts/combo-field/combo-field.tsx'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { stepsOf, withPath, withStep } from './draft.ts'
import css from './editor.module.css'
import type { CanonicalField } from './fields.ts'
import { shortValue } from './paths.ts'
import { StepChip } from './step-chip.tsx'
import type { Suggestion } from './suggest.ts'

const words = texts.mapping

interface FieldRowProps {
  readonly field: CanonicalField
  readonly mapping: Mapping
  readonly operations: readonly MappingOperation[]
  readonly options: readonly ComboOption[]
  readonly traced: TracedField | undefined
  readonly suggestion: Suggestion | undefined
  readonly onChange: (mapping: Mapping) => void
  readonly onFocus: () => void
}

/** A canonical field, the path that it is read from, and its steps. */
export function FieldRow({ field: canonical, mapping, operations, options, traced, suggestion, onChange, onFocus }: FieldRowProps) {
  const { field, isRequired, description, example } = canonical
  const mayEdit = useMay('operator')
  const path = mapping.fieldMapping[field] ?? ''
  const steps = stepsOf(mapping, field)
  const add = (operation: MappingOperation) =>
    onChange(
      withStep(mapping, { field, operation: operation.operation, ...(operation.value !== null && { value: operation.example.value }) }),
    )
  return (
    <li className={css.row} onFocus={onFocus}>
      <div className={css.name}>
        <strong>{field}</strong>
        {isRequired && <span className={css.required}>{words.requiredMark}</span>}
        <small>
          {description} {example !== '' && `${words.example}: ${example}`}
        </small>
      </div>
      <div className={css.from}>
        <ComboField
          label={words.fromOf(field)}
          showAll={words.showPaths(field)}
          value={path}
          options={options}
          placeholder={traced && traced.found !== null ? words.found : words.nothing}
          isDisabled={!mayEdit}
          onChange={(next) => next !== path && onChange(withPath(mapping, field, next))}
        />
        <small>
          {path !== '' ? words.yours : traced && traced.found !== null ? words.found : words.nothing}{' '}
          <code>{shortValue(traced?.mapped)}</code>
        </small>
        {suggestion && (
          <small>
            {words.suggestion} <code>{suggestion.path}</code> ({words.fitting(suggestion.fitting, suggestion.of)},{' '}
            {words.why[suggestion.why]}){' '}
            <ActionButton
              label={words.takePath(suggestion.path, field)}
              isDisabled={!mayEdit}
              onPress={() => onChange(withPath(mapping, field, suggestion.path))}
            >
              {words.take}
            </ActionButton>
          </small>
        )}
      </div>
      <div className={css.steps}>
        {steps.map((placed, order) => (
          <StepChip
            key={placed.at}
            placed={placed}
            isFirst={order === 0}
            operation={operations.find(({ operation }) => operation === placed.step.operation)}
            before={order === 0 ? traced?.mapped : traced?.steps[order - 1]?.value}
            traced={traced?.steps[order]}
            mapping={mapping}
            onChange={onChange}
          />
        ))}
        {mayEdit && (
          <Choice
            label={words.addStep(field)}
            value={undefined}
            none={words.chooseStep}
            choices={operations.map(({ operation }) => [operation, operation] as const)}
            onChange={(name) => {
              const operation = operations.find((one) => one.operation === name)
              if (operation) add(operation)
            }}
          />
        )}
      </div>
    </li>
  )
}

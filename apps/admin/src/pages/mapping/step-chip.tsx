import { useState } from 'react'
import type { Mapping, MappingOperation, TracedField } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { type PlacedStep, stepInWords, withoutStep, withStepAt, withStepEarlier } from './draft.ts'
import css from './editor.module.css'
import { shortValue } from './paths.ts'
import { StepForm } from './step-form.tsx'

const words = texts.mapping

interface StepChipProps {
  readonly placed: PlacedStep
  readonly isFirst: boolean
  readonly operation: MappingOperation | undefined
  readonly before: unknown
  readonly traced: TracedField['steps'][number] | undefined
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** One step of a field. It opens a form, with the value before and after the step for the record that is shown. */
export function StepChip({ placed: { at, step }, isFirst, operation, before, traced, mapping, onChange }: StepChipProps) {
  const [isOpen, setIsOpen] = useState(false)
  const mayEdit = useMay('operator')
  return (
    <div className={css.step}>
      <button
        type="button"
        className={traced?.error ? css.chipWrong : css.chip}
        aria-expanded={isOpen}
        aria-label={words.step(step.operation, step.field)}
        title={stepInWords(step)}
        onClick={() => setIsOpen(!isOpen)}
      >
        {step.operation}
      </button>
      {isOpen && (
        <div className={css.form}>
          <p>{operation?.description}</p>
          {operation && mayEdit && (
            <StepForm
              operation={operation}
              value={step.value}
              onChange={(value) => onChange(withStepAt(mapping, at, { ...step, value }))}
            />
          )}
          <p>
            {words.before} <code>{shortValue(before)}</code> → {words.after} <code>{shortValue(traced?.value)}</code>
          </p>
          {traced?.error && <p className={css.wrong}>{traced.error}</p>}
          {mayEdit && (
            <div className={css.line}>
              <ActionButton onPress={() => onChange(withStepEarlier(mapping, at))} isDisabled={isFirst}>
                {words.earlier}
              </ActionButton>
              <ActionButton onPress={() => onChange(withoutStep(mapping, at))}>{words.removeStep}</ActionButton>
            </div>
          )}
        </div>
      )}
    </div>
  )
}

import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import css from './combo-field.module.css'

export interface ComboOption {
  readonly value: string
  /** What stands beside it. */
  readonly note: string
}

export interface ComboFieldProps {
  /** Nobody sees it: what is around the field says it to the eye. */
  readonly label: string
  readonly showAll: string
  readonly value: string
  readonly options: readonly ComboOption[]
  readonly placeholder: string
  readonly isDisabled?: boolean
  readonly onChange: (value: string) => void
  readonly onFocus?: () => void
}

/** A text that is typed, or chosen from a list that narrows down while one types. */
export function ComboField({ label, showAll, value, options, placeholder, isDisabled = false, onChange, onFocus }: ComboFieldProps) {
  return (
    <ComboBox
      aria-label={label}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      isDisabled={isDisabled}
      className={css.field ?? ''}
      {...(onFocus && { onFocus })}
    >
      <Group className={css.group ?? ''}>
        <Input className={css.input ?? ''} placeholder={placeholder} />
        <Button className={css.button ?? ''} aria-label={showAll}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Group>
      <Popover className={css.popover ?? ''}>
        <ListBox className={css.list ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.value} className={css.option ?? ''}>
              <span>{option.value}</span> <small>{option.note}</small>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

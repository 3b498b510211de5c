import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import css from './controls.module.css'

export interface ActionButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** The one button that a page wants to be pressed. */
  readonly isMain?: boolean
  readonly type?: 'button' | 'submit'
  /** What is acted on, for those who do not see the row. */
  readonly label?: string
  /** Of a button that stays pressed until it is pressed again. */
  readonly isPressed?: boolean
}

export function ActionButton({
  children,
  onPress,
  isDisabled = false,
  isMain = false,
  type = 'button',
  label,
  isPressed,
}: ActionButtonProps) {
  return (
    <Button
      className={`${css.button} ${isMain ? css.main : ''}`}
      type={type}
      isDisabled={isDisabled}
      {...(onPress && { onPress })}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
    </Button>
  )
}

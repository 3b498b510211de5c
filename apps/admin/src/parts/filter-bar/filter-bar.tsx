import type { ReactNode } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import css from './filter-bar.module.css'

export interface FilterBarProps {
  readonly children: ReactNode
  /** Takes all filters back. Left out if nothing is filtered. */
  readonly clear?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** The filters of a list, and the button that takes them back. */
export function FilterBar({ children, clear }: FilterBarProps) {
  return (
    <div className={css.filters}>
      {children}
      {clear && <ActionButton onPress={clear.onPress}>{clear.label}</ActionButton>}
    </div>
  )
}

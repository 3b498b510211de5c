import type { ReactNode } from 'react'
import css from './tab-links.module.css'

/** The pages of one thing, as links: each has its own address. */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {children}
    </nav>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'
import { texts } from '../texts/texts.ts'
import css from './page-head.module.css'
import { useInstallation } from './use-installation.ts'

export interface PageHeadProps {
  readonly title: string
  /** What is behind the title in the title of the window. */
  readonly facts?: ReactNode
  readonly children?: ReactNode
}

/** The heading of a page, which gets the focus when the page opens, and its actions. */
export function PageHead({ title, facts, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { name } = useInstallation()
  useEffect(() => {
    document.title = `${title} · ${name ?? texts.title}`
  }, [title, name])
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={css.head}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {facts && <div className={css.facts}>{facts}</div>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  )
}

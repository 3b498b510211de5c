import { useEffect } from 'react'
import { texts } from '../texts/texts.ts'
import css from './header.module.css'
import { useInstallation } from './use-installation.ts'

const iconOf = (color: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="${color}"/></svg>`)}`

/** Whose installation this is, with a stripe and an icon of the tab in its colour: production and a trial must not look alike. */
export function InstallationName() {
  const { name, color } = useInstallation()
  useEffect(() => {
    if (color !== null) document.querySelector('link[rel=icon]')?.setAttribute('href', iconOf(color))
  }, [color])
  return (
    <span className={css.name}>
      {color !== null && <span className={css.stripe} style={{ background: color }} aria-hidden />}
      {name === null ? texts.title : `${name} – ${texts.title}`}
    </span>
  )
}

import { useState } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storedAs = 'linkspan-theme'

const storedTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(storedAs)) ?? 'system'

/** Shows the pages as this browser was told to. */
export function applyTheme(theme: Theme = storedTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function useTheme(): readonly [theme: Theme, choose: (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme)
  return [
    theme,
    (chosen) => {
      localStorage.setItem(storedAs, chosen)
      applyTheme(chosen)
      setTheme(chosen)
    },
  ]
}

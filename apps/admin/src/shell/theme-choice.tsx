import { Monitor, Moon, Sun } from 'lucide-react'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import { themes, useTheme } from './theme.ts'

const icons = { system: Monitor, light: Sun, dark: Moon } as const

/** Light, dark, or as the system is. Each press takes the next. */
export function ThemeChoice() {
  const [theme, choose] = useTheme()
  const Icon = icons[theme]
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return (
    <ActionButton onPress={() => choose(next)} label={texts.theme.label(texts.theme[theme], texts.theme[next])}>
      <Icon size={16} aria-hidden />
    </ActionButton>
  )
}

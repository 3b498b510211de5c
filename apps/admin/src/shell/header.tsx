import { LogOut, Search } from 'lucide-react'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import css from './header.module.css'
import { HeaderClock } from './header-clock.tsx'
import { InstallationName } from './installation-name.tsx'
import { LiveMark } from './live-mark.tsx'
import { NavigationMenu } from './navigation-menu.tsx'
import { SearchField } from './search-field.tsx'
import { ThemeChoice } from './theme-choice.tsx'

export interface HeaderProps {
  readonly who: string
  readonly onSearch: () => void
  readonly onSignOut: () => void
}

/** What stands above every page: how to get elsewhere, how fresh what is shown is, and who is signed in. */
export function Header({ who, onSearch, onSignOut }: HeaderProps) {
  return (
    <header className={css.header}>
      <NavigationMenu />
      <InstallationName />
      <ActionButton onPress={onSearch} label={texts.palette.open}>
        <Search size={16} aria-hidden /> <span className={css.wide}>{texts.palette.open}</span>
      </ActionButton>
      <SearchField />
      <LiveMark />
      <HeaderClock />
      <ThemeChoice />
      <span className={css.who}>{who}</span>
      <ActionButton onPress={onSignOut} label={texts.signOut}>
        <LogOut size={16} aria-hidden /> <span className={css.wide}>{texts.signOut}</span>
      </ActionButton>
    </header>
  )
}

import { useEffect, useRef, useState } from 'react'
import { prefer, preferred } from '../parts/preferences.ts'

/** Whether single letters are keys of the pages; whoever speaks or shakes can switch them off. */
export function useLetterKeys(): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(() => preferred('shortcuts') === 'on')
  return [
    isOn,
    (on) => {
      prefer('shortcuts', on ? 'on' : 'off')
      setIsOn(on)
    },
  ]
}

export interface Keys {
  readonly openPalette: () => void
  readonly help: () => void
  readonly switchZone: () => void
  readonly copyLink: () => void
  readonly copyId: (id: string) => void
  /** Opens the page with this letter; false if there is none. */
  readonly go: (letter: string) => boolean
}

/** The keys of every page. None of them changes anything by itself. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    let isGoing = false
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
        event.preventDefault()
        latest.current.openPalette()
        return
      }
      if (ctrlKey || metaKey || altKey || preferred('shortcuts') === 'off' || event.defaultPrevented || isTyping(event.target)) return
      const wasGoing = isGoing
      isGoing = false
      if (wasGoing && latest.current.go(key)) event.preventDefault()
      else if (key === 'g') isGoing = true
      else if (pressLetter(key, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function pressLetter(key: string, keys: Keys): boolean {
  switch (key) {
    case '/':
      return focusSearch()
    case '?':
      keys.help()
      return true
    case 'u':
      keys.switchZone()
      return true
    case 'y':
      keys.copyLink()
      return true
    case 'Y':
      return copyId(keys.copyId)
    case 'j':
      return moveRow(1)
    case 'k':
      return moveRow(-1)
    case 'ArrowDown':
      return focusedRow() !== null && moveRow(1)
    case 'ArrowUp':
      return focusedRow() !== null && moveRow(-1)
    case 'x':
      return click(focusedRow()?.querySelector<HTMLElement>('input[type=checkbox]'))
    case '.':
      return click(focusedRow()?.querySelector<HTMLElement>('button[aria-haspopup]'))
    case ']':
      return moveTab(1)
    case '[':
      return moveTab(-1)
    default:
      return false
  }
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('header input[type=search]')
  field?.focus()
  field?.select()
  return field !== null
}

/** Letters belong to fields and to dialogs that are open. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return true
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

const focusedRow = (): Element | null => document.activeElement?.closest('main tbody tr, main [data-row]') ?? null

function click(element: HTMLElement | null | undefined): boolean {
  element?.click()
  return Boolean(element)
}

/** Copies the id of the row that has the focus, or of what the page shows. */
function copyId(copy: (id: string) => void): boolean {
  const link = focusedRow()?.querySelector<HTMLAnchorElement>('a')
  const [id] = (link?.pathname ?? location.pathname).match(/[a-z]+_[0-9a-z]+(?=\/?$)/) ?? []
  if (id !== undefined) copy(id)
  return id !== undefined
}

/** Moves the focus to what names the next or previous row of the page. */
function moveRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('main tbody tr th a, main [data-row] a')]
  const row = focusedRow()
  const at = rows.findIndex((link) => row?.contains(link))
  const next = at < 0 ? rows[step > 0 ? 0 : rows.length - 1] : rows[at + step]
  next?.focus()
  return next !== undefined
}

/** Opens the next or previous tab of the page. */
function moveTab(step: 1 | -1): boolean {
  const tabs = [...document.querySelectorAll<HTMLElement>('main nav a')]
  const next = tabs[tabs.findIndex((tab) => tab.getAttribute('aria-current') === 'page') + step]
  next?.click()
  return next !== undefined
}

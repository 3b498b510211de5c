import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { connectionsQuery } from '../api/connections.ts'
import { switchZone } from '../parts/when/zone.ts'
import { texts } from '../texts/texts.ts'
import { navigationEntries } from './navigation-entries.ts'
import { type PaletteEntry, type PaletteGroup, pathOfId } from './palette-entries.ts'

/** What the palette offers: the pages and connections, what the text is the id of, and the actions of the page. */
export function usePaletteGroups(more: readonly PaletteEntry[]): (query: string) => readonly PaletteGroup[] {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const goTo = (to: string) => () => void navigate({ to })

  return (query) => {
    const path = pathOfId(query)
    const connections = queries.getQueryData(connectionsQuery.queryKey) ?? []
    return [
      {
        title: texts.palette.goTo,
        entries: [
          ...(path === null ? [] : [{ id: 'id', title: query.trim(), run: goTo(path) }]),
          ...navigationEntries.map(({ to, title }) => ({ id: `page-${to}`, title, run: goTo(to) })),
          ...connections.map(({ id, name }) => ({ id, title: name, run: goTo(`/erp-connections/${id}`) })),
        ],
      },
      {
        title: texts.palette.here,
        entries: [...actionsOfPage(), { id: 'zone', title: texts.keys.zone, run: switchZone }, ...more],
      },
    ]
  }
}

/** The buttons of the page: what is chosen is pressed, and asks as the button does. */
function actionsOfPage(): readonly PaletteEntry[] {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button:not(:disabled)')]
  return buttons.flatMap((button, at) => {
    const title = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim()
    return title === '' ? [] : [{ id: `action-${at}`, title, run: () => button.click() }]
  })
}

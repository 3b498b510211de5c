/** One thing that the palette offers. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  readonly run: () => void
}

export interface PaletteGroup {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

/** Whether the letters of `query` come in this order in `title`: "sylo" finds "Sync logs". */
export function isFuzzyMatch(title: string, query: string): boolean {
  const text = title.toLowerCase()
  let at = -1
  return [...query.toLowerCase().replaceAll(' ', '')].every((letter) => {
    at = text.indexOf(letter, at + 1)
    return at >= 0
  })
}

/** The entries that fit, those that have the query as one piece first; groups without any are left out. */
export function matchGroups(groups: readonly PaletteGroup[], query: string): readonly PaletteGroup[] {
  const has = ({ title }: PaletteEntry) => title.toLowerCase().includes(query.trim().toLowerCase())
  return groups
    .map(({ title, entries }) => {
      const fitting = entries.filter((entry) => isFuzzyMatch(entry.title, query))
      return { title, entries: [...fitting.filter(has), ...fitting.filter((entry) => !has(entry))].slice(0, 12) }
    })
    .filter(({ entries }) => entries.length > 0)
}

/** Where the thing with this id is shown; null if the text is no id that has a page. */
export function pathOfId(text: string): string | null {
  const [id, kind] = /^(erp|log|inc)_[a-z0-9]{8,}$/.exec(text.trim()) ?? []
  switch (kind) {
    case 'erp':
      return `/erp-connections/${id}`
    case 'log':
      return `/sync-logs/${id}`
    case 'inc':
      return `/incidents/${id}`
    default:
      return null
  }
}

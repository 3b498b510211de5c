/** What this browser prefers. It is kept in the browser only, and stands on the root element, where styles and keys look for it. */
export const preferences = { density: ['roomy', 'compact'], shortcuts: ['on', 'off'] } as const
export type Preference = keyof typeof preferences
export type Preferred<Name extends Preference> = (typeof preferences)[Name][number]

const keyOf = (name: Preference): string => `linkspan-${name}`

/** The first value is the default. */
export function preferred<Name extends Preference>(name: Name): Preferred<Name> {
  const values: readonly Preferred<Name>[] = preferences[name]
  const kept = localStorage.getItem(keyOf(name))
  return values.find((value) => value === kept) ?? (values[0] as Preferred<Name>)
}

export function prefer<Name extends Preference>(name: Name, value: Preferred<Name>): void {
  localStorage.setItem(keyOf(name), value)
  document.documentElement.dataset[name] = value
}

/** Puts all that is preferred onto the root element. */
export function applyPreferences(): void {
  for (const name of ['density', 'shortcuts'] as const) document.documentElement.dataset[name] = preferred(name)
}

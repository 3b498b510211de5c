const units = { h: 3_600_000, d: 86_400_000 } as const

/** The time that a filter means: it is one, or says how long ago, as in `-24h` or `-7d`. */
export function sinceOf(text: string, now: Date): string {
  const [, count, unit] = /^-(\d{1,4})([hd])$/.exec(text) ?? []
  if (count === undefined || (unit !== 'h' && unit !== 'd')) return text
  return new Date(now.getTime() - Number(count) * units[unit]).toISOString()
}

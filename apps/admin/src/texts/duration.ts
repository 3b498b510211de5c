/** A duration in seconds as people read it: 3.2 s, 4 min 10 s, 2 h 5 min. `number` writes the numbers as the language does. */
export function durationText(seconds: number, number: Intl.NumberFormat): string {
  if (seconds < 9.95) return `${number.format(Math.round(seconds * 10) / 10)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
  const hours = `${number.format(Math.floor(minutes / 60))} h`
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} min`
}

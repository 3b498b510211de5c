/** Ignores case as a regular expression with the flags "iu" does. */
const fold = (text: string): string[] => [...text].map((char) => char.toUpperCase().toLowerCase())

/**
 * Creates a test of names: `*` matches any characters, `?` exactly one, case is ignored. Its time grows with the length of the pattern times
 * that of the name, whatever the pattern.
 */
export function wildcardMatcher(pattern: string): (name: string) => boolean {
  const wanted = fold(pattern)
  return (name) => {
    const chars = fold(name)
    let [at, from, star, starFrom] = [0, 0, -1, 0]
    while (from < chars.length) {
      if (wanted[at] === '*') {
        star = at++
        starFrom = from
      } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === chars[from])) {
        at += 1
        from += 1
      } else if (star >= 0) {
        at = star + 1 // the last star takes one character more
        from = ++starFrom
      } else return false
    }
    return wanted.slice(at).every((char) => char === '*')
  }
}

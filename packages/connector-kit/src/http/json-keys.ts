import { isKeyName } from '../fields/key-names.ts'

/** The ends of numbers that JavaScript would write in another way: 1.50, 4.50002E+09. */
const endingInZero = /\.\d{0,20}[1-9]0{1,20}(?=\s*[,}])/g
const withExponent = /[eE]\+\d{2,3}(?=\s*[,}])/g

/**
 * JSON with such numbers as text in fields that are probably identifiers, because 1.50 and 1.5 may be two articles, and 4.50002E+09 is
 * what a spreadsheet leaves of an order number. All else is as it was.
 */
export function withKeysAsText(json: string): string {
  const hasExponent = json.includes('e+') || json.includes('E+')
  const places = [...placesOf(json, endingInZero), ...(hasExponent ? placesOf(json, withExponent) : [])]
  if (places.length === 0) return json
  let [text, at] = ['', 0]
  for (const [from, to] of places.sort(([one], [other]) => one - other)) {
    text += `${json.slice(at, from)}"${json.slice(from, to)}"`
    at = to
  }
  return text + json.slice(at)
}

function placesOf(json: string, end: RegExp): readonly (readonly [from: number, to: number])[] {
  const places: (readonly [number, number])[] = []
  const known = new Map<string, boolean>()
  end.lastIndex = 0
  for (let found = end.exec(json); found; found = end.exec(json)) {
    const from = backOver(json, found.index, isOfNumber)
    const name = from < found.index ? nameBefore(json, from) : null
    if (name === null) continue
    if (!known.has(name)) known.set(name, isKeyName(name))
    if (known.get(name)) places.push([from, end.lastIndex])
  }
  return places
}

const isOfNumber = (sign: string): boolean => (sign >= '0' && sign <= '9') || sign === '.' || sign === '-'
const isBlank = (sign: string): boolean => sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r'

/** The name of the field whose value begins at a place; null if that is within a text or a list. */
function nameBefore(json: string, at: number): string | null {
  const colon = backOver(json, at, isBlank) - 1
  if (json[colon] !== ':') return null
  const end = backOver(json, colon, isBlank) - 1
  if (json[end] !== '"' || json[end - 1] === '\\') return null
  return json.slice(json.lastIndexOf('"', end - 1) + 1, end)
}

function backOver(json: string, from: number, isPart: (sign: string) => boolean): number {
  let at = from
  while (at > 0 && isPart(json[at - 1] as string)) at--
  return at
}

/** What a text of a certain form is in German, made of the parts that its pattern finds. */
export type Rule = readonly [RegExp, (...found: readonly string[]) => string]

/** A text by the first rule whose pattern fits; undefined if none does. */
export function byRule(rules: readonly Rule[], text: string): string | undefined {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(text)
    if (found) return say(...found.slice(1))
  }
  return undefined
}

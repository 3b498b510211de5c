/** `work` with a memory of at most `max` results; then it begins anew. For work whose result depends on the text alone. */
export function remembered<Result>(max: number, work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (text) => {
    const kept = known.get(text)
    if (kept) return kept.result
    const result = work(text)
    if (known.size >= max) known.clear()
    known.set(text, { result })
    return result
  }
}

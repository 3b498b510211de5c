/** Returns `work` with a memory: for each object it is done once, and what it returned is forgotten with the object. */
export function oncePerObject<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const made = new WeakMap<Of, { readonly result: Result }>()
  return (of) => {
    const known = made.get(of)
    if (known) return known.result
    const result = work(of)
    made.set(of, { result })
    return result
  }
}

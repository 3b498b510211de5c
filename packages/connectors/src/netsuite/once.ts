/** Does `work` when it is first asked for, and answers the same from then on. If it fails, it is done again when it is asked for again. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let begun: Promise<Result> | undefined
  return () => {
    begun ??= work().catch((thrown: unknown) => {
      begun = undefined
      throw thrown
    })
    return begun
  }
}

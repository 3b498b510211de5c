/** A hint without the promise to try again: for a run that has ended, and for a request that is made once. */
export const hintAtTheEnd = (hint: string): string =>
  hint.replace(/Linkspan (?:tries again|asks for the same page again)\. If this goes on, (.)/, (_, first: string) => first.toUpperCase())

const revisionIn = (etag: string): string | undefined => /^(?:W\/)?"(\d+)(?:-[\w-]*)?"$/.exec(etag.trim())?.[1]

/** Whether `If-Match`, which is `*` or a list of ETags, allows a change of this revision. An ETag may have more behind the revision. */
export const matchesEtag = (ifMatch: string, revision: number): boolean =>
  ifMatch.trim() === '*' || ifMatch.split(',').some((etag) => revisionIn(etag) === String(revision))

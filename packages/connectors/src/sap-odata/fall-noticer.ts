import type { Position } from '@linkspan/connector-kit/odata/cursor'

/** Tells of each page's total whether it has fallen: rows went away meanwhile, and others may have moved up unread in their place. */
export function fallNoticer(position: Pick<Position, 'total'> | null): (total: number | undefined) => boolean {
  let told = position?.total
  return (total) => {
    const hasFallen = told !== undefined && total !== undefined && total < told
    told = total ?? told
    return hasFallen
  }
}

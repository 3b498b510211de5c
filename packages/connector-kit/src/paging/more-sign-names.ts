import { plainName } from '../fields/field-names.ts'

/** The words by which answers speak of further pages, as `plainName` writes them. */
const list = (text: string): readonly string[] => text.split(' ').map(plainName)
const set = (text: string): ReadonlySet<string> => new Set(list(text))

/** True: there is more; false: there is not. */
export const yes = set(
  'hasMore hasNext hasNextPage hasMorePages hasMoreItems hasMoreData hasMoreRecords hasMoreRows hasMoreResults moreRecords morePages moreAvailable moreData moreItems moreResults moreRows nextPageExists',
)
/** True: this answer is cut; false says nothing. */
export const onlyYes = set('more isTruncated truncated')
/** True: this is the last page; false: it is not. */
export const no = set('last isLast isLastPage lastPage endOfList endOfData isEnd eof isEof noMore noMoreData')
/** False: there is more. True may speak of something else. */
export const notYet = set('done isDone complete isComplete finished isFinished allRead')

export const pageCount = list('totalPages pageCount lastPage pages pagesTotal numberOfPages numPages maxPage')
export const pageNumber = list('currentPage pageNumber number page pageNo pageIndex current')
export const remaining = set(
  'remainingItems remainingRecords remainingRows remainingPages remainingCount itemsRemaining recordsRemaining rowsRemaining pagesRemaining',
)
/** Elsewhere `remaining` may be of a call limit. */
export const pagingHolders = /(^|\.)(paging|pagination|page_?info)$/i

/** What the next page is asked for with, best first. */
export const token = list(
  'nextToken nextCursor nextPageToken nextPage nextPageUrl nextPageLink nextUrl nextLink nextHref nextUri nextRecordsUrl @odata.nextLink odata.nextLink __next next nextOffset nextStart nextSkip nextMarker nextKey nextId nextBookmark nextContinuationToken continuationToken continuation resumptionToken skipToken $skipToken after href',
)
/** The same, of ERPs that may give it on the last page too. */
export const weakToken = list('scrollId bookmark marker cursor endCursor pageToken')
/** These mean the next page in one place only: elsewhere they may be a name of anything. */
export const onlyIn: Readonly<Record<string, RegExp>> = {
  after: /^(cursors|paging\.(cursors|next)|pagination\.next|next)$/i,
  href: /next$/i,
}

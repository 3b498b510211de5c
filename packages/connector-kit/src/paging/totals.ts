/**
 * The total of an answer, as far as it can be believed. A total that is not more than the rows of this page, though more pages follow,
 * counts the page and not the whole.
 */
export const believableTotal = (total: number | undefined, received: number, isMore: boolean): { readonly total?: number } =>
  total === undefined || total < received || (isMore && total === received) ? {} : { total }

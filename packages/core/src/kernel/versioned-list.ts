/** A short list for each owner, read and written as a whole. */
export interface VersionedList<Item> {
  list(ownerId: string): Promise<readonly Item[]>
  /** Replaces the list with the result of `change`, which is called again if another writer was faster. Returns the new list. */
  change(ownerId: string, change: (before: readonly Item[]) => readonly Item[]): Promise<readonly Item[]>
}

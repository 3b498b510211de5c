/** A short list that belongs to somebody, and is read and written as a whole. */
export interface VersionedList<Item> {
  list(ownerId: string): Promise<readonly Item[]>
  /** Replaces the list by what `change` makes of it; called again where somebody else was faster. Answers the new list. */
  change(ownerId: string, change: (before: readonly Item[]) => readonly Item[]): Promise<readonly Item[]>
}

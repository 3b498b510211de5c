import type { Listing, PageQuery } from '../kernel/listing.ts'

/** A client, or one of its sites. */
export interface Party {
  readonly clientId: string
  /** Absent for the client itself. */
  readonly siteId?: string | undefined
}

/**
 * Which clients and sites there are. The platform owns them, so Linkspan knows only those that were assigned a connection or given a name;
 * some of them may have lost both since.
 */
export interface PartyStore {
  /** The ids of clients, in their order. */
  clients(query: PageQuery): Promise<Listing<string>>
  /** The ids of a client's sites, in their order. */
  sites(clientId: string, query: PageQuery): Promise<Listing<string>>
  /** The names by which people know them, in the order of the parties; null for those without one. */
  names(parties: readonly Party[]): Promise<readonly (string | null)[]>
  /** Null takes the name away. */
  rename(party: Party, name: string | null): Promise<void>
  /** Notes that they exist. */
  know(parties: readonly Party[]): Promise<void>
}

const dayMs = 86_400_000
/** So many days before a certificate ends it is told, once each. */
const noticeDays = [1, 7, 30] as const

/** A certificate that ends soon: `daysLeft` is the smallest of the days at which it is told that has been reached. */
export interface CertificateNotice {
  readonly expiresAt: string
  readonly daysLeft: number
}

/** What is to be told of a certificate; null if it is good for more than a month, or not known. */
export function certificateNotice(expiresAt: string | undefined, now: Date): CertificateNotice | null {
  if (expiresAt === undefined) return null
  const leftMs = Date.parse(expiresAt) - now.getTime()
  const daysLeft = noticeDays.find((days) => leftMs <= days * dayMs)
  return daysLeft === undefined ? null : { expiresAt, daysLeft }
}

/** Tells of certificates that end soon, in the event log of their connection. */
export interface CertificateNotices {
  /** Tells it unless the same was told before. A null notice ends what was told: the certificate is renewed. */
  tell(connectionId: string, notice: CertificateNotice | null): Promise<void>
}

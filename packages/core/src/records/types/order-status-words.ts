/** The canonical statuses. `unknown` stands for a word that no table knows: the ERP's own word is kept beside it, never guessed at. */
export const orderStatuses = [
  'pending',
  'processing',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'on_hold',
  'returned',
  'unknown',
] as const
export type OrderStatusValue = (typeof orderStatuses)[number]

/** The usual words of ERPs and partners for each status, in lower case without spaces, hyphens and underscores. */
const statusWords: Readonly<Partial<Record<OrderStatusValue, string>>> = {
  pending: 'open new created submitted placed entered draft offen neu erfasst nouveau ouvert nuevo abierto nuovo aperto',
  processing:
    'accepted acknowledged confirmed approved released inprogress inprocess backordered picking picked packing packed inbearbeitung bestätigt angenommen übernommen freigegeben confirmé encours confirmado confermato',
  partially_shipped:
    'partial partiallyshipped partlyshipped partialshipped partialshipment partiallydelivered partlydelivered partiallyfulfilled teilgeliefert teilversendet teilweiseversendet teilweisegeliefert teillieferung',
  shipped: 'dispatched despatched fulfilled intransit versendet versandt verschickt expédié enviado spedito',
  delivered: 'geliefert ausgeliefert zugestellt livré entregado consegnato',
  cancelled: 'canceled rejected refused declined void voided abgelehnt storniert annulliert annulé cancelado annullato',
  on_hold: 'hold held blocked suspended gesperrt zurückgestellt bloqué bloqueado',
  returned: 'retourniert retourné devuelto reso',
}

/** What partners answer to an order that they were sent: whether they took it. Of an order alone these words say nothing. */
const answerWords: Readonly<Partial<Record<OrderStatusValue, string>>> = {
  processing: 'ok success received imported booked gebucht',
  cancelled: 'error failed invalid nok fehlerhaft fehler',
}

type Words = ReadonlyMap<string, OrderStatusValue>

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

const tableOf = (words: typeof statusWords): [string, OrderStatusValue][] =>
  Object.entries(words).flatMap(([status, list]) =>
    list.split(' ').map((word): [string, OrderStatusValue] => [word, status as OrderStatusValue]),
  )

const ofStatus: Words = new Map([...orderStatuses.map((status) => [plain(status), status] as const), ...tableOf(statusWords)])
const ofAnswer: Words = new Map(tableOf(answerWords))

/** The known words of each status, as the documentation prints them. */
export const orderStatusWords: ReadonlyMap<OrderStatusValue, readonly string[]> = new Map(
  orderStatuses.map((status) => [status, (statusWords[status] ?? '').split(' ').filter((word) => word !== '')]),
)

/** The status that an ERP's word means, in any case and with any separator; null if it is none that we know. */
export const orderStatusOfWord = (word: string): OrderStatusValue | null => ofStatus.get(plain(word)) ?? null

/** As `orderStatusOfWord`, of a word that a partner answers to an order that was sent. */
export const orderStatusOfAnswer = (word: string): OrderStatusValue | null => orderStatusOfWord(word) ?? ofAnswer.get(plain(word)) ?? null

/** The last word of a name that says what something is called, not how much of it there is. */
const keyWords = new Set(
  (
    'id sku no nr num number nummer code key ref reference ean gtin upc barcode lot batch serial item article artikel material product part ' +
    'order invoice customer employee line position pos matnr artnr vbeln bstnk posnr kunnr lifnr belnr pernr matricule codigo commande pedido ' +
    'factura facture location warehouse bin'
  ).split(' '),
)
const runTogether =
  /(?:number|nummer|barcode|reference|r\u00e9f\u00e9rence|(?:item|article|artikel|part|product|order|invoice|document|doc|emp|line|customer|batch|lot|serial|material|sales|auftrag|bestell)s?-?(?:id|no|nr|num|code|key))$/

/** Whether the values of a field of this name are probably identifiers: `ArtikelNr`, `sku`, `order_id`, `ITEMNO`. */
export function isKeyName(name: string): boolean {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  return keyWords.has(last) || keyWords.has(last.replace(/s$/, '')) || runTogether.test(last)
}

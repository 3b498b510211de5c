/** The vocabulary of a gift shop, with the letters that break careless software. */
export const adjectives = [
  'Small',
  'Grosse',
  'Handbemalte',
  'Süße',
  'Petite',
  'Élégante',
  'Vintage',
  'Naïve',
  'Weihnachtliche',
  'Golden',
  'Rosé',
  'Extra-large',
  'Crème',
  'Märchenhafte',
] as const

export const things = [
  'Mug "Grüße aus Köln"',
  'Geschenkkörbchen',
  'Glühweinbecher',
  'Boîte à thé « Été »',
  'Carnet à spirale, 21×29,7 cm',
  '招き猫 (Maneki-neko)',
  '手ぬぐい 桜',
  'Teddy 🧸',
  'Gift box 🎁 50 % off',
  "O'Brien's Butter Fudge",
  "Children's puzzle <500 pieces>",
  'Salt & Pepper set',
  'Kerze „Duft von Äpfeln“',
  'Świeca sojowa',
  'Piñata',
  'Schlüsselanhänger; 2er-Set',
  'Café\u0301-Tasse',
  'Postkarte\tBerlin',
  'Smørrebrød board',
  'Tea towel 100% cotton',
] as const

export const brands = ["O'Brien & Söhne", 'Müller Präsente', 'Maison Lumière', '東京ギフト', 'Nordlys', 'ACME Gifts', 'Fjäll & Å'] as const

export const categories = [
  { id: 'G100', name: 'Küche & Tisch' },
  { id: 'G200', name: 'Papeterie' },
  { id: 'G300', name: 'Spielwaren' },
  { id: 'G400', name: 'Süßwaren' },
  { id: 'G500', name: 'Déco' },
  { id: 'G600', name: 'Seasonal' },
] as const

export const customers = [
  "O'Brien's Gift Corner",
  'Blumen Schäfer GmbH & Co. KG',
  'Boutique Noël S.à r.l.',
  '株式会社さくら',
  'Łukasz Zabawki',
  'Åse Gaver ApS',
  'Smith, Jones "and" Daughters Ltd',
  'Peña e Hijos',
] as const

export const cities = [
  { city: 'Köln', postalCode: '50667', country: 'DE', street: 'Hohe Straße' },
  { city: 'Besançon', postalCode: '25000', country: 'FR', street: 'Rue de l’Église' },
  { city: 'Łódź', postalCode: '90-001', country: 'PL', street: 'Piotrkowska' },
  { city: "'s-Hertogenbosch", postalCode: '5211 AA', country: 'NL', street: 'Markt' },
  { city: 'Ōsaka', postalCode: '530-0001', country: 'JP', street: 'Umeda' },
  { city: 'Dublin', postalCode: 'D02 AF30', country: 'IE', street: "St Stephen's Green" },
] as const

export const firstNames = [
  'Jürgen',
  'Zoë',
  'Aoife',
  'Søren',
  'François',
  'Mei-Lin',
  'José',
  '美咲',
  'Anna',
  'Łucja',
  'Bjørn',
  'Maeve',
] as const
export const lastNames = [
  "O'Brien",
  'Müller',
  'Lefèvre',
  'García Pérez',
  '田中',
  'Nguyễn',
  'van der Berg',
  'Straße',
  'Smith',
  "D'Angelo",
  'Øvergård',
] as const
export const departments = ['Einkauf', 'Sales', 'Entrepôt', 'Finance', 'IT', 'Human Resources'] as const
export const jobTitles = ['Clerk', 'Manager', 'Buyer', 'Sachbearbeiter:in', 'Chef de rayon', 'Developer'] as const

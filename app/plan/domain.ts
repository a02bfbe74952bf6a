import {
  AIMS,
  type Aim,
  DOMAINS,
  type Domain,
  type Entry,
  type EntryText,
  TEXTS_OF,
  textOf,
} from './entry.ts'

/** Words by which an entry belongs to a domain of the standard (LBBO, 2022); parts of words count. */
const WORDS: Readonly<Record<Exclude<Domain, 'process'>, RegExp>> = {
  care: /zorg|ondersteuningsbehoef|onderwijsbehoef|gedrag|passend|inclusie|leerlingbespreking|groepsbespreking|basisondersteuning|\bopp\b|dyslexie|meer aankunnen|hoogbegaafd|veilig|rust(ig)?\b|arrangement|samenwerkingsverband/i,
  trends:
    /trend|toets|analyse|data\b|cijfers|resultaten|opbrengst(en)? van|ambitie|1s\/?2f|referentieniveau|m-meting|e-meting|signaleringswaarde|monitor/i,
  learning:
    /lesson study|lesbezoek|klassenbezoek|kijken bij|bij elkaar|collegial|consultatie|samen (een les|voorbereid)|lesvoorbereiding|coach|feedback|studiedag|leerteam|intervisie|co-teaching|instructie|edi\b|lesmodel|les(sen)?\b|lezen|rekenen|taal/i,
}

const CURATIVE =
  /herstel|achterstand|reparer|vastlop|uitval|remedi|crisis|incident|bijspijker|inhalen|curatief|problemen? met/i

const written = (entry: Entry) =>
  (TEXTS_OF[entry.kind] as readonly EntryText[])
    .filter((field) => field !== 'shareYieldWith' && field !== 'pupilsAndParents')
    .map((field) => textOf(entry, field))
    .join('\n')

/**
 * The domains of an entry: as chosen, else as its words suggest. Where all three meet, or nothing points anywhere,
 * it is process direction.
 */
export function domainsOf(entry: Entry): readonly Domain[] {
  if (entry.ownDomains && entry.ownDomains.length > 0) return entry.ownDomains
  const text = written(entry)
  const found = DOMAINS.filter((domain) => domain !== 'process' && WORDS[domain].test(text))
  return found.length === 0 || found.length === 3 ? ['process'] : found
}

/** Preventive or curative: as chosen, else as its words suggest; preventive unless something is being repaired. */
export const aimOf = (entry: Entry): Aim =>
  entry.ownAim ?? (CURATIVE.test(written(entry)) ? 'curative' : 'preventive')

export const isDomain = (value: unknown): value is Domain => DOMAINS.includes(value as Domain)
export const isAim = (value: unknown): value is Aim => AIMS.includes(value as Aim)

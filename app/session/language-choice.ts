import { isLanguage, type Language } from '../kernel/language.ts'

/** The first of our languages that the browser prefers, by its weights; null when it names neither. */
export function preferredLanguage(acceptLanguage: string | undefined): Language | null {
  const wishes = (acceptLanguage ?? '').slice(0, 200).split(',').map(readWish)
  const known = wishes.filter(({ language, weight }) => isLanguage(language) && weight > 0)
  const [best] = known.sort((one, other) => other.weight - one.weight)
  return best && isLanguage(best.language) ? best.language : null
}

function readWish(wish: string) {
  const [tag = '', ...rest] = wish.trim().toLowerCase().split(';')
  const weight = /q=([\d.]+)/.exec(rest.join(';'))?.[1]
  return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
}

/** In which language somebody reads: the own choice, else that of this browser, else what it prefers, else Dutch. */
export function languageFor(
  own: Language | null,
  cookie: string | null,
  acceptLanguage: string | undefined,
): Language {
  if (own) return own
  return isLanguage(cookie) ? cookie : (preferredLanguage(acceptLanguage) ?? 'nl')
}

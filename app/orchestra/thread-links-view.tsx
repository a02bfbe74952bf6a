import type { Language } from '../kernel/language.ts'
import { threadLinksText } from './thread-links-text.ts'

export type ThreadPlace = 'thread' | 'orchestra' | 'map' | 'years'

/** The ways to look at how everything hangs together; `href` of the plan, null when there is none. */
export function ThreadLinks({
  href,
  here,
  language,
}: {
  href: string | null
  here: ThreadPlace
  language: Language
}) {
  const text = threadLinksText(language)
  const places: readonly (readonly [ThreadPlace, string])[] = [
    ['thread', href ? `${href}/thread` : '/thread'],
    ['orchestra', href ? `${href}/orchestra` : '/thread'],
    ['map', '/team/map'],
    ['years', '/thread/years'],
  ]
  return (
    <nav class="draadweg" aria-label={text.all}>
      <ul>
        {places.map(([place, to]) => (
          <li>
            <a href={to} aria-current={place === here ? 'page' : undefined}>
              {text[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

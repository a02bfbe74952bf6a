import type { Language } from '../kernel/language.ts'
import { threadText } from './thread-text.ts'

export type ThreadPlace = 'thread' | 'orchestra' | 'years'

/** The three ways to look at how everything hangs together; `href` of the plan, null when there is none. */
export function ThreadLinks({
  href,
  here,
  language,
}: {
  href: string | null
  here: ThreadPlace
  language: Language
}) {
  const text = threadText(language)
  const places: readonly (readonly [ThreadPlace, string, string])[] = [
    ['thread', href ? `${href}/thread` : '/thread', text.title],
    ['orchestra', href ? `${href}/orchestra` : '/thread', text.orchestra],
    ['years', '/thread/years', text.years],
  ]
  return (
    <nav class="draadweg" aria-label={text.title}>
      <ul>
        {places.map(([place, to, name]) => (
          <li>
            <a href={to} aria-current={place === here ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

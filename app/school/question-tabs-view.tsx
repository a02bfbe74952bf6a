import { hasRole, type Reader } from '../session/actor.ts'
import { questionTabsText } from './question-tabs-text.ts'

const TABS = [
  ['mine', '/questions'],
  ['tray', '/questions/tray'],
  ['together', '/questions/together'],
  ['office', '/office'],
  ['peers', '/peers'],
  ['profile', '/profile'],
] as const
export type QuestionTab = (typeof TABS)[number][0]

/** The row of links above every page around questions; the tray is there for coordinators. */
export function QuestionTabs({ here, reader }: { here: QuestionTab | null; reader: Reader }) {
  const text = questionTabsText(reader.language)
  const tabs = TABS.filter(([tab]) => tab !== 'tray' || hasRole(reader.actor, 'coordinator'))
  return (
    <nav class="vraagweg" aria-label={text.all}>
      <ul>
        {tabs.map(([tab, href]) => (
          <li>
            <a href={href} aria-current={tab === here ? 'page' : undefined}>
              {text[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

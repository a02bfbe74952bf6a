import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import type { ImportDone } from './import.ts'
import { importText } from './import-text.ts'
import type { StopWhy } from './incoming.ts'
import { incomingText, wholeNumber } from './incoming-text.ts'

/** What is true now: the title of the end page. */
export function doneTitle({ added, replaced }: ImportDone, language: Language): string {
  const text = incomingText(language)
  if (added === 1) return text.doneOne
  if (added > 0) return text.doneTitle(wholeNumber(language, added))
  return replaced > 0 ? text.doneReplaced(wholeNumber(language, replaced)) : text.doneSame
}

/** What came of it, and where one goes on. */
export function DoneView({ done, language }: { done: ImportDone; language: Language }) {
  const text = incomingText(language)
  const lines = (['added', 'replaced', 'same', 'closed'] as const).filter((one) => done[one] > 0)
  return (
    <>
      <ul class="inlees-klaar">
        {lines.map((one) => (
          <li>
            <b>{wholeNumber(language, done[one])}</b> {text[one]}
          </li>
        ))}
      </ul>
      <p class="rij">
        <LinkButton kind="main" href="/trends">
          {text.toTrends}
        </LinkButton>
        <LinkButton href="/trends/ambitions">{text.toAmbitions}</LinkButton>
        <LinkButton href="/trends/import">{text.again}</LinkButton>
      </p>
    </>
  )
}

/** Why a file did not go in, and what to do now. */
export function stoppedSentence(why: StopWhy, language: Language): string {
  const { stopped, says } = incomingText(language)
  const { file } = importText(language)
  if (why in stopped) return stopped[why as keyof typeof stopped]
  return why in says ? says[why as keyof typeof says] : file[why as keyof typeof file]
}

import { ambitionTitle, standText } from '../ambition/stand-text.ts'
import type { AmbitionId } from '../kernel/id.ts'
import { LinkButton } from '../ui/button.tsx'
import { doingText } from './doing-text.ts'
import { linesIn } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import type { TalkSheet } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

/** What we want: ambitions in numbers, and in words what pupils can do then. */
export function GoalsPart({ sheet }: { sheet: TalkSheet }) {
  const { ambition: text } = doingText(sheet.language)
  const { ambitions, ambitionHref, language } = sheet
  const aims = linesIn(sheet.talk, 'aim')
  return (
    <>
      {ambitions.length > 0 && (
        <ul class="gezegd">
          {ambitions.map((one) => (
            <li class="ambitieregel">
              <p>
                <a href={`/trends/ambitions/${one.ambition.id}`}>{ambitionTitle(language, one.ambition)}</a>
              </p>
              <p class="noot">{standText(language, one)}</p>
              {one.ambition.why !== '' && (
                <p class="noot">
                  {text.why} <span class="serif">{one.ambition.why}</span>
                </p>
              )}
              <HangsOn sheet={sheet} id={one.ambition.id} />
            </li>
          ))}
        </ul>
      )}
      <TalkLines lines={aims} sheet={sheet} />
      {aims.length + ambitions.length === 0 && (
        <p class="noot">{sheet.writes ? text.none : talkText(language).empty}</p>
      )}
      {ambitionHref && (
        <p>
          <LinkButton href={ambitionHref}>{ambitions.length > 0 ? text.more : text.make}</LinkButton>
        </p>
      )}
      <AddLine part="aim" sheet={sheet} />
    </>
  )
}

/** Where an ambition that runs hangs in the plan, with the way there, or that it hangs on nothing. */
function HangsOn({ sheet, id }: { sheet: TalkSheet; id: AmbitionId }) {
  const { ambition: text } = doingText(sheet.language)
  const found = sheet.hangs.find((one) => one.id === id)
  if (!found) return null
  if (found.place === null) return <p class="noot">{text.loose}</p>
  return (
    <p class="noot">
      {text.hangs} <a href={found.place.href}>{found.place.name || text.unnamed}</a>
    </p>
  )
}

import { LinkButton } from '../ui/button.tsx'
import type { Leading } from './board.ts'
import { isAllDone } from './lead.ts'
import { Act, Panel } from './lead-act-view.tsx'
import { leadText } from './lead-text.ts'

/** Every item is done: the plan is adopted, and then the meeting closes. */
export function LastActs({ at }: { at: Leading }) {
  return (
    <>
      <Adopt at={at} />
      {isAllDone(at) && (
        <Act at={at} act="close">
          {leadText(at.words.language).closeSure}
        </Act>
      )}
    </>
  )
}

/** Once the meeting is closed: its minutes, the plan when that is still to be adopted, and the way back. */
export function AfterActs({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  return (
    <>
      <LinkButton href={`${at.href}/minutes`} kind={at.canSeal && at.mayAdopt ? 'quiet' : 'main'}>
        {text.minutes}
      </LinkButton>
      <Adopt at={at} />
      {at.isChair && (
        <Panel id="leid-heropen" label={text.reopen}>
          <p>{text.reopenNote}</p>
          <Act at={at} act="reopen">
            {text.reopen}
          </Act>
        </Panel>
      )}
    </>
  )
}

/** The seal is an act of its own, on a page that tells what still stands between. */
function Adopt({ at }: { at: Leading }) {
  const { meeting } = at.scene
  const isAsked = meeting.template === 'adoption' || at.canSeal
  if (!isAsked || meeting.planId === null || at.sealed !== null || !at.mayAdopt) return null
  return (
    <LinkButton
      href={`${at.href}/adopt${at.from === 'board' ? '?from=board' : ''}`}
      kind={at.canSeal ? 'main' : 'quiet'}
    >
      {leadText(at.words.language).adopt}
    </LinkButton>
  )
}

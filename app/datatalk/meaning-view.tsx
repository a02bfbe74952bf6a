import { Fold } from '../ui/details.tsx'
import { evidenceOf, linesIn, type TalkLine } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import type { TalkSheet } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }

/** Causes that we can influence, each with what points to it and what speaks against it. */
export function Causes({ sheet }: Props) {
  const text = talkText(sheet.language)
  const causes = linesIn(sheet.talk, 'cause')
  return (
    <>
      {causes.length > 0 && <h3>{text.heads.cause}</h3>}
      <TalkLines lines={causes} sheet={sheet} after={(cause) => <Evidence cause={cause} sheet={sheet} />} />
      {causes.length === 0 && !sheet.writes && <p class="noot">{text.empty}</p>}
      <AddLine part="cause" sheet={sheet} />
    </>
  )
}

function Evidence({ cause, sheet }: Props & { cause: TalkLine }) {
  const text = talkText(sheet.language)
  return (
    <div class="bewijs">
      {(['for', 'against'] as const).map((part) => {
        const lines = evidenceOf(sheet.talk, cause.id, part)
        return (
          lines.length > 0 && (
            <div>
              <h4>{text.heads[part]}</h4>
              <TalkLines lines={lines} sheet={sheet} />
            </div>
          )
        )
      })}
      {sheet.writes && (
        <Fold
          summary={<Summary cause={cause} sheet={sheet} />}
          id={`b-${cause.id}`}
          open={isTried(sheet, cause)}
        >
          <AddLine part="for" under={cause.id} sheet={sheet} />
          <AddLine part="against" under={cause.id} sheet={sheet} />
        </Fold>
      )}
    </div>
  )
}

function Summary({ cause, sheet }: Props & { cause: TalkLine }) {
  const text = talkText(sheet.language)
  return (
    <>
      {text.heads.evidence} <span class="vh">{text.of(cause.words)}</span>
    </>
  )
}

const isTried = ({ tried }: TalkSheet, cause: TalkLine) =>
  tried?.act === 'line' && tried.fields['under'] === cause.id

/** What was seen in class. */
export function Seen({ sheet }: Props) {
  const lines = linesIn(sheet.talk, 'seen')
  return (
    <>
      {lines.length > 0 && <h3>{talkText(sheet.language).heads.seen}</h3>}
      <TalkLines lines={lines} sheet={sheet} />
      <AddLine part="seen" sheet={sheet} />
    </>
  )
}

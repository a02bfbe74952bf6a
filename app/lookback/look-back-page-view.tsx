import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { LookBackBoard } from './look-back-board-view.tsx'
import { DecideDesk } from './look-back-decide-view.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'
import { ThemeDesk } from './look-back-theme-view.tsx'
import { TogetherDesk, YieldDesk } from './look-back-together-view.tsx'

/** The page of looking back in a meeting: item by item what was gathered, and for who leads what is decided. */
export function LookBackView({ sheet }: { sheet: LookSheet }) {
  const { language } = sheet.words
  const text = lookBackText(language)
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <BackLink href={sheet.href}>{text.toMeeting}</BackLink>
        <ArrowLink href={`${sheet.href}/board`}>{text.toBoard}</ArrowLink>
        {sheet.planId && <ArrowLink href={`/plan/${sheet.planId}/evaluation`}>{text.toEvaluation}</ArrowLink>}
      </p>
      {sheet.items.length === 0 && <Empty sentence={text.empty} />}
      {sheet.items.map((at) => (
        <section class="blok terugpunt" id={`i-${at.item.id}`} aria-labelledby={`h-${at.item.id}`}>
          {at.lead && <p class="zacht">{at.lead}</p>}
          <h2 id={`h-${at.item.id}`}>
            <RichText text={at.heading} />
          </h2>
          {at.opens ? (
            <One sheet={sheet} at={at} />
          ) : (
            <Fold summary={at.item.state === 'done' ? text.readAgain : text.openItem}>
              <div class="terugdicht">
                <One sheet={sheet} at={at} />
              </div>
            </Fold>
          )}
        </section>
      ))}
      <NextYear sheet={sheet} />
    </>
  )
}

/** Who leads gets the desk of the item; everybody else reads what the room reads. */
function One({ sheet, at }: { sheet: LookSheet; at: LookItem }) {
  const { look } = at
  if (look.kind === 'evaluation') return <DecideDesk sheet={sheet} at={at} look={look} />
  if (!sheet.runs) return <LookBackBoard look={look} words={sheet.words} />
  switch (look.kind) {
    case 'themes':
      return <ThemeDesk sheet={sheet} at={at} grouped={look.grouped} />
    case 'coordinator-part':
    case 'plan-itself':
      return <TogetherDesk sheet={sheet} at={at} look={look} />
    case 'yields':
      return <YieldDesk sheet={sheet} at={at} look={look} />
    case 'conditions':
      return <LookBackBoard look={look} words={sheet.words} />
  }
}

/** One button at the end of the year: next year's plan, with what was decided. */
function NextYear({ sheet }: { sheet: LookSheet }) {
  const { next } = sheet
  if (next === null) return null
  const text = lookBackText(sheet.words.language)
  if (next.madeAs !== null)
    return (
      <section class="blok stapel">
        <p>
          {text.begun} <ArrowLink href={next.madeAs}>{text.toNext}</ArrowLink>
        </p>
      </section>
    )
  return (
    <section class="blok stapel">
      <form action={`${sheet.href}/look-back`} method="post" class="eenknop" id="begin-next-year">
        <input type="hidden" name="act" value="begin" />
        <Button>{text.begin}</Button>
      </form>
      <p class="noot">{text.beginNote}</p>
    </section>
  )
}

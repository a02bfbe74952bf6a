import { goalHref } from '../adoption/goal-place.ts'
import { longDay } from '../kernel/day.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { hangSentences } from './along-view.ts'
import { doingText } from './doing-text.ts'
import { GoalForm, TieForm } from './goal-form-view.tsx'
import { NoMeetingNote, OnAgenda } from './openings-view.tsx'
import { isOpenToTeam, linesIn, type TalkLine } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import { type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }

/** What we do: lines that become steps. */
export function Acts({ sheet }: Props) {
  const acts = linesIn(sheet.talk, 'act')
  return (
    <>
      <TalkLines lines={acts} sheet={sheet} after={(line) => <StepOf line={line} sheet={sheet} />} />
      {acts.length === 0 && !sheet.writes && <p class="noot">{talkText(sheet.language).empty}</p>}
      <AddLine part="act" sheet={sheet} />
    </>
  )
}

/** What it hangs on in the plan, or how it becomes a goal there; and the agenda. */
export function InPlan({ sheet }: Props) {
  const { goal, isGone } = sheet.doing
  const text = doingText(sheet.language)
  return (
    <>
      {isGone && <p class="noot">{text.made.gone}</p>}
      {goal ? <Made sheet={sheet} goal={goal} /> : sheet.writes && <ToPlan sheet={sheet} />}
      {sheet.takesPart && <Agenda sheet={sheet} />}
    </>
  )
}

function ToPlan({ sheet }: Props) {
  return (
    <>
      <GoalForm sheet={sheet} />
      {sheet.doing.ties.length > 0 && <TieForm sheet={sheet} />}
    </>
  )
}

function StepOf({ line, sheet }: Props & { line: TalkLine }) {
  const { step: text } = doingText(sheet.language)
  if (line.stepId !== null)
    return (
      <p class="noot">
        <Icon name="check" /> {text.isStep}
      </p>
    )
  if (!sheet.doing.mayStep) return null
  return (
    <PostButton
      action={talkHref(sheet.talk, sheet.side)}
      hidden={{ act: 'step', line: line.id }}
      kind="link"
      about={talkText(sheet.language).of(line.words)}
    >
      {text.make}
    </PostButton>
  )
}

type Goal = NonNullable<TalkSheet['doing']['goal']>

/** What the talk hangs on in the plan, when it is looked back at, and the way to it. */
function Made({ sheet, goal }: Props & { goal: Goal }) {
  const text = doingText(sheet.language)
  const { lookBack } = sheet.doing
  const along = hangSentences(sheet)
  const days = lookBack.map((day) => longDay(day, sheet.language)).join(', ')
  return (
    <div class="gesprekdoel">
      <p class="hangt-aan">
        <span>
          {text.made.goal} <b>{goal.title}</b>
          {goal.entryId === null && ` (${text.made.proposed})`}
        </span>
      </p>
      {along !== '' && <p class="noot">{along}</p>}
      {days !== '' && <p class="noot">{text.evaluation.has(days)}</p>}
      {goal.entryId === null && linesIn(sheet.talk, 'act').length > 0 && (
        <p class="noot">{text.step.later}</p>
      )}
      <ArrowLink href={goalHref(goal)}>{goal.entryId ? text.made.toGoal : text.made.toAmendment}</ArrowLink>
      <LookBack sheet={sheet} />
      {sheet.writes && (
        <PostButton action={talkHref(sheet.talk, sheet.side)} hidden={{ act: 'untie' }} kind="link">
          {text.made.untie}
        </PostButton>
      )}
      {sheet.writes && sheet.hangs.some(({ wentAlong }) => wentAlong) && (
        <p class="noot">{text.made.untieNote}</p>
      )}
    </div>
  )
}

/** The day on which the next tests are done, when it isn't there yet. */
function LookBack({ sheet }: Props) {
  const { evaluation: text } = doingText(sheet.language)
  const { proposal, lookBack, mayLookBack } = sheet.doing
  const day = proposal.test?.to
  if (!mayLookBack || !day || lookBack.includes(day)) return null
  return (
    <div>
      <PostButton
        action={talkHref(sheet.talk, sheet.side)}
        hidden={{ act: 'evaluate', day }}
        kind="quiet"
        icon="calendar"
      >
        {text.add(day)}
      </PostButton>
      <p class="noot">{text.note}</p>
    </div>
  )
}

/** The meeting that comes first; on one agenda at a time. */
function Agenda({ sheet }: Props) {
  const { talk, language, terms } = sheet
  const { agenda: text } = doingText(language)
  const { meetings, mayPlanMeeting } = sheet.doing
  const [next] = meetings
  const on = meetings.find(({ id }) => id === talk.meetingId)
  const isOpen = isOpenToTeam(talk)
  return (
    <div class="gespreksagenda">
      <h3>{text.title}</h3>
      {on && <OnAgenda meeting={on} language={language} />}
      {on && !isOpen && <p class="noot">{text.onNotShared}</p>}
      {!on && next && (
        <PostButton
          action={talkHref(talk, sheet.side)}
          hidden={{ act: 'agenda', meeting: next.id, share: isOpen ? '' : 'yes' }}
          kind="quiet"
        >
          {isOpen ? text.put(next.when) : text.share(next.when)}
        </PostButton>
      )}
      {!on && next && !isOpen && <p class="noot">{text.shareNote}</p>}
      {!next && <NoMeetingNote {...{ language, terms }} mayPlan={mayPlanMeeting} />}
    </div>
  )
}

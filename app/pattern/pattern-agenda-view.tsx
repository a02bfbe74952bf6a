import { ArrowLink, Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { cardId, fieldsOf, type PatternSheet, TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import type { PatternCard } from './scene.ts'

type AgendaProps = { card: PatternCard; sheet: PatternSheet }

/** On which agenda it stands, or the meeting on whose agenda it can be put. */
export function PatternAgenda({ card, sheet }: AgendaProps) {
  const text = patternText(sheet.language)
  const there = card.record?.meetingId ?? null
  const on = sheet.meetings.find(({ id }) => id === there)
  const others = sheet.meetings.filter(({ id }) => id !== there)
  if (!there && others.length === 0)
    return (
      <p class="noot">
        {text.noMeeting} <a href="/meetings">{text.toMeetings}</a>
      </p>
    )
  return (
    <div class="patroonagenda">
      {there && (
        <p class="patroondoel">
          <Icon name="check" />
          <span>{text.onAgenda}</span>
          <ArrowLink href={`/meeting/${there}`}>{on ? `${on.title}, ${on.when}` : text.toMeeting}</ArrowLink>
        </p>
      )}
      {!there && others.length > 0 && (
        <form action={TOGETHER} method="post" class="patroonzet">
          <AgendaFields {...{ card, sheet }} />
        </form>
      )}
    </div>
  )
}

/** With one meeting to come it is one button; with more of them a choice before it. */
function AgendaFields({ card, sheet }: AgendaProps) {
  const text = patternText(sheet.language)
  const [only, ...more] = sheet.meetings
  const hidden = fieldsOf(card, 'agenda')
  return (
    <>
      <HiddenFields values={only && more.length === 0 ? { ...hidden, meeting: only.id } : hidden} />
      {more.length > 0 && (
        <SelectField
          name="meeting"
          id={`${cardId(card)}-agenda`}
          label={text.whichMeeting}
          options={sheet.meetings.map(({ id, title, when }) => ({ value: id, label: `${title}, ${when}` }))}
        />
      )}
      <Button kind="quiet">{only && more.length === 0 ? text.agendaOf(only.when) : text.agenda}</Button>
      {only && more.length === 0 && <p class="noot">{only.title}</p>}
    </>
  )
}

import { clock, dayOf, longDay } from '../kernel/day.ts'
import { nameIn } from '../meeting/meeting.ts'
import { LONGEST } from '../meeting/meeting-plan.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { DecidingFields, decidingSays } from './deciding-view.tsx'
import { DetailsFields } from './details-view.tsx'
import { inviteText } from './invite-text.ts'
import { isOfNow, type MeetingSheet, prepares } from './meeting-page-scene.ts'
import { meetingText } from './meeting-text.ts'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'

type SideProps = { sheet: MeetingSheet; trouble: Trouble | null }

const ofForm = (trouble: Trouble | null, form: string) => (trouble?.form === form ? trouble : null)

/** Who does what, how the team decides, the invitation; each to change in its place by who prepares. */
export function MeetingSide(props: SideProps) {
  return (
    <>
      <Who {...props} />
      <Invitation {...props} />
      <Begin {...props} />
      <HowDecided {...props} />
      <Cancelling {...props} />
    </>
  )
}

function Who({ sheet, trouble }: SideProps) {
  const { scene, open, language, people } = sheet
  const { meeting } = scene
  const text = meetingText(language)
  const [chair, taker] = [nameIn(scene, meeting.chair) ?? '', nameIn(scene, meeting.minuteTaker) ?? '']
  const href = `/meeting/${meeting.id}`
  return (
    <section class="blok stapel" aria-labelledby="wie-kop" id="wie">
      <h2 id="wie-kop">{text.who}</h2>
      {open === 'details' && prepares(sheet) ? (
        <Form action={href} labelledBy="wie-kop">
          <HiddenFields values={{ act: 'details' }} />
          <DetailsFields {...{ people, language }} details={meeting} trouble={ofForm(trouble, 'details')} />
          <Actions>
            <Button>{text.save}</Button>
            <LinkButton href={`${href}#wie`}>{text.stop}</LinkButton>
          </Actions>
        </Form>
      ) : (
        <>
          <p>
            {meeting.chair === meeting.minuteTaker
              ? text.both(chair)
              : `${text.chair(chair)} ${text.taker(taker)}`}
          </p>
          {prepares(sheet) && <ArrowLink href={`${href}?edit=details#wie`}>{text.changeDetails}</ArrowLink>}
        </>
      )}
    </section>
  )
}

/** Who leads opens the meeting on the board. */
function Begin({ sheet }: SideProps) {
  const { scene, me, language } = sheet
  const { meeting } = scene
  const text = meetingText(language)
  const leads = meeting.chair === me || meeting.minuteTaker === me
  if (!leads || meeting.phase !== 'prepare' || !isOfNow(sheet)) return null
  return (
    <section class="blok stapel">
      <p>{text.boardSay}</p>
      <p>
        <LinkButton
          href={`/meeting/${meeting.id}/board`}
          kind={meeting.invitation.sentAt === null && typeof sheet.uninvited === 'number' ? 'quiet' : 'main'}
          icon="board"
        >
          {text.board}
        </LinkButton>
      </p>
    </section>
  )
}

function Invitation({ sheet }: SideProps) {
  const { scene, language, uninvited } = sheet
  const { meeting } = scene
  const text = inviteText(language)
  if (!isOfNow(sheet)) return null
  const { sentAt } = meeting.invitation
  const when = sentAt && `${longDay(dayOf(new Date(sentAt)), language)}, ${clock(sentAt, language)}`
  const sends = prepares(sheet) && meeting.phase === 'prepare'
  return (
    <section class="blok stapel" aria-labelledby="uitnodiging-kop" id="uitnodiging">
      <h2 id="uitnodiging-kop">{text.title}</h2>
      {prepares(sheet) && (when || sends) && <p>{when ? text.sentOn(when) : text.notSent}</p>}
      {sends && typeof uninvited === 'string' && <p class="noot">{text.noPost[uninvited]}</p>}
      {sends && typeof uninvited === 'number' && (sentAt === null || uninvited > 0) && (
        <PostButton
          action={`/meeting/${meeting.id}`}
          hidden={{ act: 'invite' }}
          kind={sentAt === null ? 'main' : 'quiet'}
        >
          {sentAt === null ? text.invite : text.inviteNew(uninvited)}
        </PostButton>
      )}
      <p>
        <LinkButton href={`/meeting/${meeting.id}/calendar.ics`} download icon="calendar">
          {text.download}
        </LinkButton>
      </p>
    </section>
  )
}

function HowDecided({ sheet, trouble }: SideProps) {
  const { scene, open, language, people, fixed } = sheet
  const { meeting } = scene
  const text = meetingText(language)
  const href = `/meeting/${meeting.id}`
  const changes = prepares(sheet) && meeting.phase === 'prepare'
  return (
    <section class="blok stapel" aria-labelledby="besluit-kop" id="besluiten">
      <h2 id="besluit-kop">{text.deciding}</h2>
      {open === 'deciding' && changes && fixed === null ? (
        <Form action={href} labelledBy="besluit-kop">
          <HiddenFields values={{ act: 'deciding' }} />
          <DecidingFields
            {...{ people, language }}
            deciding={meeting.deciding}
            trouble={ofForm(trouble, 'deciding')}
          />
          <Actions>
            <Button>{text.save}</Button>
            <LinkButton href={`${href}#besluiten`}>{text.stop}</LinkButton>
          </Actions>
        </Form>
      ) : (
        <>
          <ul class="zo-besluiten">
            {decidingSays(meeting.deciding, language).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          {changes &&
            (fixed === null ? (
              <ArrowLink href={`${href}?edit=deciding#besluiten`}>{text.changeDeciding}</ArrowLink>
            ) : (
              <p class="noot">{text.decidingFixed[fixed]}</p>
            ))}
        </>
      )}
    </section>
  )
}

function Cancelling({ sheet, trouble: met }: SideProps) {
  const { scene, open, language } = sheet
  const { meeting } = scene
  const text = meetingText(language)
  const trouble = ofForm(met, 'cancel')
  if (!prepares(sheet) || meeting.phase !== 'prepare' || !isOfNow(sheet)) return null
  const href = `/meeting/${meeting.id}`
  if (open !== 'cancel')
    return (
      <section class="blok" id="afzeggen">
        <ArrowLink href={`${href}?edit=cancel#afzeggen`}>{text.cancel}</ArrowLink>
      </section>
    )
  return (
    <section class="blok stapel" aria-labelledby="af-kop" id="afzeggen">
      <h2 id="af-kop">{text.cancelTitle}</h2>
      <p>{text.cancelSay}</p>
      <Form action={href} labelledBy="af-kop">
        <HiddenFields values={{ act: 'cancel' }} />
        <TextField
          name="why"
          label={text.cancelWhy}
          value={typedIn(trouble, 'why') ?? ''}
          error={besideOf(trouble, 'why', language)}
          maxlength={LONGEST.reason}
        />
        <Actions>
          <Button>{text.cancelNow}</Button>
          <LinkButton href={`${href}#afzeggen`}>{text.stop}</LinkButton>
        </Actions>
      </Form>
    </section>
  )
}

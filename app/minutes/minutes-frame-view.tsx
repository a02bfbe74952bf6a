import { dayOf, longDay } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, BackLink, Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { minutesActText } from './minutes-act-text.ts'
import type { HeldMeeting } from './minutes-state.ts'
import type { StoryItem } from './minutes-story-view.ts'

type Of = { meetingId: MeetingId; language: Language }

const FORMATS = ['word', 'pdf', 'json'] as const

/** The ways from minutes: to complete them, to take them along, back to the meeting. */
export function MinutesWays({
  meetingId,
  language,
  mayWrite,
  isWriting,
}: Of & { mayWrite: boolean; isWriting: boolean }) {
  const text = minutesActText(language)
  const href = `/meeting/${meetingId}/minutes`
  return (
    <div class="notulenwegen">
      <p class="rij">
        {mayWrite && (
          <LinkButton
            href={isWriting ? href : `${href}?write=all`}
            kind={isWriting ? 'main' : 'quiet'}
            icon="pen"
          >
            {isWriting ? text.ready : text.complete}
          </LinkButton>
        )}
        {FORMATS.map((format) => (
          <LinkButton href={`${href}/${format}`} icon="download" download about={text.aboutFile}>
            {text[format]}
          </LinkButton>
        ))}
      </p>
      <BackLink href={`/meeting/${meetingId}`}>{text.toMeeting}</BackLink>
    </div>
  )
}

/** Putting minutes before the team. */
export function PutMinutes({ meetingId, language }: Of) {
  const text = minutesActText(language)
  return (
    <section class="blok stapel notulenact">
      <p>{text.putNote}</p>
      <PostButton action={`/meeting/${meetingId}/minutes`} hidden={{ act: 'put' }} icon="check">
        {text.put}
      </PostButton>
    </section>
  )
}

export type TriedCorrection = {
  readonly item: string
  readonly what: string
  readonly why: string
  readonly wrong: { readonly field: string | null; readonly says: string }
}

/** A correction of minutes that were confirmed: what, at which item, and why. */
export function CorrectMinutes({
  meetingId,
  language,
  items,
  tried,
}: Of & { items: readonly StoryItem[]; tried: TriedCorrection | null }) {
  const text = minutesActText(language)
  const wrongAt = (field: string) => (tried?.wrong.field === field ? tried.wrong.says : null)
  return (
    <section class="blok notulenact">
      <Fold summary={text.correct} open={tried !== null}>
        <Form action={`/meeting/${meetingId}/minutes`} id="correctie" label={text.correct}>
          <HiddenFields values={{ act: 'correct' }} />
          <p class="noot">{text.correctNote}</p>
          <SelectField
            name="item"
            label={text.correctItem}
            value={tried?.item ?? ''}
            options={[
              { value: '', label: text.ofWhole },
              ...items.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <TextField
            name="what"
            label={text.correctWhat}
            value={tried?.what}
            rows={3}
            error={wrongAt('what')}
          />
          <TextField name="why" label={text.correctWhy} value={tried?.why} error={wrongAt('why')} />
          <Button icon="check">{text.sign}</Button>
        </Form>
      </Fold>
    </section>
  )
}

/** The minutes of other meetings of the school, the newest first. */
export function OtherMinutes({ meetingId, language, held }: Of & { held: readonly HeldMeeting[] }) {
  const text = minutesActText(language)
  const others = held.filter((one) => one.meetingId !== meetingId)
  if (others.length === 0) return null
  return (
    <section class="blok notulenact" aria-labelledby="an-kop">
      <h2 id="an-kop">{text.older}</h2>
      <ul class="anderenotulen">
        {others.map((one) => (
          <li>
            <ArrowLink href={`/meeting/${one.meetingId}/minutes`}>{one.title}</ArrowLink>{' '}
            <small>
              {longDay(dayOf(new Date(one.startsAt)), language)} · {text.stateShort[one.state]}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

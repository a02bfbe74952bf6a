import { dayOf, longDay } from '../kernel/day.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { dayOfVersion, isShared } from './analysis.ts'
import { type AnalysisSheet, analysisHref } from './analysis-sheet.ts'
import { analysisText } from './analysis-text.ts'
import { actOf } from './report-view.tsx'

type SheetProps = { sheet: AnalysisSheet }

/** What can be done with the whole: keep it as a file, share it, lay it on an agenda. */
export function AnalysisActs({ sheet }: SheetProps) {
  const { analysis, language, mayWrite } = sheet
  const text = analysisText(language)
  const { id, version } = analysis
  return (
    <section class="blok alleen-scherm" aria-labelledby="acts">
      <h2 id="acts">{text.actions}</h2>
      <p class="rij">
        {(['pdf', 'docx'] as const).map((format) => (
          <LinkButton
            href={`${analysisHref(id)}/${format}?version=${version.number}`}
            icon="download"
            download
          >
            {format === 'pdf' ? text.pdf : text.word}
          </LinkButton>
        ))}
      </p>
      {mayWrite && <ShareAct sheet={sheet} />}
      {mayWrite && version.sharedAt !== null && <AgendaAct sheet={sheet} />}
      {!mayWrite && analysis.meetingId && <OnAgenda sheet={sheet} />}
      <Versions sheet={sheet} />
    </section>
  )
}

function ShareAct({ sheet }: SheetProps) {
  const { analysis, language } = sheet
  const text = analysisText(language)
  return (
    <div class="deelactie">
      {analysis.version.sharedAt === null ? (
        <>
          <PostButton {...actOf(sheet, 'share')}>{text.share}</PostButton>
          <p class="noot">{text.shareNote}</p>
        </>
      ) : (
        <PostButton {...actOf(sheet, 'unshare')} kind="link">
          {text.unshare}
        </PostButton>
      )}
      {!isShared(analysis) && (
        <PostButton {...actOf(sheet, 'discard')} kind="link">
          {text.discard}
        </PostButton>
      )}
    </div>
  )
}

function OnAgenda({ sheet: { analysis, language, meetings } }: SheetProps) {
  const text = analysisText(language)
  const on = meetings.find(({ id }) => id === analysis.meetingId)
  return (
    <p>
      {text.onAgenda}{' '}
      <ArrowLink href={`/meeting/${analysis.meetingId}`}>
        {on ? `${on.title}, ${on.when}` : text.toMeeting}
      </ArrowLink>
    </p>
  )
}

/** On which agenda it stands, or the meeting on whose agenda it can be put. */
function AgendaAct({ sheet }: SheetProps) {
  const { analysis, language, meetings } = sheet
  const text = analysisText(language)
  const others = meetings.filter(({ id }) => id !== analysis.meetingId)
  if (analysis.meetingId) return <OnAgenda sheet={sheet} />
  const [only, ...more] = others
  if (!only)
    return (
      <p class="noot">
        {text.noMeeting} <a href="/meetings">{text.toMeetings}</a>
      </p>
    )
  const { action, hidden } = actOf(sheet, 'agenda')
  return (
    <form action={action} method="post" class="deelactie">
      <HiddenFields values={more.length === 0 ? { ...hidden, meeting: only.id } : hidden} />
      {more.length > 0 && (
        <SelectField
          name="meeting"
          label={text.whichMeeting}
          options={others.map(({ id, title, when }) => ({ value: id, label: `${title}, ${when}` }))}
        />
      )}
      <Button kind="quiet">{more.length === 0 ? text.agendaOf(only.when) : text.agenda}</Button>
      {more.length === 0 && <p class="noot">{only.title}</p>}
    </form>
  )
}

/** All versions that the reader may read, when there is more than one. */
function Versions({ sheet: { analysis, language } }: SheetProps) {
  const text = analysisText(language)
  if (analysis.versions.length < 2) return null
  return (
    <>
      <h3>{text.versions}</h3>
      <ul class="zinnen">
        {analysis.versions.map((version) => {
          const name = text.version(version.number, longDay(dayOfVersion(version), language))
          const { sharedAt } = version
          return (
            <li>
              {version.number === analysis.version.number ? (
                <>
                  {name} ({text.thisOne})
                </>
              ) : (
                <a href={analysisHref(analysis.id, version.number)}>{name}</a>
              )}{' '}
              <span class="noot">
                {sharedAt === null ? text.draft : text.sharedOn(longDay(dayOf(new Date(sharedAt)), language))}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

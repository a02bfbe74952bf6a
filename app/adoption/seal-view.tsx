import { dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { Plan } from '../plan/plan.ts'
import { shortRule } from '../round/round-rule-text.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { paperMeeting } from './adoption-sheet-view.ts'
import { adoptionText } from './adoption-text.ts'
import { amendmentText } from './amendment-text.ts'
import { inRoomText } from './in-room-text.ts'
import { inGroups, type Version } from './seal.ts'
import { meetingFrom } from './sealed-meeting.ts'
import { amendmentsFrom, type SealedAmendment, type SealedRecord, wholeOf } from './sealed-record.ts'
import { objectionsOf, outcomeSentence, presentLine } from './sealed-words-view.ts'

/** '26 november 2026' with its day of the week and year, as the sealed sheet has it. */
export const sealedOn = (at: Moment, language: Language) => {
  const day = dayOf(new Date(at))
  return `${weekDay(day, language)} ${day.slice(0, 4)}`
}

export const Hash = ({ sha256 }: { sha256: string }) => (
  <span class="hash">
    {inGroups(sha256).map((group) => (
      <>
        <span>{group}</span>{' '}
      </>
    ))}
  </span>
)

type SheetProps = {
  plan: Plan
  version: Version
  record: SealedRecord
  href: string
  language: Language
  level?: 1 | 2
}

/** The sealed sheet: what was decided, by which rule, who took part, and the fingerprint. */
export function SealSheet({ plan, version, record, href, language }: SheetProps) {
  const text = adoptionText(language)
  return (
    <section class="zegelvak" aria-labelledby="zg-kop">
      <div class="akte">
        <Knot />
        <h2 id="zg-kop">{text.sealed(version.number)}</h2>
        <p class="akte-in">
          {version.kind === 'beside'
            ? text.besideAbout(sealedOn(version.sealedAt, language))
            : text.sealedAbout(yearTitle(plan.schoolYear), sealedOn(version.sealedAt, language))}
        </p>
        <dl class="akte-dl">
          <WholeLines record={record} language={language} />
          <MeetingLines version={version} record={record} language={language} />
          <ObjectionLines record={record} language={language} />
          <AmendmentLines version={version} language={language} />
          <div>
            <dt>{text.fingerprint}</dt>
            <dd>
              <Hash sha256={version.sha256} />
              <small>{text.fingerprintNote}</small>
            </dd>
          </div>
        </dl>
        <p class="rij">
          <LinkButton href={`${href}/export/pdf`} icon="download" download>
            {text.pdf}
          </LinkButton>
          <ArrowLink href={`${href}/version/${version.number}?check=yes#vingerafdruk`}>
            {text.check}
          </ArrowLink>
        </p>
      </div>
    </section>
  )
}

const Knot = () => (
  <svg class="zegel" viewBox="0 0 220 150" aria-hidden="true" focusable="false">
    <path d="M-3000 44H66C102 44 136 26 136 4C136 -12 124 -20 113 -20C101 -20 90 -12 90 4C90 26 124 44 156 44C172 44 182 47 190 54" />
    <path d="M113 40C106 60 98 76 101 102M113 40C120 58 130 74 125 96" />
    <circle cx="113" cy="37" r="13" />
  </svg>
)

type Lines = { record: SealedRecord; language: Language }

function WholeLines({ record, language }: Lines) {
  const text = adoptionText(language)
  const whole = wholeOf(record)
  if (!whole) return null
  return (
    <>
      <div>
        <dt>{text.rule}</dt>
        <dd>{shortRule(whole.rule, whole.quorum, whole.voters.length, language)}</dd>
      </div>
      <div>
        <dt>{text.present}</dt>
        <dd>{presentLine(whole, language)}</dd>
      </div>
      <div>
        <dt>{text.outcome}</dt>
        <dd>{outcomeSentence(whole, language)}</dd>
      </div>
    </>
  )
}

/** What was agreed or decided since the plan was adopted, each with by whom. */
function AmendmentLines({ version, language }: Pick<SheetProps, 'version' | 'language'>) {
  const text = amendmentText(language)
  const amendments = amendmentsFrom(version.record)
  if (amendments.length === 0) return null
  return (
    <div>
      <dt>{text.sinceAdopted}</dt>
      <dd>
        {amendments.map((one) => (
          <p>{amendmentLine(one, language)}</p>
        ))}
      </dd>
    </div>
  )
}

function amendmentLine({ yeses, decision }: SealedAmendment, language: Language) {
  const text = amendmentText(language)
  if (decision) return text.sealedTeam(decision.title, outcomeSentence(decision, language))
  const owner = yeses.find(({ side }) => side === 'owner')?.person.name ?? text.someone
  return text.sealedTrack(owner, yeses.map(({ person }) => person.name).join(` ${text.and} `))
}

/** Every objection of every round, and what was done with it. */
function ObjectionLines({ record, language }: Lines) {
  const text = adoptionText(language)
  return (
    <>
      {objectionsOf(record, language).map(({ about, by, reason, answer }) => (
        <div>
          <dt>{text.objectionAt(about)}</dt>
          <dd>
            {text.objectionBy(by, reason)}
            <small>{answer}</small>
          </dd>
        </div>
      ))}
    </>
  )
}

/** The meeting in which the team decided on the whole, and who was there. */
function MeetingLines({ version, record, language }: Lines & { version: Version }) {
  const text = inRoomText(language)
  const whole = wholeOf(record)
  const meeting = whole && paperMeeting(meetingFrom(version.record), whole, language)
  if (!meeting) return null
  const { title, place, chair, minuteTaker, here, absent } = meeting
  return (
    <>
      <div>
        <dt>{text.inMeeting}</dt>
        <dd>{text.meetingLine(title, place, chair ?? '', minuteTaker ?? '')}</dd>
      </div>
      <div>
        <dt>{text.wereHere}</dt>
        <dd>{here.join(', ')}</dd>
      </div>
      {absent.length > 0 && (
        <div>
          <dt>{text.wereAbsent}</dt>
          <dd>{absent.join(', ')}</dd>
        </div>
      )}
    </>
  )
}

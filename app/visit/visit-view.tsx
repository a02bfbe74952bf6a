import type { Child } from 'hono/jsx'
import { BackLink, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { isComing, lacksCover, partOf, type Visit } from './visit.ts'
import { AnswerPart, CallOffPart, CoverPart, FallOutPart, MovePart, NoCoverPart } from './visit-act-view.tsx'
import { visitNo } from './visit-no-text.ts'
import { visitOneText } from './visit-one-text.ts'
import type { VisitProps } from './visit-sheet-view.ts'
import { visitText } from './visit-text.ts'
import { type Eyes, slotWords, stateWords, titleWords } from './visit-words-view.ts'

/** One visit, for one of the three: when, who, what is asked, and the observation guide. */
export function VisitView(props: VisitProps) {
  const { visit, tried, eyes } = props
  const text = visitOneText(eyes.language).one
  const isOpen = isComing(visit, eyes.now) && visit.startsAt > eyes.now
  return (
    <>
      <PageHead title={titleWords(visit, eyes)} under={<WhenLine visit={visit} eyes={eyes} />} />
      <p>
        <BackLink href="/visits">{visitText(eyes.language).toVisits}</BackLink>
      </p>
      {tried && (
        <Notice kind="refusal">
          <p>{visitNo(tried.no, eyes.language)}</p>
        </Notice>
      )}
      {props.clashes && isOpen && (
        <Notice>
          <p>{text.clash}</p>
        </Notice>
      )}
      <div class="twee bezoek">
        <div class="kolom">
          {isOpen && <AnswerPart {...props} />}
          {isOpen && <NoCoverPart {...props} />}
          {props.guide}
        </div>
        <div class="kolom">
          <Facts {...props} />
          {isOpen && <Acts {...props} />}
        </div>
      </div>
    </>
  )
}

const WhenLine = ({ visit, eyes }: { visit: Visit; eyes: Eyes }) => (
  <>
    {slotWords(visit, eyes.language)} · {stateWords(visit, eyes)}
  </>
)

function Acts(props: VisitProps) {
  return (
    <section class="blok stapel daden">
      {!props.may.goWithout && <CoverPart {...props} />}
      {!props.may.answer && !props.may.goWithout && <MovePart {...props} />}
      {props.swap}
      <FallOutPart {...props} />
      <CallOffPart {...props} />
    </section>
  )
}

function Facts({ visit, may, belongs, eyes }: VisitProps) {
  const text = visitOneText(eyes.language).one
  const { nameOf, me } = eyes
  const part = partOf(visit, me)
  return (
    <section class="blok" aria-labelledby="k-wie">
      <h2 id="k-wie">{text.three}</h2>
      <dl class="bezoekfeiten">
        <Fact term={text.visitor}>{nameOf(visit.visitor)}</Fact>
        <Fact term={text.host}>{nameOf(visit.host)}</Fact>
        <Fact term={text.cover}>{coverName(visit, eyes)}</Fact>
        {may.readQuestion && visit.question && (
          <Fact term={part === 'visitor' ? text.ownQuestion : text.question(nameOf(visit.visitor))}>
            {visit.question}
          </Fact>
        )}
        {belongs && (
          <Fact term={text.belongs}>
            <a href={belongs.href}>{belongs.label}</a>
          </Fact>
        )}
      </dl>
      {visit.ended?.words && <p class="citaat">{text.wrote(nameOf(visit.ended.by), visit.ended.words)}</p>}
      <p class="noot">{text.onlyThree}</p>
      {visit.state === 'agreed' && visit.endsAt > eyes.now && part !== 'asked-to-cover' && (
        <p>
          <LinkButton href={`/visits/${visit.id}/calendar.ics`} icon="download" download>
            {text.calendar}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

function coverName(visit: Visit, { nameOf, language }: Eyes) {
  const text = visitOneText(language).one
  if (visit.cover !== null) return nameOf(visit.cover)
  return lacksCover(visit) ? text.coverSought : text.noCover
}

const Fact = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

import type { Child } from 'hono/jsx'
import { longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { HeightFields } from './ambition-fields-view.tsx'
import type { AmbitionTried } from './ambition-form.ts'
import type { AmbitionSheet, GoalChoices, GoalPlace } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import { AMBITIONS_HREF, ambitionHref } from './ambition-view.tsx'
import type { YearOf } from './stand.ts'
import { aimText, ambitionTitle, byText, fromText, standText, valueText } from './stand-text.ts'

export type OneProps = {
  readonly sheet: AmbitionSheet
  /** Oldest first. */
  readonly years: readonly YearOf[]
  readonly ahead: readonly SchoolYear[]
  /** Null: nowhere, or it has gone. */
  readonly goal: GoalPlace | null
  /** To what it can be tied; null: no plan, or the reader may not. */
  readonly goals: GoalChoices | null
  /** Whether the reader may change it, and it still runs. */
  readonly keeps: boolean
  readonly tried: (AmbitionTried & { readonly act: string }) | null
  readonly language: Language
}

/** One ambition: where it stands first, then what it is, its years, what it said before, and changing it. */
export function AmbitionView(props: OneProps) {
  const { sheet, language, keeps } = props
  const { ambition, team } = sheet
  const text = ambitionText(language)
  const { ended } = ambition
  return (
    <>
      <PageHead
        title={ambitionTitle(language, ambition)}
        under={ended ? text.endedOn(text.endedHow[ended.how], longDay(ended.on, language)) : undefined}
      />
      <p class="rij">
        <BackLink href={AMBITIONS_HREF}>{text.toAll}</BackLink>
        <ArrowLink href={lineHref(sheet)}>{text.seeLine}</ArrowLink>
      </p>
      <p class="ambitiestand">{standText(language, sheet)}</p>
      <Facts {...props} />
      <Years {...props} />
      <Earlier {...props} />
      {keeps ? <Changing {...props} /> : <p class="noot">{team === null ? null : text.members}</p>}
    </>
  )
}

const lineHref = ({ ambition: { about } }: AmbitionSheet) => {
  if (about.of === 'standing') return about.share === 'target' ? '/trends' : '/trends?share=at1F'
  const { subject, yearGroup, moment, measure } = about
  const asked = new URLSearchParams({ show: 'years', group: String(yearGroup), moment })
  if (measure !== 'level') asked.set('measure', measure)
  return `/trends/${encodeURIComponent(subject)}?${asked}`
}

function Facts({ sheet, goal, keeps, language }: OneProps) {
  const { ambition, team } = sheet
  const text = ambitionText(language)
  const began = fromText(language, sheet)
  return (
    <dl class="akte-dl">
      <Fact term={text.whose}>{team ?? text.wholeTeam}</Fact>
      <Fact term={text.began}>
        {[began, `${text.madeOn(longDay(ambition.madeOn, language))}.`].join(' ').trim()}
      </Fact>
      {ambition.why !== '' && (
        <Fact term={text.why}>
          <span class="serif">{ambition.why}</span>
        </Fact>
      )}
      <Fact term={text.goal}>
        {goal ? <a href={goal.href}>{goal.name ?? text.amended}</a> : keeps ? text.noGoal : text.noGoalRead}
      </Fact>
      {ambition.talkId && (
        <Fact term={text.talk}>
          <a href={`/trends/talks/${ambition.talkId}`}>{text.toTalk}</a>
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

function Years({ sheet: { ambition }, years, language }: OneProps) {
  const { about } = ambition
  const text = ambitionText(language)
  if (years.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-jaren">
      <h2 id="k-jaren">{text.numbers}</h2>
      <Table
        caption={ambitionTitle(language, ambition)}
        hiddenCaption
        head={[text.column.year, text.column.value, text.column.n]}
        rows={years.map(({ schoolYear, at }) => [
          byText(about, schoolYear),
          at === 'hidden' ? text.hidden : valueText(language, about, at.value),
          at === 'hidden' ? '' : String(at.n),
        ])}
        figures={[1, 2]}
      />
      {about.of === 'section' && <p class="noot">{text.otherTest}</p>}
    </section>
  )
}

function Earlier({ sheet: { ambition }, language }: OneProps) {
  const text = ambitionText(language)
  const { about, past } = ambition
  if (past.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-eerder">
      <h2 id="k-eerder">{text.earlier}</h2>
      <ul class="zinnen">
        {past.map((one) => (
          <li>
            {capital(
              text.earlierOne(
                aimText(language, { about, to: one.to }),
                byText(about, one.by),
                longDay(one.until, language),
              ),
            )}
            .{one.why !== '' && <span class="serif"> {one.why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Changing how high or when, tying it, closing it: each folded until somebody wants it. */
function Changing(props: OneProps) {
  const { tried, language } = props
  const text = ambitionText(language)
  const isPlaced = tried?.act === 'change' && tried.field !== null && tried.field !== 'about'
  return (
    <section class="blok ambitiedaden" aria-label={text.change}>
      {tried && !isPlaced && (
        <Notice kind="refusal">
          <p>{tried.says}</p>
        </Notice>
      )}
      <Change {...props} />
      <Tie {...props} />
      <Close {...props} />
    </section>
  )
}

function Change({ sheet: { ambition }, ahead, tried, language }: OneProps) {
  const text = ambitionText(language)
  const mine = tried?.act === 'change' ? tried : null
  return (
    <Fold summary={text.change} id="change" open={mine !== null}>
      <p class="noot">{text.changeUnder}</p>
      <Form action={ambitionHref(ambition.id)} label={text.change}>
        <HiddenFields values={{ act: 'change', revision: String(ambition.revision) }} />
        <HeightFields about={ambition.about} years={ahead} now={ambition} tried={mine} language={language} />
        <Button icon="check">{text.saveChange}</Button>
      </Form>
    </Fold>
  )
}

function Tie({ sheet: { ambition }, goals, tried, language }: OneProps) {
  const text = ambitionText(language)
  return (
    <Fold summary={text.tie} id="tie" open={tried?.act === 'tie'}>
      {goals === null ? (
        <p>{text.noPlan}</p>
      ) : (
        <Form action={ambitionHref(ambition.id)} label={text.tie}>
          <HiddenFields values={{ act: 'tie', plan: goals.planId }} />
          <SelectField
            name="goal"
            label={text.tieLabel}
            hint={text.tieHint}
            none={text.tieNone}
            value={ambition.tie?.entryId ?? null}
            options={goals.goals.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="quiet">{text.saveTie}</Button>
        </Form>
      )}
    </Fold>
  )
}

function Close({ sheet: { ambition }, language }: OneProps) {
  const text = ambitionText(language)
  return (
    <Fold summary={text.close} id="close">
      <p class="noot">{text.closeUnder}</p>
      <Form action={ambitionHref(ambition.id)} label={text.close}>
        <HiddenFields values={{ act: 'end' }} />
        <Actions>
          <Button kind="quiet" name="how" value="reached">
            {text.closeReached}
          </Button>
          <Button kind="quiet" name="how" value="let-go">
            {text.closeLetGo}
          </Button>
        </Actions>
      </Form>
    </Fold>
  )
}

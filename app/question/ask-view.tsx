import { clock, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { closingField } from '../round/round-form.ts'
import { firstName } from '../school/person.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { type Ask, hasAnswered } from './ask.ts'
import type { AskSheet } from './ask-sheet.ts'
import { askText } from './ask-text.ts'
import { reads } from './question.ts'

/** 'dinsdag 24 november om 15.15 uur' */
export function momentWords(moment: Moment, language: Language): string {
  const day = weekDay(dayOf(new Date(moment)), language)
  const time = clock(moment, language)
  return language === 'nl' ? `${day} om ${time} uur` : `${day} at ${time}`
}

/** Asking a colleague, for the asker: who was asked and what they said, and who can be asked. */
export function AskPart(sheet: AskSheet) {
  const text = askText(sheet.eyes.language)
  const shown = sheet.asks.filter(({ state }) => state !== 'withdrawn')
  const title = shown.length > 0 ? text.whom : text.title
  const form = <AskForm {...sheet} />
  if (sheet.isAlone && sheet.first !== null && sheet.tried === null)
    return <AskOne {...sheet} first={sheet.first} />
  return (
    <section class="vragen-aan" id="ask" aria-labelledby="ask-title">
      {sheet.isAlone ? <h2 id="ask-title">{title}</h2> : <h3 id="ask-title">{title}</h3>}
      {shown.length > 0 && (
        <ul class="wie-gevraagd">
          {shown.map((ask) => (
            <AskedLine ask={ask} sheet={sheet} />
          ))}
        </ul>
      )}
      {shown.some(reads) ? (
        <Fold summary={text.more} id="ask-more" open={sheet.tried !== null || sheet.first !== null}>
          {form}
        </Fold>
      ) : (
        form
      )}
    </section>
  )
}

/** Whom somebody proposed: one tap. All others are a fold away. */
function AskOne(sheet: AskSheet & { readonly first: PersonId }) {
  const { first, offered, eyes, question } = sheet
  const text = askText(eyes.language)
  const why = offered.find(({ person }) => person === first)?.because
  return (
    <section class="vragen-aan" id="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">{eyes.nameOf(first)}</h2>
      {why && <p>{why}</p>}
      <p class="noot">{text.whoReads}</p>
      <PostButton action={`/questions/${question}/ask`} hidden={{ act: 'ask', colleague: first }}>
        {text.askNamed(firstName({ name: eyes.nameOf(first) }))}
      </PostButton>
      <Fold summary={text.else} id="ask-more">
        <AskForm {...sheet} />
      </Fold>
    </section>
  )
}

/** One colleague who was asked: waits, helps, or can't now. Why somebody can't is nobody's question. */
function AskedLine({ ask, sheet }: { ask: Ask; sheet: AskSheet }) {
  const { eyes, question } = sheet
  const text = askText(eyes.language)
  const name = eyes.nameOf(ask.personId)
  return (
    <li class={ask.state}>
      <p>
        <b>{name}</b> <span>{stateWords(ask, sheet)}</span>
      </p>
      {ask.words !== '' && <blockquote>{ask.words}</blockquote>}
      {ask.startsAt && <p>{text.moment(momentWords(ask.startsAt, eyes.language))}</p>}
      <div class="rij">
        {ask.state === 'yes' && (
          <LinkButton href={lookHref(sheet, ask)}>{text.goLook(firstName({ name }))}</LinkButton>
        )}
        {reads(ask) && (
          <PostButton
            action={`/questions/${question}/ask`}
            hidden={{ act: 'back', ask: ask.id }}
            kind="link"
            about={text.takeBackOf(firstName({ name }))}
          >
            {text.takeBack}
          </PostButton>
        )}
        {ask.proposed && sheet.named.has(ask.proposed) && (
          <PostButton
            action={`/questions/${question}/ask`}
            hidden={{ act: 'ask', colleague: ask.proposed }}
            kind="quiet"
          >
            {text.askNamed(firstName({ name: eyes.nameOf(ask.proposed) }))}
          </PostButton>
        )}
      </div>
    </li>
  )
}

function stateWords(ask: Ask, { eyes }: AskSheet): string {
  const text = askText(eyes.language)
  if (ask.state === 'asked') {
    const day = dayOf(new Date(ask.askedAt))
    return day === dayOf(new Date(eyes.now)) ? text.waitsToday : text.waits(weekDay(day, eyes.language))
  }
  if (ask.state === 'yes') return text.yes
  return ask.proposed ? text.passed(eyes.nameOf(ask.proposed)) : text.no
}

/** With the moment that the colleague gave. */
const lookHref = ({ entry }: AskSheet, { personId, startsAt }: Ask) =>
  `/visits/new?with=${personId}${entry ? `&entry=${entry}` : ''}${startsAt ? `&at=${closingField(startsAt)}` : ''}`

/** Who can be asked: at most five with the reason, everybody else by name. */
function AskForm(sheet: AskSheet) {
  const { offered, tried, eyes, question } = sheet
  const text = askText(eyes.language)
  const mine = tried?.act === 'ask' ? tried : null
  const error = mine?.field === 'colleague' ? mine.says : null
  return (
    <Form action={`/questions/${question}/ask`} id="ask-form" label={text.title}>
      <HiddenFields values={{ act: 'ask' }} />
      {offered.length > 0 && <OfferedChoice {...sheet} error={error} />}
      <ByName {...sheet} error={offered.length > 0 ? null : error} />
      <Check
        name="look"
        label={text.looking}
        note={text.lookingNote}
        checked={mine?.values['look'] === 'yes'}
      />
      <p class="noot">{text.whoReads}</p>
      <Button>{offered.length > 0 ? text.askMore : text.askThis}</Button>
    </Form>
  )
}

type Part = AskSheet & { readonly error: string | null }

function OfferedChoice(sheet: Part) {
  const text = askText(sheet.eyes.language)
  return (
    <ChoiceGroup
      legend={text.legend}
      hiddenLegend
      name="colleague"
      several
      hint={text.hint}
      error={sheet.error}
      chosen={chosenIn(sheet)}
      choices={sheet.offered.map(({ person, name, because, when, recommended }) => ({
        value: person,
        title: recommended ? `${name} · ${text.recommended}` : name,
        note: when === '' ? because : `${because} ${when}.`,
      }))}
    />
  )
}

/** Everybody who is not offered: nobody has to be kept from asking somebody. */
function ByName(sheet: Part) {
  const { offered, others, eyes, error } = sheet
  const text = askText(eyes.language)
  if (others.length === 0) return null
  return (
    <SelectField
      name="else"
      label={offered.length > 0 ? text.else : text.chooseElse}
      hint={offered.length > 0 ? text.elseHint : text.nobody}
      error={error}
      none={text.noElse}
      options={others}
      value={elseIn(sheet)}
    />
  )
}

/** What is ticked: as sent before, who the address names, else who fits best as long as nobody was asked. */
function chosenIn({ tried, first, offered, asks }: AskSheet): readonly string[] {
  if (tried?.act === 'ask') return tried.chosen
  if (first) return [first]
  const isFresh = !asks.some((ask) => reads(ask) || hasAnswered(ask))
  return isFresh ? offered.filter(({ recommended }) => recommended).map(({ person }) => person) : []
}

const elseIn = ({ tried, first, others }: AskSheet): string | null =>
  tried?.act === 'ask'
    ? (tried.values['else'] ?? null)
    : (others.find(({ value }) => value === first)?.value ?? null)

import type { Language } from '../kernel/language.ts'
import type { SheetPiece } from '../lookback/item-sheet.ts'
import { SourceChoice } from '../lookback/look-back-source-view.tsx'
import { SAY_SOURCES } from '../meeting/meeting.ts'
import { LONGEST_SAY } from '../meeting/say.ts'
import { nowSentence } from '../round/round-rule-text.ts'
import { ArrowLink, BackLink, Button, LinkButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { agendaText } from './agenda-text.ts'
import { type BeforeProps, hrefOf, isToCome } from './before-scene.ts'
import { beforeText } from './before-text.ts'
import { VoiceBeforehand } from './before-voice-view.tsx'
import { oneOf } from './meetings-form.ts'

/** One item beforehand: what it is about, silent input, and a voice of who can't come. */
export function BeforeView(props: BeforeProps) {
  const { scene, item, sheet, language } = props
  const words = agendaText(language)
  const about = [words.minutes(item.minutes), words.purpose[item.purpose]].join(' · ')
  return (
    <>
      <PageHead title={sheet.heading || item.title} under={[sheet.lead, about].filter(Boolean).join(' · ')} />
      <p>
        <BackLink href={`/meeting/${scene.meeting.id}#punt-${item.id}`}>{beforeText(language).back}</BackLink>
      </p>
      <TextOf {...props} />
      <Outcome {...props} />
      <Input {...props} />
      <VoiceBeforehand {...props} />
    </>
  )
}

function TextOf({ sheet, item, language }: BeforeProps) {
  const text = beforeText(language)
  const pieces = sheet.pieces.filter((piece) => piece.text !== '' || piece.before)
  const intro = sheet.pieces.some((piece) => piece.text === item.text) ? '' : item.text
  return (
    <section class="puntblad">
      {intro !== '' && (
        <div class="toelichting">
          <RichText text={intro} />
        </div>
      )}
      {sheet.since && <p class="noot">{sheet.since}</p>}
      {pieces.map((piece) => (
        <Piece piece={piece} language={language} />
      ))}
      {pieces.length === 0 && intro === '' && <p class="zacht">{text.noText}</p>}
      {sheet.why && (
        <p class="zacht">
          <b>{text.why}</b> {sheet.why}
        </p>
      )}
      {sheet.people.length > 0 && <p class="zacht">{text.whose(sheet.people.join(', '))}</p>}
    </section>
  )
}

/** What the team decided on it, as it stands now; while a round is open only how many answered. */
function Outcome({ sheet: { decision }, language }: BeforeProps) {
  if (decision === null) return null
  return (
    <section class="nubezig" aria-label={beforeText(language).outcome}>
      <p>{nowSentence(decision.standing, language)}</p>
    </section>
  )
}

function Piece({ piece, language }: { piece: SheetPiece; language: Language }) {
  const { label, before, text, more } = piece
  return (
    <div class="puntstuk">
      {label && <h2>{label}</h2>}
      <div class="puntwoorden">
        {before !== null && before !== text ? (
          <WordDiff {...{ before, language }} after={text} />
        ) : (
          <RichText text={text} />
        )}
      </div>
      {more && <ArrowLink href={more.href}>{more.words}</ArrowLink>}
    </div>
  )
}

/** What one gives along; nobody reads it before the item has its turn. */
function Input(props: BeforeProps) {
  const { says, trouble: met, language } = props
  const text = beforeText(language)
  const trouble = met?.form === 'say' ? met : null
  if (props.item.state === 'current') return <HasItsTurn {...props} />
  if (!isToCome(props)) return <p class="zacht mt">{text.inputOver}</p>
  return (
    <section class="blok stapel" aria-labelledby="inbreng-kop" id="inbreng">
      <h2 id="inbreng-kop">{text.input}</h2>
      <p>{text.inputSay}</p>
      <Ready {...props} />
      <form action={hrefOf(props)} method="post" class="formulier" novalidate id={`inbreng-${says.length}`}>
        <HiddenFields values={{ act: 'say', kind: 'input' }} />
        {props.item.kind === 'themes' && (
          <SourceChoice
            id="bron"
            language={language}
            chosen={SAY_SOURCES.find((one) => one === (trouble && oneOf(trouble.typed, 'source')))}
          />
        )}
        <TextField
          name="text"
          id="inbreng-tekst"
          label={text.inputLabel}
          hint={text.inputHint}
          rows={3}
          maxlength={LONGEST_SAY}
          value={trouble ? oneOf(trouble.typed, 'text') : ''}
          error={trouble?.sentence}
        />
        <Button>{text.inputSend}</Button>
      </form>
    </section>
  )
}

function HasItsTurn({ scene, language }: BeforeProps) {
  const text = beforeText(language)
  return (
    <section class="nubezig">
      <p>{text.now}</p>
      <p>
        <LinkButton href={`/meeting/${scene.meeting.id}/phone`} kind="main" icon="phone">
          {text.join}
        </LinkButton>
      </p>
    </section>
  )
}

function Ready(props: BeforeProps) {
  const { says, language } = props
  const text = beforeText(language)
  if (says.length === 0) return null
  return (
    <>
      <h3>{text.inputMine}</h3>
      <ul class="klaargelegd">
        {says.map((say) => (
          <li id={`gezegd-${say.id}`}>
            <p>{say.text}</p>
            <PostButton
              action={hrefOf(props)}
              hidden={{ act: 'say-back', say: say.id }}
              kind="link"
              about={text.takeBackAbout(say.text.slice(0, 60))}
            >
              {text.takeBack}
            </PostButton>
          </li>
        ))}
      </ul>
    </>
  )
}

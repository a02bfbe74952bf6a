import { Button, LinkButton } from '../ui/button.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { isPast } from './heavy.ts'
import { anyOf, type HeavySheet, standInFirst, storyWords, whoWords } from './heavy-sheet-view.ts'
import { heavyText } from './heavy-text.ts'

const ACTION = '/questions/heavy'

/** 'Het is nu te zwaar', on any page: one tap, no question asked. With a call that is open: what happens with it. */
export function HeavyStrip({ strip, isPage = false }: { strip: HeavySheet; isPage?: boolean }) {
  return strip.call === null ? (
    <Calling strip={strip} isPage={isPage} />
  ) : (
    <Running strip={strip} call={strip.call} isPage={isPage} />
  )
}

type Props = { strip: HeavySheet; isPage: boolean }

function Calling({ strip, isPage }: Props) {
  const { coordinators, standIn, eyes } = strip
  const text = heavyText(eyes.language)
  const canAsk = coordinators.length > 0 || standIn !== null
  return (
    <section class="zwaar" id="zwaar" aria-labelledby="k-zwaar">
      <h2 id="k-zwaar" class={isPage ? 'vh' : undefined}>
        {text.title}
      </h2>
      <p>{text.skip}</p>
      {canAsk ? (
        <>
          <p class="wie">{whoWords(strip).join(' ')}</p>
          <AskForm strip={strip} />
        </>
      ) : (
        <p>{text.nobody(eyes.coordinator)}</p>
      )}
      {canAsk && isPage && <p class="noot">{text.noPromise}</p>}
      {!isPage && <SafeLink strip={strip} />}
    </section>
  )
}

/** One button; a second one where somebody stands in, so that the asker chooses who hears of it. */
function AskForm({ strip }: { strip: HeavySheet }) {
  const { coordinators, standIn, question, isReadAlready, eyes } = strip
  const text = heavyText(eyes.language)
  const names = anyOf(
    coordinators.map(({ name }) => name),
    eyes.language,
  )
  const first = standInFirst(strip)
  return (
    <form action={ACTION} method="post" class="vraagkomen">
      <HiddenFields values={{ act: 'call', ...(question === null ? {} : { question }) }} />
      <div class="rij">
        <Button name="to" value={first?.id ?? ''}>
          {text.askName(first?.name ?? names)}
        </Button>
        {standIn && coordinators.length > 0 && (
          <Button name="to" value={first ? '' : standIn.id} kind="quiet">
            {first ? text.askOnly(names) : text.askToo(standIn.name)}
          </Button>
        )}
      </div>
      {question !== null && !isReadAlready && coordinators.length > 0 && (
        <p class="noot">{(coordinators.length > 1 ? text.opensQuestionMore : text.opensQuestion)(names)}</p>
      )}
    </form>
  )
}

const SafeLink = ({ strip: { eyes } }: { strip: HeavySheet }) => (
  <p class="noot">
    <a href={`${ACTION}#veilig`}>{heavyText(eyes.language).safeLink}</a>
  </p>
)

function Running({ strip, call, isPage }: RunningProps) {
  const { coordinators, standIn, eyes } = strip
  // As long as nobody said to come, one has to know to whom one can walk.
  const waits = call.coming === null || isPast(call, eyes.now)
  const text = heavyText(eyes.language)
  const isSomebody = coordinators.length > 0 || standIn !== null
  return (
    <section class="zwaar gevraagd-nu" id="zwaar" aria-labelledby="k-zwaar">
      <h2 id="k-zwaar" class={isPage ? 'vh' : undefined}>
        {text.running}
      </h2>
      <ul class="beloop">
        {storyWords(call, strip).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {waits && <p>{text.unseenDo}</p>}
      {waits && isSomebody && <p class="wie">{whoWords(strip).join(' ')}</p>}
      <RunningActs {...{ strip, call, isPage, waits }} />
      {isPage && (
        <>
          <p class="noot">{text.noPromise}</p>
          <p class="noot">{text.skipOpen}</p>
        </>
      )}
      {!isPage && <SafeLink strip={strip} />}
    </section>
  )
}

type RunningProps = Props & { call: NonNullable<HeavySheet['call']> }

/** What who asked can do while nobody is there yet. */
function RunningActs({ strip: { standIn, eyes }, call, isPage, waits }: RunningProps & { waits: boolean }) {
  const text = heavyText(eyes.language)
  return (
    <div class="rij knoppen">
      {isPage ? <LinkButton href={ACTION}>{text.look}</LinkButton> : null}
      {waits && standIn && call.handed === null && (
        <PostButton action={ACTION} hidden={{ act: 'ask-too', call: call.id, to: standIn.id }} kind="quiet">
          {text.askToo(standIn.name)}
        </PostButton>
      )}
      <PostButton action={ACTION} hidden={{ act: 'came', call: call.id }} kind="quiet">
        {text.someoneCame}
      </PostButton>
      <PostButton action={ACTION} hidden={{ act: 'take-back', call: call.id }} kind="quiet">
        {text.noLonger}
      </PostButton>
    </div>
  )
}

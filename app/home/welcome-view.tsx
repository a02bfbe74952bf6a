import { LinkButton } from '../ui/button.tsx'
import { Front } from '../ui/front.tsx'
import { Icon } from '../ui/icons.tsx'
import type { Shell } from '../ui/shell.ts'
import { welcomeText } from './welcome-text.ts'

type Text = ReturnType<typeof welcomeText>

const CAST = [
  { who: 'karin', name: 'Karin' },
  { who: 'anouk', name: 'Anouk' },
  { who: 'bram', name: 'Bram' },
  { who: 'paul', name: 'Paul' },
] as const

export type WelcomeProps = {
  shell: Shell
  /** whether this server shows the example school */
  demo: boolean
}

/** The first page for whoever is not signed in: the example school, or one's own. */
export function WelcomeView({ shell, demo }: WelcomeProps) {
  const text = welcomeText(shell.language)
  return (
    <Front shell={shell} title={text.title} wide>
      <section class="opening">
        <h1>{text.opening}</h1>
        <p>{text.intro}</p>
      </section>
      <DoorThread doors={demo ? 2 : 1} />
      <div class="deuren">
        {demo && <DemoDoor text={text} />}
        <OwnDoor text={text} />
      </div>
      <OneThread text={text.thread} />
      <Promises text={text} />
    </Front>
  )
}

function DemoDoor({ text }: { text: Text }) {
  return (
    <section class="deur" aria-labelledby="deur-voorbeeld">
      <h2 id="deur-voorbeeld">{text.demo.title}</h2>
      <p>{text.demo.intro}</p>
      <form action="/demo/sign-in" method="post">
        <ul>
          {CAST.map(({ who, name }) => (
            <li>
              <StepIn who={who} name={name} {...text.cast[who]} />
            </li>
          ))}
        </ul>
      </form>
      <p class="noot">{text.demo.note}</p>
    </section>
  )
}

function StepIn({ who, name, role, does }: { who: string; name: string; role: string; does: string }) {
  return (
    <button class="instap" type="submit" name="who" value={who}>
      <span>
        <b>{name}</b> <small>{role}</small>
        <span class="zin">{does}</span>
      </span>
      <Icon name="arrow" />
    </button>
  )
}

function OwnDoor({ text }: { text: Text }) {
  return (
    <section class="deur" aria-labelledby="deur-eigen">
      <h2 id="deur-eigen">{text.own.title}</h2>
      <p>{text.own.intro}</p>
      <ol class="straks-lijst">
        {Object.values(text.steps).map(({ title, note }) => (
          <li>
            <b>{title}</b>
            <span>{note}</span>
          </li>
        ))}
      </ol>
      <p>
        <LinkButton href="/setup" kind="main">
          {text.own.begin}
        </LinkButton>
      </p>
      <p class="noot">{text.own.note}</p>
    </section>
  )
}

/** The thread that comes in from the left, makes a loop, and lets a branch down to each door. */
function DoorThread({ doors }: { doors: 1 | 2 }) {
  return (
    <>
      <svg class="deurdraad" viewBox="0 0 1216 300" aria-hidden="true" focusable="false">
        <path
          pathLength="1"
          d="M-1400 182C-800 178-260 184 0 196C240 207 430 236 640 232C820 228 1010 176 1030 96C1042 44 1004 12 962 20C906 31 902 108 960 138C1012 164 1094 140 1168 86"
        />
        <circle cx="1178" cy="78" r="12" />
        <path class="tak" pathLength="1" d="M640 232C430 236 6 196 6 294" />
        {doors === 2 && <path class="tak" pathLength="1" d="M700 229C664 231 646 250 646 294" />}
      </svg>
      <svg class="deurdraad smal" viewBox="0 0 328 104" aria-hidden="true" focusable="false">
        <path
          pathLength="1"
          d="M-60 40C40 40 110 58 180 56C236 54 276 38 280 14C282 -4 258 -8 250 8C242 28 272 50 310 30"
        />
        <circle cx="313" cy="28" r="6" />
        <path class="tak" pathLength="1" d="M180 56C100 56 6 46 6 100" />
      </svg>
    </>
  )
}

function OneThread({ text }: { text: Text['thread'] }) {
  const knots = [text.vision, text.goal, text.track, text.back]
  return (
    <section class="proef" aria-labelledby="een-draad">
      <h2 id="een-draad">{text.title}</h2>
      <ol class="vierd">
        {knots.map((knot) => (
          <li class={knot === text.back ? 'nu-hier' : undefined}>
            <small>{knot.label}</small>
            <p class="groot">{knot.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Promises({ text }: { text: Text }) {
  return (
    <section class="beloften" aria-labelledby="beloften">
      <h2 id="beloften">{text.promisesTitle}</h2>
      <dl>
        {Object.values(text.promises).map((promise) => (
          <div>
            <dt>{promise.title}</dt>
            <dd>{promise.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { pagePolicy } from '../../app/door/security-headers.ts'
import { staticFeed } from '../../app/door/static-feed.ts'
import type { Language } from '../../app/kernel/language.ts'
import { builtBrowser, readAssets } from '../../app/ui/assets.ts'
import { Button, LinkButton } from '../../app/ui/button.tsx'
import { Check, ChoiceGroup } from '../../app/ui/choice.tsx'
import { HookedFold } from '../../app/ui/details.tsx'
import { Field, SelectField, TextField } from '../../app/ui/field.tsx'
import { Actions, Form, Problems } from '../../app/ui/form.tsx'
import { PageHead } from '../../app/ui/head.tsx'
import { mainNavigation, ownMenu } from '../../app/ui/navigation.ts'
import { Empty, Notice } from '../../app/ui/notice.tsx'
import { Page } from '../../app/ui/page.tsx'
import { Qr } from '../../app/ui/qr.tsx'
import { CopyButton, PrintButton } from '../../app/ui/script-button.tsx'
import { parseTheme, type Shell } from '../../app/ui/shell.ts'
import { Stepper } from '../../app/ui/stepper.tsx'
import { Table } from '../../app/ui/table.tsx'
import { DomainMark, HangsOn, Knot, OwnThread, Places, Span, SpanHead, Spans } from '../../app/ui/thread.tsx'
import { WordDiff } from '../../app/ui/word-diff.tsx'

type Visit = Context<{ Variables: { nonce: string } }>

function shellOf(c: Visit, language: Language, saved: boolean): Shell {
  return {
    language,
    nonce: c.get('nonce'),
    assets: readAssets(),
    nav: mainNavigation(language, { answers: false }),
    menu: ownMenu(language, { settings: true, time: true }),
    who: { name: 'Karin', role: 'intern begeleider' },
    school: 'Basisschool De Regenboog',
    year: '2026–2027',
    theme: parseTheme(/theme=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1]),
    notice: saved ? { kind: 'good', text: 'Bewaard om 10.42 uur.' } : null,
    path: c.req.path,
  }
}

/** A page with a form in a card, a fold, and a link to another page: what the browser script works on. */
function Desk({ shell, typed, error }: { shell: Shell; typed?: string; error?: string }) {
  return (
    <Page shell={shell} title="Bureau" here="plan">
      <h1>Bureau</h1>
      <LinkButton href="/other">Naar de buren</LinkButton>
      <a href="#diep">Naar binnen</a>
      <section id="kaart">
        <Form action="/desk" label="Adres">
          <Field name="mail" label="Je e-mailadres" value={typed} error={error} />
          <Button>Bewaar</Button>
        </Form>
      </section>
      <HookedFold id="traject" name="Samira (groep 4)" short="Kijken bij Lotte">
        <p id="diep">Drie keer een uur.</p>
      </HookedFold>
    </Page>
  )
}

/** A page on which what was done, or what comes next, stands far below the fold. */
function Long({ shell, done }: { shell: Shell; done?: string | undefined }) {
  return (
    <Page shell={shell} title="Lang" here="plan">
      <h1>Lang</h1>
      <Form action="/long" label="Zeg iets">
        <Button name="done" value="said">
          Zeg dank je
        </Button>
        <Button name="done" value="next">
          Ga verder
        </Button>
      </Form>
      {Array.from({ length: 80 }, (_, line) => (
        <p>Regel {line + 1}</p>
      ))}
      <section id="onder">
        {done === 'said' && (
          <div data-told="">
            <Notice kind="good" title="Doorgegeven." />
          </div>
        )}
        <TextField name="saw" label="Wat zag je?" autofocus={done === 'next'} />
      </section>
    </Page>
  )
}

/** Every piece of the kit on one page. */
function Pieces({ shell }: { shell: Shell }) {
  const { language } = shell
  return (
    <Page shell={shell} title="Stukken" here="team">
      <PageHead title="Elk kind krijgt elke dag goede instructie" under="Alle stukken van de kist.">
        <Stepper
          label="Waar staat het plan?"
          language={language}
          steps={[
            { name: 'Concept', when: 'juni', state: 'done' },
            { name: 'Inbreng', state: 'now' },
            { name: 'Besluit', state: 'later' },
          ]}
        />
        <Actions>
          <PrintButton language={language} />
          <CopyButton text="https://school.nl/inloggen/7c1e" language={language} />
          <Button type="button" notNow="Er is nog geen doel om voor te leggen.">
            Leg voor
          </Button>
        </Actions>
      </PageHead>
      <div class="twee">
        <Filled language={language} />
        <Drawn language={language} />
      </div>
    </Page>
  )
}

function Filled({ language }: { language: Language }) {
  return (
    <div class="kolom">
      <Notice title="Er ligt een bezwaar.">
        <p>Samen zoeken we een betere tekst.</p>
      </Notice>
      <Form action="/desk" label="Voorstel">
        <Problems
          title="Kijk nog even naar één veld."
          problems={[{ field: 'f-why', text: 'Schrijf één zin.' }]}
        />
        <Field name="brin" label="BRIN" hint="Vier tekens." optional={language} narrow />
        <TextField name="why" label="Waarom?" value="Omdat het helpt." error="Schrijf één zin." />
        <SelectField
          name="line"
          label="Hangt aan"
          none="Kies"
          options={[{ value: 'a', label: 'Goede instructie' }]}
        />
        <ChoiceGroup
          legend="Wat is jouw antwoord?"
          name="answer"
          chosen={['concern']}
          choices={[
            { value: 'consent', title: 'Ik geef consent', icon: 'consent' },
            {
              value: 'concern',
              title: 'Ik heb een zorg',
              icon: 'concern',
              more: <TextField name="concern" label="Jouw zorg" />,
            },
          ]}
        />
        <Check name="share" label="Ik deel wat ik leer" note="Niet delen is ook een keuze." checked />
      </Form>
      <Empty sentence="Alles hangt ergens aan." />
      <Table caption="Wie mag wat" head={['Rol', 'Uren']} figures={[1]} rows={[['Leraar', '12']]} />
    </div>
  )
}

function Drawn({ language }: { language: Language }) {
  return (
    <div class="kolom">
      <p class="voorstel">
        <WordDiff before="We kijken twee keer." after="We kijken drie keer." language={language} />
      </p>
      <OwnThread
        steps={[
          { label: 'onze visie', text: 'Goede instructie.', large: true },
          { label: 'evaluatie', text: '1 december' },
        ]}
      />
      <Places rows={[[true, false], [true]]} />
      <HangsOn
        ties={[{ href: '#diep', label: 'Goede instructie' }]}
        words="hangt aan"
        nothing="hangt nergens aan"
      />
      <HangsOn ties={[]} words="hangt aan" nothing="hangt nergens aan" />
      <p>
        <Knot kind="open" /> gepland
      </p>
      <p class="rij">
        <DomainMark domain="care" label="Zorg" />
        <DomainMark domain="learning" label="Leren" />
        <DomainMark domain="trends" label="Trends" />
        <DomainMark domain="process" label="Proces" />
      </p>
      <FromWord />
      <Qr text="https://school.nl/inloggen/7c1e" label="Inloglink voor Petra" />
    </div>
  )
}

const FromWord = () => (
  <>
    <SpanHead left="Dit stond in Word" right="Zo komt het in het plan" />
    <Spans kind="sheet">
      <Span source={<p>Aanpak: samen voorbereiden</p>} label="Aanpak">
        <p>Samen voorbereiden.</p>
      </Span>
      <Span branch state="look" label="Evaluatie">
        <p>In het voorjaar.</p>
      </Span>
      <Span source={<p>Tineke</p>} state="loose">
        <p>Laat als tekst staan</p>
      </Span>
    </Spans>
  </>
)

/** A small server with the kit alone: no school, no database. Returns its address and how to stop it. */
export async function frameHouse(): Promise<{ url: string; stop: () => void }> {
  const app = new Hono<{ Variables: { nonce: string } }>()
  app.get('/assets/*', staticFeed(builtBrowser()))
  app.use(pagePolicy())
  app.get('/desk', (c) => c.html(<Desk shell={shellOf(c, 'nl', c.req.query('done') === 'yes')} />))
  app.post('/desk', async (c) => {
    const mail = String((await c.req.formData()).get('mail'))
    if (mail.includes('@')) return c.redirect('/desk?done=yes', 303)
    return c.html(
      <Desk shell={shellOf(c, 'nl', false)} typed={mail} error="In dit adres ontbreekt een @." />,
      422,
    )
  })
  app.get('/long', (c) => c.html(<Long shell={shellOf(c, 'nl', false)} done={c.req.query('done')} />))
  app.post('/long', async (c) => {
    const done = String((await c.req.formData()).get('done'))
    return c.redirect(`/long?done=${done}#onder`, 303)
  })
  app.get('/other', (c) =>
    c.html(
      <Page shell={shellOf(c, 'nl', false)} title="Buren">
        <h1>Buren</h1>
      </Page>,
    ),
  )
  app.get('/pieces/:language', (c) =>
    c.html(<Pieces shell={shellOf(c, c.req.param('language') === 'en' ? 'en' : 'nl', true)} />),
  )
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    )
  })
}

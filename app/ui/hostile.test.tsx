import type { Child } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../kernel/language.ts'
import { ArrowLink, Button, LinkButton } from './button.tsx'
import { Check, ChoiceGroup } from './choice.tsx'
import { Fold, HookedFold } from './details.tsx'
import { Field, SelectField, TextField } from './field.tsx'
import { Form, PostButton, Problems } from './form.tsx'
import { Front } from './front.tsx'
import { PageHead } from './head.tsx'
import { mainNavigation, ownMenu } from './navigation.ts'
import { Empty, Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { Qr } from './qr.tsx'
import { CopyButton } from './script-button.tsx'
import { Sheet } from './sheet.tsx'
import type { Shell } from './shell.ts'
import { Stepper } from './stepper.tsx'
import { Table } from './table.tsx'
import { DomainMark, HangsOn, OwnThread, Span, SpanHead, Spans } from './thread.tsx'
import { WordDiff } from './word-diff.tsx'

/** What somebody could paste into any field. */
const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)></title></style></textarea>&amp;`
const link = 'javascript:alert(1)'

const shell: Shell = {
  language: 'nl',
  nonce: 'n0nce',
  assets: { script: '/assets/main.js', style: '/assets/main.css', fonts: ['/assets/a.woff2'] },
  nav: mainNavigation('nl', { answers: true }),
  menu: ownMenu('nl', { settings: true, time: true }),
  who: { name: HOSTILE, role: HOSTILE },
  school: HOSTILE,
  year: HOSTILE,
  notice: { kind: 'refusal', text: HOSTILE },
  path: HOSTILE,
}

const PIECES: Record<string, Child> = {
  page: (
    <Page shell={shell} title={HOSTILE} here="plan">
      {HOSTILE}
    </Page>
  ),
  front: (
    <Front shell={{ ...shell, who: null }} title={HOSTILE}>
      {HOSTILE}
    </Front>
  ),
  sheet: (
    <Sheet shell={shell} title={HOSTILE} foot={HOSTILE} of={HOSTILE} back={{ href: '/plan', label: HOSTILE }}>
      {HOSTILE}
    </Sheet>
  ),
  field: (
    <Field
      name={HOSTILE}
      label={HOSTILE}
      value={HOSTILE}
      hint={HOSTILE}
      error={HOSTILE}
      data-entry={HOSTILE}
    />
  ),
  textField: <TextField name="tekst" label={HOSTILE} value={HOSTILE} error={HOSTILE} />,
  select: (
    <SelectField
      name="lijn"
      label="x"
      none={HOSTILE}
      value={HOSTILE}
      options={[{ value: HOSTILE, label: HOSTILE }]}
    />
  ),
  choices: (
    <ChoiceGroup
      legend={HOSTILE}
      name="stem"
      chosen={[HOSTILE]}
      choices={[{ value: HOSTILE, title: HOSTILE, note: HOSTILE }]}
    />
  ),
  check: <Check name="delen" label={HOSTILE} value={HOSTILE} note={HOSTILE} />,
  form: (
    <Form action={HOSTILE} label={HOSTILE}>
      <Problems title={HOSTILE} problems={[{ field: HOSTILE, text: HOSTILE }]} />
      <PostButton action={HOSTILE} hidden={{ [HOSTILE]: HOSTILE }} about={HOSTILE}>
        {HOSTILE}
      </PostButton>
      <Button notNow={HOSTILE}>{HOSTILE}</Button>
    </Form>
  ),
  notices: (
    <>
      <Notice title={HOSTILE}>{HOSTILE}</Notice>
      <Empty sentence={HOSTILE} />
      <PageHead title={HOSTILE} under={HOSTILE} />
    </>
  ),
  folds: (
    <>
      <Fold summary={HOSTILE}>{HOSTILE}</Fold>
      <HookedFold id={HOSTILE} name={HOSTILE} short={HOSTILE}>
        {HOSTILE}
      </HookedFold>
    </>
  ),
  thread: (
    <>
      <HangsOn ties={[{ href: HOSTILE, label: HOSTILE }]} words={HOSTILE} nothing={HOSTILE} />
      <OwnThread steps={[{ label: HOSTILE, text: HOSTILE }]} />
      <DomainMark domain="care" label={HOSTILE} />
      <SpanHead left={HOSTILE} right={HOSTILE} />
      <Spans kind="sheet">
        <Span source={HOSTILE} id={HOSTILE}>
          {HOSTILE}
        </Span>
      </Spans>
      <Stepper label={HOSTILE} steps={[{ name: HOSTILE, when: HOSTILE, state: 'now' }]} language="nl" />
      <Table caption={HOSTILE} head={[HOSTILE]} rows={[[HOSTILE, HOSTILE]]} />
      <WordDiff before="Elke dag." after={HOSTILE} language="nl" />
      <Qr text={HOSTILE} label={HOSTILE} />
      <CopyButton text={HOSTILE} language="nl" />
    </>
  ),
}

const html = async (piece: Child) => String(await Promise.resolve(<>{piece}</>))

/** Every tag with the values of its attributes taken out: what is left was written by us. */
const bareTags = (out: string) =>
  [...out.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, ''))

describe('what people type comes out as text', () => {
  it.each(Object.entries(PIECES))('in %s', async (_name, piece) => {
    const out = await html(piece)
    expect(out).not.toMatch(/<script>|<img|&amp;amp;amp;/)
    expect(out.match(/<\/style/g)).toEqual(out.match(/<\/style(?=><div)/g))
    expect(out).toContain('alert')
  })

  it.each(Object.entries(PIECES))('and never ends an attribute in %s', async (_name, piece) => {
    for (const tag of bareTags(await html(piece))) expect(tag).not.toMatch(/alert|script>/)
  })

  it('keeps the first empty line of a text', async () => {
    expect(await html(<TextField name="tekst" label="Tekst" value={'\nTweede regel'} />)).toContain(
      '>\n\nTweede regel<',
    )
  })
})

describe('a link that could run something', () => {
  it.each([
    ['a button', <LinkButton href={link}>Kijk</LinkButton>],
    ['an arrow', <ArrowLink href={link}>Kijk</ArrowLink>],
    ['a tie', <HangsOn ties={[{ href: link, label: 'Kijk' }]} words="hangt aan" nothing="" />],
  ])('is only text in %s', async (_name, piece) => {
    const out = await html(piece)
    expect(out).not.toContain('javascript:')
    expect(out).toContain('Kijk')
  })
})

describe('the frame of a page', () => {
  it.each(LANGUAGES)('names its language and the way around in %s', async (language) => {
    const reader = { name: 'Karin', role: 'intern begeleider' }
    const frame = {
      ...shell,
      language,
      nav: mainNavigation(language, { answers: false }),
      menu: ownMenu(language, { settings: false, time: false }),
      who: reader,
      notice: null,
    }
    const out = await html(
      <Page shell={frame} title="Plan" here="plan">
        <h1>Plan</h1>
      </Page>,
    )
    expect(out.startsWith('<!doctype html><html')).toBe(true)
    expect(out).toContain(`lang="${language}"`)
    expect(out.match(/aria-current="page"/g)).toHaveLength(1)
    expect(out).toContain('turbo-cache-control')
    expect(out).not.toContain('/settings')
    expect(out).not.toMatch(/undefined|\[object|null</)
  })

  it('runs no script but our own', async () => {
    const out = await html(PIECES['page'])
    expect(out.match(/<script/g)).toHaveLength(1)
    expect(out).toContain('<script type="module" src="/assets/main.js" nonce="n0nce"')
    for (const tag of bareTags(out)) expect(tag).not.toMatch(/ style=| on[a-z]+=/)
  })
})

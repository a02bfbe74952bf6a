import { LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { Shell } from '../ui/shell.ts'
import { FORMATS, READERS, type Readers } from './export-form.ts'
import { exportText } from './export-text.ts'

type Props = { shell: Shell; planHref: string; title: string; isDraft: boolean; since: string | null }

/** Three readers, four forms each: one click a file. */
export function ExportView({ shell, planHref, title, isDraft, since }: Props) {
  const text = exportText(shell.language)
  return (
    <Page shell={shell} title={text.title} here="plan">
      <PageHead title={text.title} under={`${title}. ${text.under}`} />
      <div class="kolom">
        {isDraft && <Notice>{text.draft}</Notice>}
        {READERS.map((readers) => (
          <ReadersBlock readers={readers} planHref={planHref} text={text} />
        ))}
        {since !== null && <ChangesBlock planHref={planHref} since={since} text={text} />}
        <ContractBlock planHref={planHref} text={text} />
        <p class="noot mt">{text.notYet}</p>
        <p class="mt">
          <a href={planHref}>{text.back}</a>
        </p>
      </div>
    </Page>
  )
}

type Text = ReturnType<typeof exportText>

/** For the team alone: the plan with what changed since it was adopted. */
function ChangesBlock({ planHref, since, text }: { planHref: string; since: string; text: Text }) {
  const href = (format: string) => `${planHref}/export/${format}?readers=full&changes=yes`
  return (
    <section class="blok" aria-labelledby="met-wijzigingen">
      <h2 id="met-wijzigingen">{text.changes}</h2>
      <p>{text.changesNote(since)}</p>
      <div class="rij mt">
        <LinkButton href={href('docx')} icon="download" download about={text.changesAbout}>
          {text.word}
        </LinkButton>
        <LinkButton href={href('pdf')} icon="download" download about={text.changesAbout}>
          {text.pdf}
        </LinkButton>
        <LinkButton href={`${planHref}/versions/compare?from=${since}&to=now`}>{text.changesHere}</LinkButton>
      </div>
    </section>
  )
}

/** What team and coordinator expect of each other, on one page. */
const ContractBlock = ({ planHref, text }: { planHref: string; text: Text }) => (
  <section class="blok" aria-labelledby="op-een-blad">
    <h2 id="op-een-blad">{text.contract}</h2>
    <p>{text.contractNote}</p>
    <div class="rij mt">
      <LinkButton href={`${planHref}/contract/docx`} icon="download" download about={text.contractAbout}>
        {text.word}
      </LinkButton>
      <LinkButton href={`${planHref}/contract/pdf`} icon="download" download about={text.contractAbout}>
        {text.pdf}
      </LinkButton>
      <LinkButton href={`${planHref}/contract`}>{text.contractHere}</LinkButton>
    </div>
  </section>
)

const NAMES = { full: 'full', initials: 'initials', 'without-tracks': 'outside' } as const
const NOTES = { full: 'fullNote', initials: 'initialsNote', 'without-tracks': 'outsideNote' } as const

function ReadersBlock({ readers, planHref, text }: { readers: Readers; planHref: string; text: Text }) {
  const href = (form: string) => `${planHref}/export/${form}?readers=${readers}`
  return (
    <section class="blok" aria-labelledby={`voor-${readers}`}>
      <h2 id={`voor-${readers}`}>{text[NAMES[readers]]}</h2>
      <p>{text[NOTES[readers]]}</p>
      <div class="rij mt">
        {FORMATS.map((format) => (
          <LinkButton href={href(format)} icon="download" download>
            {text[format === 'docx' ? 'word' : format]}
          </LinkButton>
        ))}
        <LinkButton href={href('print')} icon="print">
          {text.print}
        </LinkButton>
      </div>
    </section>
  )
}

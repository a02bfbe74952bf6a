import type { Child } from 'hono/jsx'
import type { IconName } from './icon-shapes.ts'
import { Icon } from './icons.tsx'
import { safeHref } from './safe-href.ts'

type Attributes = { [name: `data-${string}`]: string | undefined }

export type ButtonProps = {
  /** `main` is ink, one per form; `quiet` has a border; `link` looks like a link */
  kind?: 'main' | 'quiet' | 'link'
  type?: 'submit' | 'button'
  name?: string
  value?: string
  icon?: IconName
  /** the id of the text that tells what this button is about, where the label alone is not enough */
  describedBy?: string
  /** extra words for a screen reader, after the label */
  about?: string
  formaction?: string
  /** why the button can't be used now; shown beside it */
  notNow?: string | null
  children: Child
} & Attributes

const CLASSES = { main: 'knop', quiet: 'knop stil', link: 'linkknop' } as const

/** A button; inside a form it submits. */
export function Button({
  kind = 'main',
  type = 'submit',
  icon,
  about,
  notNow,
  describedBy,
  children,
  ...rest
}: ButtonProps) {
  return (
    <>
      <button
        class={CLASSES[kind]}
        type={type}
        disabled={notNow ? true : undefined}
        aria-describedby={describedBy}
        {...rest}
      >
        {icon && <Icon name={icon} />}
        {children}
        {about && <span class="vh"> {about}</span>}
      </button>
      {notNow && <small class="waarom">{notNow}</small>}
    </>
  )
}

export type LinkProps = {
  href: string
  icon?: IconName
  about?: string
  /** a file to download: Turbo leaves it to the browser */
  download?: boolean
  children: Child
}

/** A link that looks like a button. An address that could run something is shown as text. */
export function LinkButton({
  href,
  icon,
  about,
  download,
  kind = 'quiet',
  children,
}: LinkProps & { kind?: 'main' | 'quiet' }) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span class="vh"> {about}</span>}
    </>
  )
  return <Anchor href={href} class={CLASSES[kind]} download={download} inside={inside} />
}

/** A link with an arrow: the next step of a line in a list. */
export function ArrowLink({ href, about, children }: Omit<LinkProps, 'icon' | 'download'>) {
  const inside = (
    <>
      {children}
      {about && <span class="vh"> {about}</span>}
      <Icon name="arrow" />
    </>
  )
  return <Anchor href={href} class="pijl" inside={inside} leaves />
}

/** The way back to the page from which one came: the arrow stands before the words and points there. */
export function BackLink({ href, children }: Pick<LinkProps, 'href' | 'children'>) {
  const inside = (
    <>
      <Icon name="arrow" />
      {children}
    </>
  )
  return <Anchor href={href} class="pijl weerom" inside={inside} leaves />
}

type AnchorProps = {
  href: string
  class: string
  download?: boolean
  /** leads to another page, also from a card that is loaded by itself */
  leaves?: boolean
  inside: Child
}

function Anchor({ href, class: className, download, leaves, inside }: AnchorProps) {
  const safe = safeHref(href)
  if (safe === null) return <span>{inside}</span>
  return (
    <a
      class={className}
      href={safe}
      data-turbo={download ? 'false' : undefined}
      data-turbo-frame={leaves ? '_top' : undefined}
    >
      {inside}
    </a>
  )
}

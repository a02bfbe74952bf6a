import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { Icon, Mark } from './icons.tsx'
import { Menu } from './menu.tsx'
import { StatusNotice } from './notice.tsx'
import type { NavItem, Shell } from './shell.ts'
import { uiText } from './ui-text.ts'

export type PageProps = {
  shell: Shell
  /** what is true here ('Begeleidingsplan 2026–2027'), without the product's name */
  title: string
  /** the key of the navigation entry that this page belongs to */
  here?: string
  refresh?: 'morph'
  /** something is under way: the page asks for itself again, also without script */
  again?: boolean
  children: Child
}

/** A page for somebody who is signed in: head with the thread to this page, content, foot. */
export function Page({ shell, title, here, refresh, again, children }: PageProps) {
  return (
    <Document shell={shell} title={title} refresh={refresh} again={again}>
      <Header shell={shell} here={here} />
      <main id="inhoud" class="wrap" tabindex={-1}>
        <StatusNotice notice={shell.notice} />
        {children}
      </main>
      <Footer shell={shell} />
    </Document>
  )
}

function Header({ shell, here }: { shell: Shell; here?: string }) {
  const text = uiText(shell.language)
  return (
    <header class="kop">
      <div class="wrap">
        <a class="merk" href="/" aria-label={text.home}>
          <Mark />
          {text.product}
        </a>
        {shell.nav.length > 0 && (
          <nav class="hoofdnav" aria-label={text.mainMenu}>
            <ol>
              {shell.nav.map((item) => (
                <NavLink item={item} current={item.key === here} />
              ))}
            </ol>
          </nav>
        )}
        {shell.nav.length > 0 && (
          <a class="zoeklink" href="/search" aria-current={here === 'search' ? 'page' : undefined}>
            <Icon name="search" />
            <span class="vh">{text.search}</span>
          </a>
        )}
        {shell.who && <Menu shell={shell} who={shell.who} />}
      </div>
    </header>
  )
}

function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <li>
      <a href={item.href} aria-current={current ? 'page' : undefined}>
        <Icon name={item.icon} />
        {item.label}
      </a>
    </li>
  )
}

function Footer({ shell }: { shell: Shell }) {
  const text = uiText(shell.language)
  const where = [shell.school, shell.year ? text.schoolYear(shell.year) : null].filter((part) => part)
  return (
    <footer class="voet">
      <div class="wrap">
        <span>{where.join(' · ')}</span>
        <span>{text.footer}</span>
      </div>
    </footer>
  )
}
